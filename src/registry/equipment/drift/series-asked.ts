import type { EquipmentDriftQuery } from '#contract/types.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { noSuchSeries } from './drift.refusals.ts'
import { nominalOf } from './drift-of-series.ts'
import { inUnit, type Series } from './series.ts'

/** The series that is asked for; the one with the most results if nothing is said, and undefined where there is none at all. */
export function seriesAsked(all: readonly Series[], asked: EquipmentDriftQuery): Series | undefined {
  const found = all.find((series) => isMeant(series, asked))
  const { series, component, measurandKind, value } = asked
  const isAsked = [series, component, measurandKind, value].some((each) => each !== undefined)
  if (found || !isAsked) return found
  throw noSuchSeries(noSuchSeries.definition.title)
}

function isMeant(
  one: Series,
  { series, component, measurandKind, value, unit }: EquipmentDriftQuery,
): boolean {
  if (series !== undefined && one.id !== series) return false
  if (component !== undefined && one.component !== component) return false
  if (measurandKind !== undefined && one.measurandKind !== measurandKind) return false
  if (value === undefined) return true
  const nominal = nominalOf(one)
  if (nominal === undefined) return false
  const wanted = inUnit(toNumber(value), unit ?? nominal.unit, nominal.unit)
  // The same number, as far as conversions keep it.
  return wanted !== undefined && Math.abs(wanted - nominal.value) <= 1e-9 * Math.abs(nominal.value)
}
