import { html } from 'hono/html'
import type { DriftPointFound } from '#contract/types.ts'
import { numberText, unitText } from '#faces/numbers.ts'
import { table } from '../ground/blocks/table.ts'
import { raised } from '../ground/raised.ts'
import { section } from '../ground/html.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import type { Item } from './read-item.ts'
import { equipmentWords } from './words.ts'

interface Entry {
  readonly at: string
  readonly what: string
  readonly record: string | Html
  readonly by: string
  readonly figures: string | Html
}

/** Everything that is on record of a device, the newest first. */
export function historySection({ language }: Visit, item: Item): Html {
  const words = equipmentWords[language]
  const entries = [
    ...calibrations(item, language),
    ...happenings(item, language),
    ...underWay(item, language),
  ]
  const rows = entries
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ at, what, record, by, figures }) => [
      html`<time datetime="${at}">${at.slice(0, 10)}</time>`,
      what,
      record,
      by,
      figures,
    ])
  return section(
    'history',
    words.history,
    rows.length === 0
      ? html`<p>${words.noHistory}</p>`
      : html`<div class="history-table">
          ${table({
            caption: words.history,
            columns: [words.day, words.what, words.record, words.by, words.figures].map((head) => ({ head })),
            rows,
          })}
        </div>`,
  )
}

function calibrations({ certificates, drift }: Item, language: Visit['language']): Entry[] {
  const words = equipmentWords[language]
  const newest = new Map(certificates.toReversed().map((each) => [each.number, each]))
  return [...newest.values()].map(({ number, issuer, performed, issued }) => ({
    at: performed ?? issued,
    what: words.calibration,
    record: html`<a href="/certificates/${encodeURIComponent(number)}">${number}</a>`,
    by: issuer,
    figures: figuresOf(
      (drift.drift?.points ?? []).filter(({ certificate }) => certificate === number),
      language,
    ),
  }))
}

/** At the point whose drift is shown; before and after an adjustment where there was one. */
function figuresOf(points: readonly DriftPointFound[], language: Visit['language']): Html | string {
  const found = points.find(({ stage }) => stage !== 'as-left')
  const left = points.find(({ stage }) => stage === 'as-left')
  if (!found && !left) return ''
  const words = equipmentWords[language]
  return html`<span class="twice">
    ${[found, left].map(
      (point, i) =>
        point &&
        html`${i === 1 && found ? ' → ' : ''}<span title="${words[point.stage]}"
            >${raised(reportedText(point))}</span
          >`,
    )}
  </span>`
}

const reportedText = ({ reported: { value, expandedUncertainty, unit } }: DriftPointFound): string =>
  expandedUncertainty === undefined
    ? `${numberText(value)} ${unitText(unit)}`
    : `(${numberText(value)} ± ${numberText(expandedUncertainty)}) ${unitText(unit)}`

function happenings({ events }: Item, language: Visit['language']): Entry[] {
  const words = equipmentWords[language]
  return events.map(({ kind, occurredAt, detail, outcome, recordedBy, component }) => ({
    at: occurredAt,
    what: outcome === undefined ? words[kind] : `${words[kind]}: ${words[outcome]}`,
    record: component === undefined ? detail : html`<code>${component}</code> ${detail}`,
    by: recordedBy,
    figures: '',
  }))
}

function underWay({ underWay: list }: Item, language: Visit['language']): Entry[] {
  const words = equipmentWords[language]
  return list.map(({ id, finished, laboratory, certificateNumber }) => ({
    at: finished,
    what: words.draft,
    record: html`<a href="/calibrations/${id}">${certificateNumber ?? words.calibration}</a>`,
    by: laboratory,
    figures: '',
  }))
}
