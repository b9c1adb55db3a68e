import { html } from 'hono/html'
import { formulaOf } from '#faces/formula.ts'
import { numberText, percent, short, significant, unitText, withUnit } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import type { ShownBudget, ShownLine } from '#faces/shown-budget.ts'
import { distributions } from '#faces/words.ts'
import { contributionBar } from '../drawing/contribution-bar.ts'
import { table } from '../ground/blocks/table.ts'
import { raised } from '../ground/raised.ts'
import { when } from '../ground/html.ts'
import { mathOf } from '../ground/math.ts'
import type { Html } from '../ground/page-route.ts'
import { budgetWords } from './words.ts'

/** The model as it is printed: an output and its expression on each line (GUM 4.1.2). */
export const modelOf = ({ model }: Pick<ShownBudget, 'model'>): Html =>
  html`<div class="model scroll" tabindex="0" role="group">
    ${Object.entries(model).map(([name, text]) => html`<p>${mathOf(formulaOf(name), '=', formulaOf(text))}</p>`)}
  </div>`

/** The budget as a metrologist expects it (GUM 7.2.7; EA-4/02, clause 6), with its end below. */
export function budgetTable(budget: ShownBudget, language: PageLanguage, caption: string): Html {
  const words = budgetWords[language]
  const unit = unitText(budget.unit)
  const inUnit = (head: string, symbol: Html) =>
    html`${head}<small>${symbol}${unit === '1' ? '' : html` / ${unit}`}</small>`
  return table({
    caption,
    columns: [
      { head: html`${words.quantity}<small><i>X</i><sub>i</sub></small>` },
      { head: html`${words.estimate}<small><i>x</i><sub>i</sub></small>`, isFigure: true },
      {
        head: html`${words.standardUncertainty}<small><i>u</i>(<i>x</i><sub>i</sub>)</small>`,
        isFigure: true,
      },
      { head: words.distribution },
      { head: html`${words.degreesOfFreedom}<small><i>ν</i><sub>i</sub></small>`, isFigure: true },
      { head: html`${words.sensitivity}<small><i>c</i><sub>i</sub></small>`, isFigure: true },
      {
        head: inUnit(words.contribution, html`|<i>c</i><sub>i</sub>|·<i>u</i>(<i>x</i><sub>i</sub>)`),
        isFigure: true,
      },
      { head: words.share },
    ],
    rows: budget.lines.map((line) => rowOf(line, language)),
    foot: footOf(budget, language),
  })
}

const rowOf = (line: ShownLine, language: PageLanguage): (string | Html)[] => [
  mathOf(formulaOf(line.symbol)),
  withUnit(short(line.estimate), line.unit),
  line.standardUncertainty === 0 ? '0' : withUnit(significant(line.standardUncertainty, 3), line.unit),
  originOf(line, language),
  freedomText(line.degreesOfFreedom),
  significant(line.sensitivity, 3),
  significant(Math.abs(line.contribution), 3),
  html`<span class="share">${contributionBar(line.share)} <span>${percent(line.share)}</span></span>`,
]

function originOf({ from, distribution, isTyped }: ShownLine, language: PageLanguage): Html {
  const typed = when(isTyped, () => html`<small>${budgetWords[language].typed}</small>`)
  if (from !== undefined && 'certificate' in from) {
    const address = `/certificates/${encodeURIComponent(from.certificate)}`
    const result = from.result === undefined ? '' : html` <code>${from.result}</code>`
    return html`<a href="${address}">${from.certificate}</a>${result}${typed}`
  }
  if (from !== undefined && 'reference' in from) return html`<code>${from.reference}</code>${typed}`
  if (from !== undefined)
    return html`<a href="/equipment/${encodeURIComponent(from.equipment)}">${from.equipment}</a>${typed}`
  return html`${distribution === undefined ? budgetWords[language].stated : (distributions[distribution]?.[language] ?? distribution)}`
}

/** More than anybody counts are as good as infinitely many. */
export function freedomText(stated: number | 'infinity' | undefined): string {
  if (stated === undefined) return '–'
  if (stated === 'infinity' || stated > 9_999) return '∞'
  return numberText(String(Math.floor(stated * 10) / 10))
}

function footOf(budget: ShownBudget, language: PageLanguage): Html {
  const words = budgetWords[language]
  const { reported, unit } = budget
  const end = mathOf(formulaOf(budget.output))
  return html`<tr>
      <th scope="row" colspan="4">${words.combined} <i>u</i>(${end})</th>
      <td class="figure">
        ${when(
          budget.effectiveDegreesOfFreedom,
          () => html`<i>ν</i><sub>eff</sub> = ${freedomText(budget.effectiveDegreesOfFreedom)}`,
        )}
      </td>
      <td></td>
      <td class="figure strong">${raised(withUnit(significant(budget.standardUncertainty, 3), unit))}</td>
      <td></td>
    </tr>
    ${when(
      reported.expandedUncertainty,
      () =>
        html`<tr>
          <th scope="row" colspan="6">${words.expanded} <i>U</i> = <i>k</i>·<i>u</i></th>
          <td class="figure strong" id="expanded">
            ${raised(withUnit(numberText(reported.expandedUncertainty ?? ''), unit))}
          </td>
          <td><i>k</i> = ${reported.coverageFactor ?? '–'}${probabilityOf(budget)}</td>
        </tr>`,
    )}`
}

const probabilityOf = ({ reported }: ShownBudget): Html =>
  when(reported.coverageProbability, () => html`, <i>p</i> = ${reported.coverageProbability ?? ''}`)

/** The result with its uncertainty, as it would be printed (GUM 7.2.4). */
export function reportedLine(budget: ShownBudget, language: PageLanguage): Html {
  const { reported, unit } = budget
  const U = reported.expandedUncertainty
  const value = numberText(reported.value)
  const symbol = unitText(unit)
  return html`<p class="reported">
    <span class="label">${budgetWords[language].reported}</span>
    ${mathOf(formulaOf(budget.output), '=')}
    <b
      >${raised(U === undefined ? withUnit(value, unit) : symbol === '1' ? `${value} ± ${numberText(U)}` : `(${value} ± ${numberText(U)})\u00a0${symbol}`)}</b
    >
    ${when(reported.coverageFactor, () => html`<span><i>k</i> = ${reported.coverageFactor ?? ''}${probabilityOf(budget)}</span>`)}
  </p>`
}

/** Only where there are any: most inputs are not correlated. */
export const correlationTable = ({ correlations }: ShownBudget, language: PageLanguage): Html => {
  const words = budgetWords[language]
  return when(correlations.length > 0, () =>
    table({
      caption: words.correlations,
      isCaptionSeen: true,
      columns: [{ head: words.between }, { head: words.coefficient, isFigure: true }, { head: words.why }],
      rows: correlations.map(
        ({ between: [a = '', b = ''], r, sharedStandards = [], reason, byStandards }) => [
          mathOf(formulaOf(a), ', ', formulaOf(b)),
          significant(r, 3),
          [
            reason,
            sharedStandards.length > 0 ? words.shares(sharedStandards.join(', ')) : undefined,
            byStandards === undefined ? undefined : words.byStandards(significant(byStandards, 3)),
          ]
            .filter((each) => each !== undefined)
            .join('; '),
        ],
      ),
    }),
  )
}
