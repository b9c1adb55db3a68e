import type { DriftPointFound, EquipmentDrift } from '#contract/types.ts'
import { both } from '#faces/both.ts'
import { numberText, quantityText, unitText } from '#faces/numbers.ts'
import { driftChart, type DriftDrawing } from '../drawing/drift-chart.ts'
import type { DriftPoint } from '../drawing/drift-point.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import type { Item } from './read-item.ts'
import { equipmentWords, type EquipmentWords } from './words.ts'

type Drift = NonNullable<EquipmentDrift['drift']>

/** The chart of what the interface answers, point by point. */
export function driftDrawing(item: Item, language: Visit['language']): Html {
  const { drift } = item.drift
  if (!drift) throw new Error('There is a drift where it is drawn')
  const words = equipmentWords[language]
  const name = both(item.equipment.name)[language]
  const series = item.drift.series.find(({ id }) => id === drift.series)
  const of = series ? `${name}, ${quantityText(series.point.nominal)}` : name
  const { limits, controlLimits, prediction, due } = drift
  const drawing: DriftDrawing = {
    title: words.driftOf(of),
    description: descriptionOf(drift, words),
    quantity: series?.name === undefined ? 'y' : both(series.name)[language],
    unit: unitText(drift.unit),
    points: drift.points.map((point) => pointOf(point, words)),
    events: eventsOf(item, words),
    ...(limits && {
      limits: {
        label: words.limitsLabel,
        ...(limits.lower !== undefined && { lower: limits.lower }),
        ...(limits.upper !== undefined && { upper: limits.upper }),
      },
    }),
    ...(controlLimits && {
      controlLimits: { lower: controlLimits.lower, upper: controlLimits.upper, label: words.controlLabel },
    }),
    ...(prediction && {
      prediction: { line: prediction.band, band: prediction.band, label: words.predictionLabel },
    }),
    ...(due && { due: { at: due.day, label: words.dueLabel } }),
  }
  return driftChart(drawing)
}

const descriptionOf = ({ points, prediction }: Drift, words: EquipmentWords): string =>
  [
    words.driftText(points.length),
    ...(prediction ? [words.predictionLabel] : []),
    ...(prediction?.meets ? [words.meets(prediction.meets.at)] : []),
  ].join('; ')

const pointOf = (point: DriftPointFound, words: EquipmentWords): DriftPoint => {
  const { at, stage, value, expandedUncertainty, reported, certificate } = point
  const U = reported.expandedUncertainty
  const figures = `${numberText(reported.value)}${U === undefined ? '' : ` ± ${numberText(U)}`} ${unitText(reported.unit)}`
  return {
    at,
    stage,
    value,
    ...(expandedUncertainty !== undefined && { expandedUncertainty }),
    told: `${at.slice(0, 10)}: ${figures}, ${words[stage]}, ${certificate}`,
    href: `/certificates/${encodeURIComponent(certificate)}`,
  }
}

const shown: Readonly<Record<string, 'adjustment' | 'repair'>> = {
  adjustment: 'adjustment',
  repair: 'repair',
}

function eventsOf({ events, drift }: Item, words: EquipmentWords): DriftDrawing['events'] & object {
  const first = drift.drift?.points[0]?.at ?? ''
  const recorded = events.flatMap(({ kind, occurredAt }) => {
    const drawn = shown[kind]
    return drawn !== undefined && occurredAt >= first
      ? [{ at: occurredAt, kind: drawn, label: words[kind] }]
      : []
  })
  const adjusted = (drift.drift?.points ?? [])
    .filter(({ stage }) => stage === 'as-left')
    .map(({ at }) => ({ at, kind: 'adjustment' as const, label: words.adjusted }))
  return [...recorded, ...adjusted]
}
