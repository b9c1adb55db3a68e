import { describe, expect, it } from 'vitest'

import type { ConditionRecord } from '#metrology/traceability/records.ts'

import { goodChain, revise } from '../chain-book.ts'
import { ask, found } from '../question.ts'

const temperature = (lower: number, upper: number): ConditionRecord => ({
  quantity: 'temperature',
  unit: '°C',
  lower,
  upper,
})

function used(
  met: readonly ConditionRecord[],
  change: (book: ReturnType<typeof goodChain>) => void = () => {},
) {
  const book = goodChain()
  revise(book.certificates, 'cert-top', { conditionsOfUse: [temperature(18, 22)] })
  revise(book.certificates, 'cert-low', { environment: met })
  change(book)
  const answer = ask(book)
  return { told: found(answer, 'R08'), verdict: answer.verdict }
}

describe('R08, the surroundings of a use', () => {
  it('pass within the conditions of the certificate, both ends included', () => {
    expect(used([temperature(19.8, 20.4)]).told).toEqual(['N-top/m1: pass within-conditions'])
    expect(used([temperature(18, 22)]).told).toEqual(['N-top/m1: pass within-conditions'])
  })

  it('set conditions outside of them', () => {
    const { told, verdict } = used([temperature(21.5, 23)])
    expect(told).toEqual(['N-top/m1: fail outside-conditions'])
    expect(verdict).toBe('traceable-with-conditions')
  })

  it('pass outside of them where the line for the standard was enlarged', () => {
    const { told } = used([temperature(21.5, 23)], (book) => {
      const low = book.results.find((one) => one.id === 'low')!
      const u = low.links[0]!.inputStandardUncertainty! * 1.2
      revise(book.results, 'low', { links: [{ ...low.links[0]!, inputStandardUncertainty: u }] })
    })
    expect(told).toEqual(['N-top/m1: pass allowed-for'])
  })

  it('pass outside of them where the model has an input for it', () => {
    const { told } = used([temperature(21.5, 23)], (book) => {
      const low = book.results.find((one) => one.id === 'low')!
      const inputs = low.budget!.inputs.map((one) => (one.symbol === 'own' ? { ...one, unit: '°C' } : one))
      revise(book.results, 'low', { budget: { ...low.budget!, inputs } })
    })
    expect(told).toEqual(['N-top/m1: pass allowed-for'])
  })

  it('are not judged where either side states nothing of them', () => {
    expect(used([]).told).toEqual([])
    expect(used([{ ...temperature(90, 95), quantity: 'humidity' }]).told).toEqual([])
  })
})
