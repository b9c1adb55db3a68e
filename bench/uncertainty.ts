import { parse } from '#metrology/measurement-model/mathjs.ts'
import { outputsAt } from '#metrology/measurement-model/evaluation.ts'
import { compileModel } from '#metrology/measurement-model/model.ts'
import { resolveInput, type InputQuantity } from '#metrology/uncertainty/input-quantity.ts'
import { propagate } from '#metrology/uncertainty/propagate.ts'

/** Both figures are microseconds, medians of one run; the limit is what the machine can do at best. */
export interface Row {
  readonly name: string
  readonly limit: number
  readonly ours: number
  readonly ratio: number
  readonly target: string
}

/** JCGM 100:2008, H.1: nine inputs, two chained outputs written as one. */
const text = 'l_s + d_mean + d_rand + d_sys - l_s*(d_alpha*(theta_mean + Delta) + alpha_s*d_theta)'
const stated: Readonly<Record<string, InputQuantity>> = {
  l_s: { estimate: 50000623, expandedUncertainty: 75, coverageFactor: 3, degreesOfFreedom: 18 },
  d_mean: { estimate: 215, pooledStandardDeviation: 13, numberOfReadings: 5, degreesOfFreedom: 24 },
  d_rand: { estimate: 0, expandedUncertainty: 10, coverageFactor: 2.57, degreesOfFreedom: 5 },
  d_sys: { estimate: 0, expandedUncertainty: 20, coverageFactor: 3, degreesOfFreedom: 8 },
  alpha_s: { estimate: 11.5e-6, distribution: { type: 'rectangular', halfWidth: 2e-6 } },
  d_alpha: { estimate: 0, distribution: { type: 'rectangular', halfWidth: 1e-6 }, degreesOfFreedom: 50 },
  theta_mean: { estimate: -0.1, standardUncertainty: 0.2 },
  Delta: { estimate: 0, distribution: { type: 'arcsine', halfWidth: 0.5 } },
  d_theta: { estimate: 0, distribution: { type: 'rectangular', halfWidth: 0.05 }, degreesOfFreedom: 2 },
}
const names = Object.keys(stated)
const coverage = { probability: 0.99, degreesOfFreedomRule: 'truncate' } as const
const independent = { correlations: [] }

const inputsOf = () => Object.entries(stated).map(([symbol, input]) => ({ symbol, ...resolveInput(input) }))

/** What a person would write who needs only this one model; the answer is fresh, as ours is. */
function byHand(x: readonly number[]): { value: number; gradient: number[] } {
  const [ls = 0, dm = 0, dr = 0, ds = 0, alpha = 0, da = 0, theta = 0, Delta = 0, dt = 0] = x
  const t = theta + Delta
  const b = da * t + alpha * dt
  return {
    value: ls + dm + dr + ds - ls * b,
    gradient: [1 - b, 1, 1, 1, -ls * dt, -ls * t, -ls * da, -ls * da, -ls * alpha],
  }
}

/** Microseconds of one call: the median of many batches, after as many calls to warm up. */
function microseconds(work: () => unknown, calls: number): number {
  for (let i = 0; i < 20 * calls; i++) work()
  const batches = Array.from({ length: 31 }, () => {
    const started = performance.now()
    for (let i = 0; i < calls; i++) work()
    return ((performance.now() - started) * 1000) / calls
  })
  return batches.sort((a, b) => a - b)[15] ?? Number.NaN
}

const row = (name: string, limit: number, ours: number, target: string): Row => ({
  name,
  limit,
  ours,
  ratio: ours / limit,
  target,
})

export function benchUncertainty(): Row[] {
  const model = compileModel({ l: text }, names)
  const inputs = inputsOf()
  const estimates = inputs.map(({ estimate }) => estimate)
  let kept = 0
  const hand = microseconds(() => {
    const { value, gradient } = byHand(estimates)
    kept += value + (gradient[0] ?? 0)
  }, 20_000)
  const library = microseconds(() => parse(text), 200)
  const first = microseconds(
    () => propagate(compileModel({ l: text }, names), inputsOf(), independent, coverage),
    200,
  )
  const again = microseconds(() => propagate(model, inputs, independent, coverage), 2000)
  const both = microseconds(() => {
    const [result] = outputsAt(model, estimates)
    kept += (result?.value ?? 0) + (result?.sensitivities[0] ?? 0)
  }, 20_000)
  if (Number.isNaN(kept)) throw new Error('The model has no value')
  return [
    row(
      'budget of 9 inputs from text, against reading the text with mathjs alone',
      library,
      first,
      'ours <= 200 µs',
    ),
    row('budget of 9 inputs again, against the hand-written gradient', hand, again, 'ours <= 10 µs'),
    row('value and all sensitivities, against the hand-written gradient', hand, both, 'ratio <= 3'),
  ]
}

if (import.meta.main) console.table(benchUncertainty())
