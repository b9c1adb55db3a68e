import { describe, expect, it } from 'vitest'

import { calibrate, from, fromReference, goodChain } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

describe('R12, the budget and the certificates of its standards', () => {
  it('agree where the line is the u of the certificate', () => {
    expect(found(ask(goodChain()), 'R12')).toContain('N-low/m1: pass line-agrees')
  })

  it('do not agree where U with k = 1.65 was divided by 2', () => {
    const book = goodChain()
    const U = 1e-7
    calibrate(book, {
      id: 'dmm',
      by: 'NMI',
      of: 'W5',
      day: '2024-03-04',
      from: [fromReference('KG')],
      result: {
        standardUncertainty: U / 1.65,
        expandedUncertainty: U,
        coverageFactor: 1.65,
        coverageProbability: 0.95,
      },
    })
    const wrong = { typed: true, inputStandardUncertainty: U / 2 }
    calibrate(book, {
      id: 'trap',
      by: 'LAB',
      of: 'W6',
      day: '2024-06-03',
      from: [from('dmm', wrong)],
      own: 1e-7,
    })
    const answer = ask(book, { result: 'trap' })
    expect(answer.verdict).toBe('suspect')
    expect(faults(answer)).toEqual(['R12 line-below-certificate N-trap/m1'])
  })

  it('agree where the line is larger: drift since is part of it', () => {
    const book = goodChain()
    const drifted = { typed: true, inputStandardUncertainty: 5e-8 }
    calibrate(book, {
      id: 'more',
      by: 'LAB',
      of: 'W6',
      day: '2024-06-03',
      from: [from('top', drifted)],
      own: 1e-7,
    })
    expect(ask(book, { result: 'more' }).verdict).toBe('traceable')
  })

  it('agree where the mean of four standards is better than each, with no more than a remark', () => {
    const book = goodChain()
    const cells = ['a', 'b', 'c', 'd']
    for (const id of cells)
      calibrate(book, {
        id,
        by: 'NMI',
        of: `Z${id}`,
        day: '2024-03-04',
        from: [fromReference('KG')],
        own: 5e-7,
      })
    calibrate(book, {
      id: 'mean',
      by: 'LAB',
      of: 'BANK',
      day: '2024-06-03',
      from: cells.map((id) => from(id, { sensitivity: 0.25 })),
      own: 1e-7,
    })
    const answer = ask(book, { result: 'mean' })
    expect(answer.verdict).toBe('traceable')
    expect(found(answer, 'R12')).toContain('N-mean/m1: warn below-upstream')
  })

  it('contradict each other where the result is better than the part its standard alone contributes', () => {
    const book = goodChain()
    calibrate(book, {
      id: 'magic',
      by: 'LAB',
      of: 'W6',
      day: '2024-06-03',
      from: [from('top')],
      result: { standardUncertainty: 1e-8, expandedUncertainty: 2e-8 },
    })
    expect(faults(ask(book, { result: 'magic' }))).toEqual(['R12 result-below-standard-part N-magic/m1'])
  })

  it('do not contradict each other in a ratio, where one standard enters twice and cancels', () => {
    const book = goodChain()
    calibrate(book, {
      id: 'ratio',
      by: 'LAB',
      of: 'W6',
      day: '2024-06-03',
      from: [from('top'), from('top', { sensitivity: -1 })],
      own: 1e-9,
      result: { standardUncertainty: 1e-9, expandedUncertainty: 2e-9 },
    })
    expect(faults(ask(book, { result: 'ratio' }))).toEqual([])
  })

  it('may give different values where the laboratory corrects for drift, and the reader is told', () => {
    const book = goodChain()
    const corrected = { typed: true, inputEstimate: 1 + 1e-6 }
    calibrate(book, {
      id: 'cor',
      by: 'LAB',
      of: 'W6',
      day: '2024-06-03',
      from: [from('top', corrected)],
      own: 1e-7,
    })
    const answer = ask(book, { result: 'cor' })
    expect(answer.verdict).toBe('traceable')
    expect(found(answer, 'R12')).toContain('N-cor/m1: warn value-differs-from-certificate')
  })
})
