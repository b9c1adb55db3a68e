import { html } from 'hono/html'
import type { EquipmentDrift } from '#contract/types.ts'
import { both } from '#faces/both.ts'
import { numberText, percent, quantityText, significant, withUnit } from '#faces/numbers.ts'
import { statedResult } from '#faces/stated-result.ts'
import { choice } from '../ground/blocks/field.ts'
import { facts } from '../ground/blocks/facts.ts'
import { table } from '../ground/blocks/table.ts'
import { raised } from '../ground/raised.ts'
import { section, when } from '../ground/html.ts'
import { day } from '../ground/moments.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { driftDrawing } from './drift-drawing.ts'
import type { Item } from './read-item.ts'
import { equipmentWords } from './words.ts'

type Drift = NonNullable<EquipmentDrift['drift']>
type Language = Visit['language']

/** The results at a point over the years, with what limits them and where they are heading; and the same in figures. */
export function driftSection({ language }: Visit, item: Item): Html {
  const words = equipmentWords[language]
  const { drift } = item.drift
  if (!drift) return section('drift', words.drift, html`<p>${words.noDrift}</p>`)
  return section(
    'drift',
    words.drift,
    html`${when(item.drift.series.length > 1, () => seriesChoice(item, language))}
      ${when(drift.prediction, () => outlook(drift, language))}
      <div class="drift-grid">
        <div>${driftDrawing(item, language)}</div>
        ${predictionFacts(drift, language)}
      </div>
      <details>
        <summary>${words.dataTable}</summary>
        ${pointsTable(drift, language)}
      </details>`,
  )
}

export function nameOfSeries(item: Item, id: string | undefined, language: Language): string {
  const series = item.drift.series.find((each) => each.id === id)
  if (!series) return ''
  const { name, measurandKind, point, component } = series
  const conditions = Object.entries(point.parameters ?? {}).map(
    ([key, each]) => `${key} = ${quantityText(each)}`,
  )
  return [
    ...(component === 'main' ? [] : [component]),
    name === undefined ? measurandKind : both(name)[language],
    quantityText(point.nominal),
    ...conditions,
  ].join(' · ')
}

function seriesChoice(item: Item, language: Language): Html {
  const words = equipmentWords[language]
  return html`<form class="drift-choice" method="get" action="#drift">
    ${choice({
      name: 'series',
      label: words.series,
      value: item.drift.drift?.series,
      options: item.drift.series.map(({ id, results }) => ({
        value: id,
        label: `${nameOfSeries(item, id, language)} (${results})`,
      })),
    })}
    <button class="second">${words.show}</button>
  </form>`
}

/** What the band comes to, in one sentence. */
function outlook({ prediction, limits, due }: Drift, language: Language): Html {
  const words = equipmentWords[language]
  if (!limits) return html`<p class="note quiet">${words.noLimits}</p>`
  const meets = prediction?.meets
  if (!meets) return html`<p class="note good">${words.meetsNever}</p>`
  const isBefore = due !== undefined && meets.at <= due.day
  return html`<p class="note ${isBefore ? 'bad' : 'good'}">
    <b>${words.meets(meets.at)}</b>.
    ${due === undefined ? '' : isBefore ? words.meetsBeforeDue : words.meetsAfterDue}
  </p>`
}

function predictionFacts(
  { prediction, unit, due, since, limits, unpredictable }: Drift,
  language: Language,
): Html {
  const words = equipmentWords[language]
  const inUnit = (value: number) => withUnit(significant(value, 2), unit)
  const stated: [string, string | Html | undefined][] = [
    [words.changeLabel, prediction && changeText(prediction, unit, language)],
    [words.residual, prediction && inUnit(prediction.residualStandardDeviation)],
    [
      words.coverage,
      prediction && `${significant(prediction.coverageFactor, 3)} (ν = ${prediction.degreesOfFreedom})`,
    ],
    [words.since, since === undefined ? undefined : day(since, language)],
    [words.error, limits && limitsText(limits, unit)],
    [words.nextDue, due && day(due.day, language)],
  ]
  return html`<div>
    ${when(unpredictable, () => html`<p class="note quiet">${words.tooFew}</p>`)}
    ${facts(stated.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }])))}
  </div>`
}

/** The change to the last digit of its U, whose factor is that of the band (GUM 7.2.4, 7.2.6). */
function changeText(prediction: NonNullable<Drift['prediction']>, unit: string, language: Language): Html {
  const {
    changePerYear: estimate,
    standardUncertaintyOfChange: u,
    coverageFactor: k,
    probability,
  } = prediction
  const words = equipmentWords[language]
  const stated = statedResult({ estimate, expandedUncertainty: k * u, unit })
  return html`${raised(words.change(stated))}
    <span class="small block"
      ><i>U</i> = <i>k</i>·<i>u</i>, <i>k</i> = ${significant(k, 3)}, <i>p</i> =
      ${percent(probability, 0)}</span
    >`
}

function limitsText({ lower, upper }: NonNullable<Drift['limits']>, unit: string): string {
  const written = [lower, upper].map((each) =>
    each === undefined ? undefined : numberText(String(Number(each.toPrecision(12)))),
  )
  const [from, to] = written
  if (from === undefined) return `≤ ${withUnit(to ?? '', unit)}`
  return to === undefined ? `≥ ${withUnit(from, unit)}` : `${from} … ${withUnit(to, unit)}`
}

function pointsTable({ points }: Drift, language: Language): Html {
  const words = equipmentWords[language]
  return table({
    caption: words.dataTable,
    columns: [
      { head: words.day },
      { head: words.stage },
      { head: words.value, isFigure: true },
      { head: words.expanded, isFigure: true },
      { head: words.certificate },
      { head: words.issuer },
    ],
    rows: points.map(({ at, stage, reported, certificate, issuer }) => [
      at.slice(0, 10),
      words[stage],
      withUnit(numberText(reported.value), reported.unit),
      reported.expandedUncertainty === undefined
        ? ''
        : withUnit(numberText(reported.expandedUncertainty), reported.unit),
      html`<a href="/certificates/${encodeURIComponent(certificate)}">${certificate}</a>`,
      issuer,
    ]),
  })
}
