import { html } from 'hono/html'
import type { Face } from '#faces/face.ts'
import type { PageLanguage } from '#faces/page.ts'
import type { Cell, ResultBand, ResultRow, ResultTable } from '#faces/results.ts'
import { raised } from '../ground/raised.ts'
import { section, when } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import { wordsIn } from './words.ts'

export const resultSection = ({ results }: Face, language: PageLanguage): Html =>
  section('results', wordsIn[language].results, html`${results.map((each) => tableOf(each, language))}`)

function tableOf(table: ResultTable, language: PageLanguage): Html {
  const words = wordsIn[language]
  const { bands, hasConformity, hasOneProbability, pointUnit, unit } = table
  const hasRemarks = bands.some(({ rows }) => rows.some(({ remarks }) => remarks.length > 0))
  const shown = { hasRemarks, hasConformity, hasOneProbability, language }
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${table.measurand[language]}">
    <table class="results">
      <caption>
        ${table.measurand[language]}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.code}</th>
          <th scope="col" class="figure">${words.point}${unitLine(pointUnit)}</th>
          ${when(hasRemarks, () => html`<th scope="col">${words.parameters}</th>`)}
          <th scope="col" class="figure">${words.result}${unitLine(unit)}</th>
          <th scope="col" class="figure">
            ${words.expandedUncertainty}<small><i>U</i>${unit === '' ? '' : ` / ${unit}`}</small>
          </th>
          <th scope="col" class="figure">
            ${words.coverageFactor}<small><i>k</i></small>
          </th>
          ${when(!hasOneProbability, () => html`<th scope="col" class="figure">${words.probability}</th>`)}
          ${when(hasConformity, () => html`<th scope="col">${words.conformity}</th>`)}
        </tr>
      </thead>
      ${bands.map((band) => bandOf(band, shown))}
    </table>
  </div>`
}

const unitLine = (unit: string): Html => when(unit !== '', () => html`<small>${unit}</small>`)

interface Shown {
  readonly hasRemarks: boolean
  readonly hasConformity: boolean
  readonly hasOneProbability: boolean
  readonly language: PageLanguage
}

const bandOf = ({ stage, rows }: ResultBand, shown: Shown): Html =>
  html`<tbody>
    <tr class="band">
      <th scope="rowgroup" colspan="9">${stage[shown.language]}</th>
    </tr>
    ${rows.map((row) => rowOf(row, shown))}
  </tbody>`

const rowOf = (row: ResultRow, { hasRemarks, hasConformity, hasOneProbability, language }: Shown): Html =>
  html`<tr>
    <th scope="row"><code>${row.code}</code></th>
    <td class="figure">${number(row.point)}</td>
    ${when(hasRemarks, () => html`<td class="small">${row.remarks.map((each) => html`<div>${raised(each[language])}</div>`)}</td>`)}
    <td class="figure strong">${number(row.value)}</td>
    <td class="figure">${number(row.expandedUncertainty)}</td>
    <td class="figure">${number(row.coverageFactor)}</td>
    ${when(!hasOneProbability, () => html`<td class="figure">${row.coverageProbability}</td>`)}
    ${when(hasConformity, () => html`<td>${outcomeOf(row, language)}</td>`)}
  </tr>`

/** What is missing for the points to stand below each other is there and unseen. */
const number = ({ text, pad }: Cell): Html =>
  html`${raised(text)}${pad === undefined ? '' : html`<span class="pad" aria-hidden="true">${pad}</span>`}`

const outcomeOf = ({ outcome }: ResultRow, language: PageLanguage): Html =>
  outcome
    ? html`<span class="outcome ${outcome.isGood ? 'good' : 'bad'}"
        ><span aria-hidden="true">${outcome.isGood ? '●' : '▲'}</span> ${outcome.word[language]}</span
      >`
    : html`–`

/** The requirement, the rule, and what is risked by it (ISO/IEC 17025:2017, 7.8.6). */
export const conformitySection = ({ conformity, conclusion }: Face, language: PageLanguage): Html => {
  const words = wordsIn[language]
  const verified = when(conclusion, () =>
    section(
      'conclusion',
      words.conclusion,
      html`<div class="note ${conclusion?.isGood ? 'good' : 'bad'}">
        <p class="large">${conclusion?.words[language]}</p>
        ${conclusion?.nonconforming.map((each) => html`<p>▲ ${each[language]}</p>`)}
      </div>`,
    ),
  )
  const stated = when(conformity.length > 0, () =>
    section(
      'conformity',
      words.statementOfConformity,
      html`${conformity.map(
        (each) =>
          html`<div class="note ${each.isGood ? 'good' : 'bad'}">
            <p class="large">${each.outcome[language]}</p>
            ${when(each.results.length > 0, () => html`<p><code>${each.results.join(', ')}</code></p>`)}
            <dl class="facts">
              <div>
                <dt>${words.requirement}</dt>
                <dd>${raised(each.requirement[language])}</dd>
              </div>
              <div>
                <dt>${words.decisionRule}</dt>
                <dd>${raised(each.rule[language])}</dd>
              </div>
              ${when(
                each.risk,
                () =>
                  html`<div>
                    <dt>${words.risk}</dt>
                    <dd>${raised(each.risk?.[language] ?? '')}</dd>
                  </div>`,
              )}
            </dl>
          </div>`,
      )}`,
    ),
  )
  return html`${verified}${stated}`
}
