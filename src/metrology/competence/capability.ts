/** A capability (CMC) says which expanded uncertainty a laboratory reaches, as a function of the value. */
export type CapabilityForm =
  | { readonly form: 'expression'; readonly expression: string }
  | { readonly form: 'table'; readonly rows: readonly CapabilityRow[] }
  /** Q[a, bL] of the KCDB: the root sum of squares of a constant and a proportional part. */
  | { readonly form: 'quadrature'; readonly a: number; readonly b: number }

export interface CapabilityRow {
  readonly x: number
  readonly expandedUncertainty: number
}

/** Everything about a point except the unit sizes named here is in coherent units. */
export interface Capability {
  readonly uncertainty: CapabilityForm
  /** What `x` stands for: `value`, or the name of a parameter such as `frequency`. */
  readonly argument: string
  /** Size of the unit of `x` in the coherent unit: 0.001 when lengths are stated in mm. */
  readonly argumentUnitSize: number
  /** Size of the unit of the stated U in the coherent unit: 1e-9 for nm, 1e-6 for a relative U in µV/V. */
  readonly uncertaintyUnitSize: number
  /** Whether the stated U is a fraction of the value. */
  readonly relative: boolean
  readonly coverageFactor: number
}

/** A point of measurement: the value and every influence parameter, in coherent units. */
export interface CapabilityPoint {
  readonly value: number
  readonly parameters: Readonly<Record<string, number>>
}

/** Evaluates a checked expression of `x`; given from outside, so that only one room knows the expression engine. */
export type ExpressionOfX = (expression: string, x: number) => number

/** The stated expanded uncertainty at a point in the coherent unit; undefined where nothing is stated (never extrapolated). */
export function capabilityAt(
  capability: Capability,
  point: CapabilityPoint,
  evaluate: ExpressionOfX,
): number | undefined {
  const argument = capability.argument === 'value' ? point.value : point.parameters[capability.argument]
  if (argument === undefined) return undefined
  const stated = statedUncertainty(capability.uncertainty, argument / capability.argumentUnitSize, evaluate)
  if (stated === undefined || !Number.isFinite(stated) || stated <= 0) return undefined
  return stated * capability.uncertaintyUnitSize * (capability.relative ? Math.abs(point.value) : 1)
}

function statedUncertainty(form: CapabilityForm, x: number, evaluate: ExpressionOfX): number | undefined {
  if (form.form === 'quadrature') return Math.hypot(form.a, form.b * x)
  if (form.form === 'expression') return evaluate(form.expression, x)
  return interpolated(form.rows, x)
}

/** Unit conversion may move the end of a table by a few units in the last place; that is not extrapolation. */
const atTheEdge = 1e-9

function interpolated(rows: readonly CapabilityRow[], x: number): number | undefined {
  const sorted = rows.toSorted((p, q) => p.x - q.x)
  const slack = Math.abs(x) * atTheEdge
  for (const [i, row] of sorted.entries()) {
    if (Math.abs(row.x - x) <= slack) return row.expandedUncertainty
    const next = sorted[i + 1]
    if (next === undefined || x < row.x || x > next.x) continue
    const way = (x - row.x) / (next.x - row.x)
    return row.expandedUncertainty + way * (next.expandedUncertainty - row.expandedUncertainty)
  }
  return undefined
}

export type CapabilityContradiction =
  | 'range-reversed'
  | 'table-empty'
  | 'table-row-repeated'
  | 'uncertainty-not-positive'
  | 'not-evaluable-in-range'

/** What a row of a scope says against itself (KCDB rows do): an importer shows these, one by one. */
export function contradictions(
  capability: Capability,
  range: { readonly lower: number; readonly upper: number },
  evaluate: ExpressionOfX,
): CapabilityContradiction[] {
  const found = new Set<CapabilityContradiction>()
  if (range.lower > range.upper) found.add('range-reversed')
  if (capability.uncertainty.form === 'table')
    for (const c of tableFaults(capability.uncertainty.rows)) found.add(c)
  if (found.size === 0 && !evaluableThroughout(capability, range, evaluate))
    found.add('not-evaluable-in-range')
  return [...found]
}

function tableFaults(rows: readonly CapabilityRow[]): CapabilityContradiction[] {
  const faults: CapabilityContradiction[] = []
  if (rows.length === 0) faults.push('table-empty')
  if (new Set(rows.map((row) => row.x)).size < rows.length) faults.push('table-row-repeated')
  if (rows.some((row) => !(row.expandedUncertainty > 0))) faults.push('uncertainty-not-positive')
  return faults
}

/** Both ends and points between; a relative U is judged at one unit, because it says nothing at zero. */
function evaluableThroughout(
  capability: Capability,
  range: { readonly lower: number; readonly upper: number },
  evaluate: ExpressionOfX,
): boolean {
  const steps = 16
  for (let i = 0; i <= steps; i++) {
    const x = i === steps ? range.upper : range.lower + ((range.upper - range.lower) * i) / steps
    const point = capability.argument === 'value' ? x : 1
    const parameters = { [capability.argument]: x }
    const absolute = { ...capability, relative: false }
    if (capabilityAt(absolute, { value: point, parameters }, evaluate) === undefined) return false
  }
  return true
}
