import { html } from 'hono/html'
import type { BudgetRow, BudgetTable } from '#faces/budgets.ts'
import type { Face } from '#faces/face.ts'
import type { PageLanguage } from '#faces/page.ts'
import type { Rung, Traced } from '#faces/standards.ts'
import { section, when } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import { mathOf } from '../ground/math.ts'
import { wordsIn } from './words.ts'

export const chainSection = ({ traced }: Face, language: PageLanguage): Html =>
  traced
    ? section(
        'traceability',
        wordsIn[language].traceability,
        html`${when(
            traced.verdict[language] !== '',
            () =>
              html`<p class="outcome ${traced.isGood ? 'good' : 'bad'} large">
                <span aria-hidden="true">${traced.isGood ? '●' : '▲'}</span> ${traced.verdict[language]}
              </p>`,
          )}
          <p>${traced.statement[language]}</p>
          ${ladderOf(traced, language)} ${standardsTable(traced, language)}`,
      )
    : html``

/** From the reference down to the item, by the weightiest standard of each. */
export const ladderOf = ({ rungs }: Traced, language: PageLanguage): Html =>
  when(
    rungs.length > 1,
    () =>
      html`<ol class="ladder">
        ${rungs.map((rung) => rungOf(rung, language))}
      </ol>`,
  )

const rungOf = ({ level, entries }: Rung, language: PageLanguage): Html =>
  level[language] === ''
    ? html`<li class="gap">${entries.map(({ name }) => name[language])}</li>`
    : html`<li>
        <h3>${level[language]}</h3>
        <ul>
          ${entries.map(
            ({ name, number, detail, share, portion }) =>
              html`<li>
                <span class="name">${name[language]}</span>
                ${when(share !== '', () => shareBar(portion, share, wordsIn[language].share))}
                <span class="detail"
                  >${when(number !== '', () => html`<code>${number}</code> `)}${detail[language]}</span
                >
              </li>`,
          )}
        </ul>
      </li>`

/** A picture of a part of one; the figure beside it says the same. */
const shareBar = (portion: number, text: string, of: string): Html =>
  html`<span class="share"
    ><svg viewBox="0 0 100 8" width="80" height="7" aria-hidden="true" preserveAspectRatio="none">
      <rect class="track" width="100" height="8" />
      <rect class="part" width="${(portion * 100).toFixed(1)}" height="8" />
    </svg>
    ${text} <span class="unseen">${of}</span></span
  >`

function standardsTable({ standards }: Traced, language: PageLanguage): Html {
  const words = wordsIn[language]
  if (standards.length === 0) return html``
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.standard}">
    <table>
      <thead>
        <tr>
          <th scope="col">${words.standard}</th>
          <th scope="col">${words.certificate}</th>
          <th scope="col">${words.issuedBy}</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        ${standards.map(
          ({ name, detail, certificate, issuer, hash }) =>
            html`<tr>
              <td>${name[language]}${detail === '' ? '' : html`<div class="small">${detail}</div>`}</td>
              <td><code>${certificate}</code></td>
              <td>${issuer[language]}</td>
              <td><code>${hash === '' ? '–' : `${hash}…`}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

export const budgetSection = ({ budgets }: Face, language: PageLanguage): Html =>
  when(budgets.length > 0, () =>
    section('budget', wordsIn[language].budget, html`${budgets.map((budget) => budgetOf(budget, language))}`),
  )

function budgetOf(budget: BudgetTable, language: PageLanguage): Html {
  const words = wordsIn[language]
  const { measurand, result, point, represents } = budget
  return html`<p class="model">${mathOf(budget.output, '=', budget.formula)}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.budget} ${result}">
      <table class="budget">
        <caption>
          ${measurand[language]} ·
          <code>${result}</code>
          ${point} ${when(represents > 1, () => html`<small>${words.represents(represents)}</small>`)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.input}</th>
            <th scope="col">${words.source}</th>
            <th scope="col" class="figure">${words.estimate}</th>
            <th scope="col" class="figure">
              ${words.standardUncertainty}<small><i>u</i></small>
            </th>
            <th scope="col" class="figure">
              ${words.sensitivity}<small><i>c</i></small>
            </th>
            <th scope="col" class="figure">
              ${words.contribution}<small>|<i>c</i>|<i>u</i></small>
            </th>
            <th scope="col" class="figure">
              ${words.freedom}<small><i>ν</i></small>
            </th>
            <th scope="col">${words.shareOfVariance}</th>
          </tr>
        </thead>
        <tbody>
          ${budget.rows.map((row) => budgetRow(row, language))}
        </tbody>
        <tfoot>
          <tr>
            <td colspan="8">
              <span><i>u</i><sub>c</sub> = ${budget.standardUncertainty}</span>
              <span><i>ν</i><sub>eff</sub> = ${budget.effectiveDegreesOfFreedom}</span>
              <span><i>k</i> = ${budget.coverageFactor}</span>
              <strong><i>U</i> = ${budget.expandedUncertainty}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>`
}

const budgetRow = (row: BudgetRow, language: PageLanguage): Html =>
  html`<tr>
    <th scope="row">${mathOf(row.symbol)}</th>
    <td>${row.source[language]}</td>
    <td class="figure">${row.estimate}</td>
    <td class="figure">${row.standardUncertainty}</td>
    <td class="figure">${row.sensitivity}</td>
    <td class="figure">${row.contribution}</td>
    <td class="figure">${row.degreesOfFreedom}</td>
    <td>${shareBar(row.share, row.shareText, '')}</td>
  </tr>`
