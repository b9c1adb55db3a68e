import { describe, expect, it } from 'vitest'
import { editionOn, statusOn } from '#metrology/competence/on-day.ts'

const wide = { sequence: 1, validFrom: '2020-01-01', range: 'wide' }
const reduced = { sequence: 2, validFrom: '2024-01-01', validTo: '2026-12-31', range: 'reduced' }
const corrected = { sequence: 3, validFrom: '2020-01-01', range: 'corrected' }
const said = (
  status: 'active' | 'suspended' | 'withdrawn',
  effectiveFrom: string,
  recorded = effectiveFrom,
) => ({
  status,
  effectiveFrom,
  recordedAt: new Date(recorded),
})

describe('a scope on a day', () => {
  it('is the one that began last', () => {
    expect(editionOn([reduced, wide], '2023-12-31')?.range).toBe('wide')
    expect(editionOn([reduced, wide], '2024-01-01')?.range).toBe('reduced')
    expect(editionOn([reduced, wide], '2019-12-31')).toBeUndefined()
  })

  it('is corrected by a later record from the same day, and for that period only', () => {
    expect(editionOn([wide, reduced, corrected], '2021-01-01')?.range).toBe('corrected')
    expect(editionOn([wide, reduced, corrected], '2025-01-01')?.range).toBe('reduced')
  })
})

describe('a status on a day', () => {
  const editions = [wide, reduced]
  const statuses = [
    said('active', '2020-01-01'),
    said('suspended', '2021-03-01'),
    said('active', '2021-06-01'),
  ]

  it('is the last word before it, and nothing is invented between', () => {
    expect(statusOn(editions, statuses, '2021-02-28')).toBe('active')
    expect(statusOn(editions, statuses, '2021-03-01')).toBe('suspended')
    expect(statusOn(editions, statuses, '2021-05-31')).toBe('suspended')
    expect(statusOn(editions, statuses, '2021-06-01')).toBe('active')
  })

  it('of two from one day is the one that was recorded later', () => {
    const both = [
      said('withdrawn', '2022-01-01', '2022-02-01'),
      said('suspended', '2022-01-01', '2022-01-15'),
    ]
    expect(statusOn(editions, [...statuses, ...both], '2022-01-01')).toBe('withdrawn')
  })

  it('ends with the scope, and does not begin before it', () => {
    expect(statusOn(editions, statuses, '2027-01-01')).toBe('expired')
    expect(statusOn(editions, statuses, '2019-01-01')).toBe('not-yet-valid')
    expect(statusOn(editions, [...statuses, said('withdrawn', '2026-06-01')], '2027-01-01')).toBe('withdrawn')
    expect(statusOn(editions, [], '2021-01-01')).toBe('not-yet-valid')
  })
})
