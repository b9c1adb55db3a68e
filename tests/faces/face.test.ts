import { describe, expect, it } from 'vitest'
import { faceOf } from '#faces/face.ts'
import { formulaOf } from '#faces/formula.ts'
import { numberText, percent, quantityText, significant } from '#faces/numbers.ts'
import { sampleCertificate, sampleResult } from './sample-certificate.ts'

const seen = { origin: 'https://etalon.example', sha256: 'a'.repeat(64) }
const face = (change: Parameters<typeof sampleCertificate>[0] = {}) => faceOf(sampleCertificate(change), seen)
const plain = (text: string) => text.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ')

describe('a number on a certificate', () => {
  it('has every digit that was reported, in threes from the point, and a true minus', () => {
    expect(plain(numberText('10000.0250'))).toBe('10 000.0250')
    expect(plain(numberText('-0.0000123'))).toBe('−0.000 012 3')
    expect(numberText('1000.50')).toBe('1000.50')
    expect(plain(numberText('1.50e-7'))).toBe('1.50 × 10⁻⁷')
  })

  it('keeps its digits whatever grouping it came in', () => {
    expect(plain(numberText('10.000 25'))).toBe('10.000 25')
  })

  it('stands with its unit as the SI Brochure writes it', () => {
    expect(plain(quantityText({ value: '500', unit: 'N.m' }))).toBe('500 N·m')
    expect(quantityText({ value: '0.5', unit: '1' })).toBe('0.5')
    expect(quantityText({ value: '30', unit: '°' })).toBe('30°')
  })

  it('that was computed has as many digits as say something', () => {
    expect(significant(0.0014734, 2)).toBe('0.0015')
    expect(plain(significant(0.00000123, 2))).toBe('1.2 × 10⁻⁶')
  })

  it('of a share that is there and too small is not zero', () => {
    expect(plain(percent(0.0001))).toBe('< 0.1 %')
    expect(plain(percent(0))).toBe('0.0 %')
  })
})

const labels = (change: Parameters<typeof face>[0]) => face(change).facts.map(({ label }) => label.en)

describe('the face of a certificate', () => {
  it('puts results before and after an adjustment into one table, each under its name', () => {
    const [table, ...others] = face().results
    expect(others).toEqual([])
    expect(table?.bands.map(({ stage }) => stage.en)).toEqual([
      'As found, before adjustment',
      'As left, after adjustment',
    ])
  })

  it('gives what is missing for the points of a column to stand below each other', () => {
    const rows = face().results.flatMap(({ bands }) => bands.flatMap((band) => band.rows))
    expect(rows.map(({ value }) => value)).toEqual([
      { text: '10\u202f000.320' },
      { text: '9999.98', pad: '0' },
    ])
  })

  it('shows one budget for each model: that of the greatest uncertainty', () => {
    const [budget, ...others] = face({
      results: [sampleResult('a', '1'), sampleResult('b', '2', { standardUncertainty: 0.05 })],
    }).budgets
    expect(others).toEqual([])
    expect(budget).toMatchObject({ result: 'b', represents: 2 })
    expect(budget?.rows.map(({ shareText }) => plain(shareText))).toEqual(['62.0 %', '9.2 %', '28.8 %'])
  })

  it('says once what is the same of many results, and for whom where it differs', () => {
    const pass = sampleResult('a', '1')
    const { conformity } = pass
    const fail = sampleResult('c', '3', {
      ...(conformity && { conformity: { ...conformity, outcome: 'fail' } }),
    })
    expect(
      face({ results: [pass, sampleResult('b', '2')] }).conformity.map(({ results }) => results),
    ).toEqual([[]])
    expect(face({ results: [pass, fail] }).conformity).toMatchObject([
      { isGood: true, results: ['a'] },
      { isGood: false, results: ['c'] },
    ])
  })

  it('draws the chain from the reference down to the item', () => {
    expect(face().traced?.rungs.map(({ level, entries }) => [level.en, entries.length])).toEqual([
      ['Reference', 1],
      ['', 1],
      ['Standards used', 1],
      ['This certificate', 1],
    ])
  })

  it('states a day for recalibration only where the customer agreed (7.8.4.3)', () => {
    expect(labels({})).not.toContain('Recalibration agreed')
    expect(labels({ recalibration: { due: '2027-04-22', agreement: 'Contract 7' } })).toContain(
      'Recalibration agreed',
    )
  })

  it('leads to the page of its version, whatever its number is made of', () => {
    expect(face().verification).toBe(
      'https://etalon.example/verify/%E8%B4%A8%E6%A3%80%E3%80%942026%E3%80%95%E7%AC%AC0101%E5%8F%B7?version=2',
    )
  })

  it('draws a formula as letters with indices, and what cannot be read as it was written', () => {
    expect(formulaOf('dm_D')).toEqual({ is: 'name', letter: 'δm', index: 'D' })
    expect(formulaOf('rho_a')).toEqual({ is: 'name', letter: 'ρ', index: 'a' })
    expect(formulaOf('a $ b')).toEqual({ is: 'text', text: 'a $ b' })
  })
})
