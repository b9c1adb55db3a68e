import type { Program, Step } from '../program.ts'
import { constant, plus, product, type Series } from './series.ts'
import { seriesOfStep, type StepSeries } from './series-of-step.ts'

/** The cone of one output, as in the model. */
export interface Cone {
  readonly slot: number
  readonly steps: readonly Step[]
}

/**
 * The gradient of an output along the line x + ε d, one series for each input i: fᵢ + ε Σⱼ fᵢⱼ dⱼ + ε² ½ Σⱼₖ fᵢⱼₖ dⱼ dₖ.
 * One sweep forwards and one backwards, so that with d = eⱼ all fᵢⱼ and fᵢⱼⱼ come at the price of one value.
 */
export function gradientAlong(
  { inputs, slots }: Program,
  { slot: last, steps }: Cone,
  estimates: ArrayLike<number>,
  direction: ReadonlyMap<number, number>,
): Series[] {
  const values = slots.map((c, slot): Series =>
    slot < inputs ? [estimates[slot] ?? Number.NaN, direction.get(slot) ?? 0, 0] : constant(c),
  )
  const at = (slot: number) => values[slot] ?? constant(Number.NaN)
  const passed = steps.map((step): StepSeries => {
    const series = seriesOfStep(step, at(step.left), at(step.right))
    values[step.to] = series.value
    return series
  })
  return backwards(steps, passed, last, slots.length).slice(0, inputs)
}

function backwards(
  steps: readonly Step[],
  passed: readonly StepSeries[],
  last: number,
  slots: number,
): Series[] {
  const zero = constant(0)
  const adjoint = Array.from({ length: slots }, (_, slot) => (slot === last ? constant(1) : zero))
  const pass = (slot: number, g: Series, slope: Series) => {
    adjoint[slot] = plus(adjoint[slot] ?? zero, product(g, slope))
  }
  for (let i = steps.length - 1; i >= 0; i--) {
    const [step, series] = [steps[i], passed[i]]
    if (!step || !series) continue
    const g = adjoint[step.to] ?? zero
    pass(step.left, g, series.slope)
    if (series.secondSlope) pass(step.right, g, series.secondSlope)
  }
  return adjoint
}
