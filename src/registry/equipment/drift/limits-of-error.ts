import { toNumber } from '#metrology/quantity/reported-number.ts'
import type { Equipment } from '../equipment.entity.ts'
import { inUnit, type FoundResult, type Series } from './series.ts'

/** Between which values the device has to be, in the unit of its results, and who says so. */
export interface LimitsOfError {
  readonly lower?: number
  readonly upper?: number
  readonly by: 'conformity' | 'equipment'
}

/** Those of the latest statement of conformity; else nominal value ± maximum permissible error as registered (VIM 4.26). */
export function limitsOfError(equipment: Equipment, series: Series, unit: string): LimitsOfError | undefined {
  const stated = series.results.toReversed().map((found) => statedLimits(found, unit))
  return stated.find((limits) => limits !== undefined) ?? registeredLimits(equipment, series, unit)
}

interface Stated {
  readonly limits?: { readonly lower?: StatedLimit; readonly upper?: StatedLimit }
}
interface StatedLimit {
  readonly value: string | number
  readonly unit: string
}

function statedLimits({ result }: FoundResult, unit: string): LimitsOfError | undefined {
  const { limits } = (result.conformity ?? {}) as Stated
  const lower = limits?.lower && inUnit(toNumber(limits.lower.value), limits.lower.unit, unit)
  const upper = limits?.upper && inUnit(toNumber(limits.upper.value), limits.upper.unit, unit)
  if (lower === undefined && upper === undefined) return undefined
  return { ...(lower !== undefined && { lower }), ...(upper !== undefined && { upper }), by: 'conformity' }
}

function registeredLimits(
  equipment: Equipment,
  { component, measurandKind, results }: Series,
  unit: string,
): LimitsOfError | undefined {
  const [latest] = results.slice(-1)
  if (!latest) return undefined
  const nominal = inUnit(toNumber(latest.result.nominal), latest.result.nominalUnit, unit)
  const interval = equipment.components
    .getItems()
    .filter(({ code }) => code === component)
    .flatMap(({ intervals }) => intervals.getItems())
    .find((one) => one.measurandKind.getEntity().code === measurandKind && holds(one, latest))
  if (interval?.maximumPermissibleError == null) return undefined
  const half = inUnit(toNumber(interval.maximumPermissibleError), interval.unit, unit, true)
  if (half === undefined) return undefined
  // An error of indication is about nothing; a value is about its nominal value.
  const centre = measurandKind.endsWith('indication-error') ? 0 : nominal
  return centre === undefined ? undefined : { lower: centre - half, upper: centre + half, by: 'equipment' }
}

function holds(
  interval: { readonly lower: string; readonly upper: string; readonly unit: string },
  { result }: FoundResult,
): boolean {
  const nominal = inUnit(toNumber(result.nominal), result.nominalUnit, interval.unit)
  return nominal !== undefined && nominal >= toNumber(interval.lower) && nominal <= toNumber(interval.upper)
}
