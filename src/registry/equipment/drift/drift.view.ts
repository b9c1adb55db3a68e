import type { EquipmentDrift } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { Equipment } from '../equipment.entity.ts'
import { dayOf, type DriftOfSeries, type DriftPoint } from './drift-of-series.ts'
import type { Series } from './series.ts'

const dayMilliseconds = 86_400_000
const dayText = (day: number): string => new Date(day * dayMilliseconds).toISOString().slice(0, 10)

export const viewDrift = (
  { code }: Equipment,
  all: readonly Series[],
  chosen: DriftOfSeries | undefined,
): EquipmentDrift => ({
  equipment: code,
  series: all.slice(0, 200).map(viewSeries),
  ...(chosen && { drift: viewChosen(chosen) }),
})

function viewSeries({ id, component, measurandKind, results }: Series): EquipmentDrift['series'][number] {
  const latest = results.at(-1)?.result
  return {
    id,
    component,
    measurandKind,
    ...(latest && { name: latest.measurandKind.getEntity().name }),
    point: {
      nominal: { value: latest?.nominal ?? '0', unit: latest?.nominalUnit ?? '1' },
      ...(latest && Object.keys(latest.parameters).length > 0 && { parameters: { ...latest.parameters } }),
    },
    results: results.length,
  }
}

type Drift = NonNullable<EquipmentDrift['drift']>

function viewChosen(chosen: DriftOfSeries): Drift {
  const { series, unit, points, limits, controlLimits, due, since } = chosen
  return {
    series: series.id,
    unit,
    points: points.map(viewPoint),
    ...(limits && { limits }),
    ...(controlLimits && { controlLimits }),
    ...(due && { due }),
    ...(since && { since: since.toISOString() }),
    ...viewBand(chosen),
  }
}

const outcomes = ['pass', 'conditional-pass', 'conditional-fail', 'fail'] as const

const viewPoint = ({ of, at, value, expandedUncertainty }: DriftPoint): Drift['points'][number] =>
  withoutNulls({
    at: at.toISOString(),
    stage: of.result.stage,
    certificate: of.certificate.number,
    version: of.certificate.edition,
    result: of.result.code,
    issuer: of.certificate.issuer.$.code,
    value,
    expandedUncertainty: expandedUncertainty ?? null,
    coverageFactor: of.result.coverageFactor ?? null,
    reported: {
      value: of.result.reportedEstimate,
      ...(of.result.reportedUncertainty != null && { expandedUncertainty: of.result.reportedUncertainty }),
      unit: of.result.unit,
    },
    conformity: outcomes.find((outcome) => outcome === of.result.conformityOutcome) ?? null,
  })

/** Enough for a curve that looks like one. */
const steps = 24
const daysOfYear = 365.2425

function viewBand({ band, points, limits, due, since }: DriftOfSeries): Partial<Drift> {
  if (!band) return { unpredictable: 'too-few-results' }
  const used = points.filter(({ at }) => since === undefined || at >= since).map(({ at }) => dayOf(at))
  const [from, latest] = [Math.min(...used), Math.max(...used)]
  const until = Math.max(due === undefined ? latest + (latest - from) / 4 : dayOf(new Date(due.day)), latest)
  const days = Array.from({ length: steps + 1 }, (_, i) => from + ((until - from) * i) / steps)
  const met = limits && band.meets(limits)
  return {
    prediction: {
      probability: 0.95,
      changePerYear: band.slope * daysOfYear,
      standardUncertaintyOfChange: band.slopeUncertainty * daysOfYear,
      residualStandardDeviation: band.residualStandardDeviation,
      degreesOfFreedom: band.degreesOfFreedom,
      coverageFactor: band.coverageFactor,
      band: days.map((day) => ({ at: dayText(day), ...band.at(day) })),
      ...(met && isTellable(met.day) && { meets: { at: dayText(met.day), limit: met.limit } }),
    },
  }
}

/** RFC 3339 has years of four digits. */
const isTellable = (day: number): boolean => day < dayOf(new Date('9999-12-31'))
