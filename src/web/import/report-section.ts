import { html } from 'hono/html'
import type { ImportReport, ImportRow } from '#contract/types.ts'
import { banner, type Banner } from '../ground/blocks/banner.ts'
import { chip } from '../ground/blocks/chip.ts'
import { table } from '../ground/blocks/table.ts'
import type { Tone } from '../ground/blocks/tone.ts'
import { section, when } from '../ground/html.ts'
import { countText } from '../ground/moments.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { importWords } from './words.ts'

type Language = Visit['language']

const tones: Readonly<Record<ImportRow['state'], Tone>> = {
  recorded: 'good',
  unchanged: 'quiet',
  conflicting: 'bad',
  refused: 'bad',
}

/** What became of a file, or would: in one sentence, in counts, and row by row. */
export const reportSection = (report: ImportReport, language: Language): Html =>
  html`${banner(sentenceOn(report, language))} ${countsOf(report, language)} ${warningsOf(report, language)}
  ${findings(report, language)}`

function sentenceOn({ counts, dryRun, mode, state }: ImportReport, language: Language): Banner {
  const words = importWords[language]
  const wrong = counts.refused + counts.conflicting
  const number = (n: number) => countText(n, language)
  if (state === 'under-way') return { tone: 'quiet', title: words.underWay, text: words.underWayText }
  if (dryRun) {
    if (wrong > 0)
      return {
        tone: 'bad',
        title: words.bad(number(wrong)),
        text: mode === 'all' ? words.badAll : words.badEach,
      }
    if (counts.recorded === 0) return { tone: 'quiet', title: words.nothingNew, text: words.nothingNewText }
    return { tone: 'good', title: words.good(number(counts.recorded)), text: words.goodText }
  }
  if (state === 'refused' && mode === 'each')
    return { tone: 'bad', title: words.stopped(number(counts.recorded)), text: words.stoppedText }
  if (state === 'refused') return { tone: 'bad', title: words.notDone, text: words.badAll }
  if (wrong > 0)
    return { tone: 'caution', title: words.partly(number(counts.recorded)), text: words.bad(number(wrong)) }
  return { tone: 'good', title: words.done(number(counts.recorded)), text: words.doneText }
}

function countsOf({ counts, dryRun }: ImportReport, language: Language): Html {
  const words = importWords[language]
  const shown: [string, number, Tone][] = [
    [words.rows, counts.rows, 'quiet'],
    [dryRun ? words.wouldRecord : words.recorded, counts.recorded, 'good'],
    [words.unchanged, counts.unchanged, 'quiet'],
    [words.conflicting, counts.conflicting, counts.conflicting > 0 ? 'bad' : 'quiet'],
    [words.refused, counts.refused, counts.refused > 0 ? 'bad' : 'quiet'],
  ]
  return html`<ul class="standing-tiles">
    ${shown.map(
      ([label, count, tone]) =>
        html`<li class="${tone}">
          <p class="tile"><b>${countText(count, language)}</b> <span>${label}</span></p>
        </li>`,
    )}
  </ul>`
}

const warningsOf = ({ warnings }: ImportReport, language: Language): Html =>
  when(warnings.length > 0, () =>
    section(
      'warnings',
      importWords[language].warnings,
      html`<ul class="faults">
        ${warnings.map(({ detail }) => html`<li>${detail}</li>`)}
      </ul>`,
    ),
  )

function findings({ rows, rowsOmitted, id, dryRun }: ImportReport, language: Language): Html {
  const words = importWords[language]
  return when(rows.length > 0, () =>
    section(
      'findings',
      words.findings,
      html`${table({
        caption: words.findings,
        columns: [
          { head: words.line, isFigure: true },
          { head: words.key },
          { head: words.state },
          { head: words.column },
          { head: words.reason },
        ],
        rows: rows.flatMap((row) => linesOf(row, dryRun, language)),
      })}
      ${when(rowsOmitted > 0, () => html`<p class="small">${words.omitted(countText(rowsOmitted, language))}</p>`)}
      ${when(id, () => html`<p><a href="/v1/imports/${id}.ndjson" download>${words.report}</a></p>`)}`,
    ),
  )
}

/** One line for each fault of a row: which column, and why. */
function linesOf(row: ImportRow, dryRun: boolean, language: Language): (string | Html)[][] {
  const words = importWords[language]
  const word = dryRun && row.state === 'recorded' ? words.wouldRecord : words[row.state]
  const state = chip(tones[row.state], word)
  const faults = [...(row.errors ?? []), ...(row.warnings ?? [])]
  if (faults.length === 0) return [[String(row.line), row.key ?? '', state, '', row.detail ?? '']]
  return faults.map(({ column, pointer, detail }) => [
    String(row.line),
    row.key ?? '',
    state,
    column === undefined ? html`<code>${pointer}</code>` : column.heading,
    detail,
  ])
}
