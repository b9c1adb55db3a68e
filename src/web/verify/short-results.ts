import { html } from 'hono/html'
import type { Certificate } from '#faces/certificate.ts'
import { withUnit } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import { resultTablesOf } from '#faces/results.ts'
import { raised } from '../ground/raised.ts'
import { when } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import { verifyWords } from './words.ts'

const most = 4

/** The first results of a certificate in a line each; all of them stand on it. */
export function shortResults(
  document: Certificate,
  language: PageLanguage,
  moreText: (count: number) => string,
): Html {
  const words = verifyWords[language]
  const lines = resultTablesOf(document).flatMap(({ measurand, unit, pointUnit, bands }) =>
    bands.flatMap(({ rows }) => rows.map((row) => ({ ...row, measurand, unit, pointUnit }))),
  )
  return html`<h3 class="results-head">${words.results}</h3>
    <ul class="short-results">
      ${lines.slice(0, most).map(
        ({ measurand, point, pointUnit, value, unit, expandedUncertainty, coverageFactor }) =>
          html`<li>
            <span class="label">${measurand[language]} · ${raised(withUnit(point.text, pointUnit))}</span>
            <b>${raised(withUnit(value.text, unit))}</b>
            ${when(
              expandedUncertainty.text,
              () =>
                html`<span
                  ><i>U</i> =
                  ${raised(withUnit(expandedUncertainty.text, unit))}${when(coverageFactor.text, () => html`, <i>k</i> = ${coverageFactor.text}`)}</span
                >`,
            )}
          </li>`,
      )}
    </ul>
    ${when(lines.length > most, () => html`<p class="small">${moreText(lines.length - most)}</p>`)}`
}
