import type { MonteCarloTask } from '#metrology/monte-carlo/simulation-of-task.ts'
import { conform } from '#contract/schemas.ts'
import { at, leaves, type Case } from '../uncertainty/corpus.ts'

interface Tolerance {
  readonly trials: number
  readonly absolute: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly correlations?: number
}

const toleranceOf = (c: Case) => (c.tolerance as unknown as { monteCarlo: Tolerance }).monteCarlo

const stating = ['method', 'model', 'inputs', 'correlations', 'correlationsFromReadings', 'coverage']

/** With the fewest trials for which the tolerance of the case holds. */
export const monteCarloTaskOf = (c: Case): MonteCarloTask =>
  conform('evaluation/measurement-model.json', {
    ...Object.fromEntries(stating.filter((m) => c[m] !== undefined).map((m) => [m, c[m]])),
    monteCarlo: { trials: toleranceOf(c).trials, seed: 101 },
  })

/** The rule of the README of the corpus: absolute tolerances for each quantity, both ends of an interval. */
export function monteCarloDisagreements(c: Case, answer: unknown): string[] {
  const { absolute, correlations } = toleranceOf(c)
  return leaves(c.expected['monteCarlo'], '').flatMap(([pointer, expected]) => {
    const [, kind = '', output = '', quantity = ''] = pointer.split('/')
    const found = at(answer, pointer)
    if (typeof expected !== 'number' || kind === 'probability') return found === expected ? [] : [pointer]
    const tolerance = kind === 'outputs' ? absolute[output]?.[quantity] : correlations
    // The factor follows from an interval and a standard deviation that are compared themselves.
    const limit = tolerance ?? (quantity === 'coverageFactor' ? 0.01 : 0)
    const isNear = typeof found === 'number' && Math.abs(found - expected) <= limit
    return isNear ? [] : [`${pointer}: ${String(found)}, expected ${expected} ± ${limit}`]
  })
}
