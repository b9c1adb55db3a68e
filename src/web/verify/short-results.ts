import { html } from 'hono/html'
import type { Certificate } from '#faces/certificate.ts'
import type { PageLanguage } from '#faces/page.ts'
import { resultTablesOf } from '#faces/results.ts'
import { withUnit } from '#faces/numbers.ts'
import { table } from '../ground/blocks/table.ts'
import { when } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import { verifyWords } from './words.ts'

const most = 5

/** The first results of a certificate; all of them stand on it. */
export function shortResults(
  document: Certificate,
  language: PageLanguage,
  moreText: (count: number) => string,
): Html {
  const words = verifyWords[language]
  const rows = resultTablesOf(document).flatMap(({ measurand, unit, pointUnit, bands }) =>
    bands.flatMap(({ rows: lines }) =>
      lines.map(({ point, value, expandedUncertainty }) => [
        measurand[language],
        withUnit(point.text, pointUnit),
        html`<b>${withUnit(value.text, unit)}</b>`,
        expandedUncertainty.text === '' ? '–' : withUnit(expandedUncertainty.text, unit),
      ]),
    ),
  )
  return html`${table({
    caption: words.results,
    columns: [
      { head: words.measurand },
      { head: words.point, isFigure: true },
      { head: words.result, isFigure: true },
      { head: html`${words.uncertainty} <i>U</i>`, isFigure: true },
    ],
    rows: rows.slice(0, most),
  })}
  ${when(rows.length > most, () => html`<p class="small">${moreText(rows.length - most)}</p>`)}`
}
