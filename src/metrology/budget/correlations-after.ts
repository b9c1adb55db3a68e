import type { InputFigure } from './evaluate-stored.ts'
import type { StoredBudget, StoredCorrelation } from './stored-budget.ts'

/**
 * Inputs that share standards share what changes of those: of a standard that both rest on, u² grows by (cₐΔu)² in one and (c_bΔu)² in
 * the other, and their covariance by the product. A coefficient that somebody stated stays as it was stated.
 */
export function correlationsAfter(
  { inputs, correlations }: StoredBudget,
  substituted: ReadonlyMap<string, InputFigure>,
): readonly StoredCorrelation[] {
  const before = new Map(inputs.map((one) => [one.symbol, one.standardUncertainty]))
  const figuresOf = (symbol: string) => {
    const was = before.get(symbol) ?? 0
    const is = substituted.get(symbol)?.standardUncertainty ?? was
    return { was, is, grown: is ** 2 - was ** 2 }
  }
  return correlations.map((one) => {
    const [a, b] = [figuresOf(one.between[0]), figuresOf(one.between[1])]
    const isSame = a.grown === 0 && b.grown === 0
    if (one.sharedStandards === undefined || isSame || a.is === 0 || b.is === 0) return one
    const common = a.grown * b.grown > 0 ? Math.sign(a.grown) * Math.sqrt(a.grown * b.grown) : 0
    const covariance = one.r * a.was * b.was + Math.sign(one.r) * common
    return { ...one, r: Math.min(1, Math.max(-1, covariance / a.is / b.is)) }
  })
}
