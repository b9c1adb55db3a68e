import { individualsChart, type IndividualsChart } from '#metrology/recalibration/individuals-chart.ts'
import { predictionBand, type PredictionBand } from '#metrology/recalibration/prediction-band.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { civilDay, monthsLater } from '#metrology/traceability/due.ts'
import { chinaStandardTimeMinutes } from '#metrology/traceability/trace.ts'
import type { EquipmentEvent } from '../equipment-event.entity.ts'
import type { Equipment } from '../equipment.entity.ts'
import { limitsOfError, type LimitsOfError } from './limits-of-error.ts'
import { type FoundResult, inUnit, type Series } from './series.ts'

/** A result in the unit of its series, on the day on which it was measured. */
export interface DriftPoint {
  readonly of: FoundResult
  readonly at: Date
  readonly value: number
  readonly expandedUncertainty: number | undefined
}

export interface DriftOfSeries {
  readonly series: Series
  readonly unit: string
  readonly points: readonly DriftPoint[]
  readonly limits: LimitsOfError | undefined
  readonly controlLimits: IndividualsChart | undefined
  readonly due: { readonly day: string; readonly by: 'owner-programme' | 'verification-validity' } | undefined
  /** Since the latest adjustment or repair. */
  readonly since: Date | undefined
  readonly band: PredictionBand | undefined
}

const dayMilliseconds = 86_400_000
export const dayOf = (at: Date): number => at.getTime() / dayMilliseconds

/** How the results of a series run, as far as the device has stayed the same: from the latest adjustment on. */
export function driftOfSeries(
  equipment: Equipment,
  series: Series,
  interventions: readonly EquipmentEvent[],
): DriftOfSeries {
  const unit = series.results.at(-1)?.result.unit ?? '1'
  const points = series.results.flatMap((found) => pointIn(found, unit) ?? [])
  const since = lastChange(series, points, interventions)
  const same = points.filter((point) => isSince(point, since))
  return {
    series,
    unit,
    points,
    limits: limitsOfError(equipment, series, unit),
    controlLimits: individualsChart(same.map(({ value }) => value)),
    due: dueOf(equipment, series),
    since,
    band: predictionBand(same.map(({ at, value }) => ({ day: dayOf(at), value }))),
  }
}

function pointIn(of: FoundResult, unit: string): DriftPoint | undefined {
  const { result, certificate } = of
  const value = inUnit(result.estimate, result.unit, unit)
  if (value === undefined) return undefined
  const U = result.expandedUncertainty
  const expandedUncertainty = U == null ? undefined : inUnit(U, result.unit, unit, true)
  return { of, at: certificate.performedAt, value, expandedUncertainty }
}

/** The latest moment from which on the device is what it is: an as-left result of its own, or an intervention on record. */
function lastChange(
  { component }: Series,
  points: readonly DriftPoint[],
  interventions: readonly EquipmentEvent[],
): Date | undefined {
  const adjusted = points.filter(({ of }) => of.result.stage === 'as-left').map(({ at }) => at)
  const recorded = interventions
    .filter((event) => event.component == null || event.component.getEntity().code === component)
    .map(({ occurredAt }) => occurredAt)
  const moments = [...adjusted, ...recorded].toSorted((a, b) => a.getTime() - b.getTime())
  return moments.at(-1)
}

/** What was found before the adjustment of the same day belongs to the time before. */
const isSince = ({ at, of }: DriftPoint, since: Date | undefined): boolean =>
  since === undefined || at > since || (at.getTime() === since.getTime() && of.result.stage !== 'as-found')

/** ISO/IEC 17025:2017, 6.4.7: by the programme of the owner, reckoned from the measurement; a verification states its own last day. */
function dueOf({ calibrationIntervalMonths: months }: Equipment, { results }: Series): DriftOfSeries['due'] {
  const latest = results.at(-1)?.certificate
  if (latest === undefined) return undefined
  if (latest.validUntil != null) return { day: latest.validUntil, by: 'verification-validity' }
  if (months == null) return undefined
  return {
    day: monthsLater(civilDay(latest.performedAt, chinaStandardTimeMinutes), months),
    by: 'owner-programme',
  }
}

export const nominalOf = ({
  results,
}: Series): { readonly value: number; readonly unit: string } | undefined => {
  const result = results.at(-1)?.result
  return result && { value: toNumber(result.nominal), unit: result.nominalUnit }
}
