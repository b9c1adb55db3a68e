import { describe, expect, it } from 'vitest'

import type { ComparisonRecord } from '#metrology/traceability/records.ts'

import { goodChain, on } from '../chain-book.ts'
import { ask, found } from '../question.ts'

const round = (
  day: string,
  normalizedError: number,
  more: Partial<ComparisonRecord> = {},
): ComparisonRecord => ({
  id: `round-${day}`,
  code: `PT-${day}`,
  competenceId: 'LAB-accreditation',
  day,
  normalizedError,
  resolutions: [],
  recordedAt: on(day),
  ...more,
})

const resolved = (day: string) => round('2023-09-01', 1.3, { resolutions: [{ day, recordedAt: on(day) }] })

/** LAB calibrated on 2024-06-03. */
function compared(...comparisons: ComparisonRecord[]) {
  const answer = ask({ ...goodChain(), comparisons })
  return { told: found(answer, 'R21'), verdict: answer.verdict }
}

describe('R21, comparisons of the line of a scope', () => {
  it('pass with |En| ≤ 1', () => {
    expect(compared(round('2023-09-01', -1)).told).toEqual(['N-low/m1: pass compared-well'])
  })

  it('set conditions with an |En| > 1 that was unresolved on the day of the calibration', () => {
    const { told, verdict } = compared(round('2023-09-01', -1.3))
    expect(told).toEqual(['N-low/m1: fail comparison-unresolved'])
    expect(verdict).toBe('traceable-with-conditions')
  })

  it('are resolved from the day the cause was removed, and not before', () => {
    expect(compared(resolved('2024-01-15')).told).toEqual(['N-low/m1: pass compared-well'])
    expect(compared(resolved('2024-08-01')).told).toEqual(['N-low/m1: fail comparison-unresolved'])
  })

  it('are resolved by a later round that succeeds, and spoilt by one that does not', () => {
    expect(compared(round('2023-09-01', 1.3), round('2024-03-01', 0.4)).verdict).toBe('traceable')
    expect(compared(round('2023-09-01', 0.4), round('2024-03-01', 1.3)).verdict).not.toBe('traceable')
  })

  it('of one day count by the worst', () => {
    const rounds = [round('2024-03-01', 1.3, { id: 'a' }), round('2024-03-01', 0.4, { id: 'b' })]
    expect(compared(...rounds).verdict).toBe('traceable-with-conditions')
  })

  it('after the calibration, of another line, or not known yet do not count', () => {
    expect(compared(round('2024-07-01', 5)).told).toEqual([])
    expect(compared(round('2024-01-01', 5, { competenceId: 'other' })).told).toEqual([])
    const late = [round('2023-09-01', 1.3, { recordedAt: on('2025-01-01') })]
    expect(ask({ ...goodChain(), comparisons: late }, { asKnownAt: on('2024-12-01') }).verdict).toBe(
      'traceable',
    )
  })
})
