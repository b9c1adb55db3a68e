import { html } from 'hono/html'
import { formulaOf } from '#faces/formula.ts'
import type { PageLanguage } from '#faces/page.ts'
import { attribute, when } from '../ground/html.ts'
import { mathOf } from '../ground/math.ts'
import type { Html } from '../ground/page-route.ts'
import { fieldOf, forms, type Sheet, type SheetRow } from './sheet.ts'
import type { FieldFaults } from './task.ts'
import { budgetWords, type BudgetWords } from './words.ts'

interface Filled {
  readonly sheet: Sheet
  readonly faults: FieldFaults
  readonly language: PageLanguage
  /** Where a budget is changed its model stands: only figures are filled in. */
  readonly isWhatIf: boolean
}

/** A budget to fill in. It works as a form; an island sends it while somebody types (`data-live`). */
export function sheetForm(action: string, filled: Filled): Html {
  const { sheet, language, isWhatIf } = filled
  const words = budgetWords[language]
  return html`<form method="post" action="${action}" class="sheet" data-live novalidate>
    ${
      isWhatIf
        ? html`<input type="hidden" name="model" value="${sheet.model}" />
            <input type="hidden" name="output" value="${sheet.output}" />
            <input type="hidden" name="unit" value="${sheet.unit}" />
            ${slot('model', filled)} ${slot('unit', filled)}`
        : modelFields(filled, words)
    }
    <input type="hidden" name="rows" value="${sheet.rows.length}" />
    <div class="scroll" tabindex="0" role="region" aria-label="${words.inputs}">
      <table class="sheet-rows">
        <caption class="unseen">
          ${words.inputs}
        </caption>
        <thead>
          <tr>
            ${[words.symbol, words.estimate, words.unit, words.form, words.figure, words.factor].map((head) => html`<th scope="col">${head}</th>`)}
            <th scope="col">${words.degreesOfFreedom}</th>
            ${when(!isWhatIf, () => html`<th scope="col"><span class="unseen">${words.remove}</span></th>`)}
          </tr>
        </thead>
        <tbody>
          ${sheet.rows.map((row, i) => rowFields(row, i, filled))}
        </tbody>
      </table>
    </div>
    <div class="fields">
      <div class="field">
        <label for="coverage">${words.coverage}</label>
        <select id="coverage" name="coverage">
          <option value="k" ${attribute('selected', sheet.coverage === 'k')}>${words.byFactor}</option>
          <option value="probability" ${attribute('selected', sheet.coverage === 'probability')}>
            ${words.byProbability}
          </option>
        </select>
      </div>
      ${line('coverageValue', words.coverageValue, sheet.coverageValue, filled)}
      ${
        isWhatIf && sheet.correlations === ''
          ? html`<input type="hidden" name="correlations" value="" />`
          : html`<div class="field">
              <label for="correlations">${words.correlations}</label>
              <textarea id="correlations" name="correlations" rows="2" ${described('correlations', filled)}>
${sheet.correlations}</textarea>
              ${slot('correlations', filled)}
              <p class="small">${words.correlationsHint}</p>
            </div>`
      }
    </div>
    <div class="actions">
      ${when(!isWhatIf, () => html`<button class="second" name="act" value="add">${words.add}</button>`)}
      <button name="act" value="compute">${words.compute}</button>
    </div>
  </form>`
}

const modelFields = (filled: Filled, words: BudgetWords): Html =>
  html`<div class="field">
      <label for="model">${words.model}</label>
      <textarea
        id="model"
        name="model"
        rows="3"
        class="fixed"
        spellcheck="false"
        ${described('model', filled)}
      >
${filled.sheet.model}</textarea>
      ${slot('model', filled)}
      <p class="small">${words.modelHint}</p>
    </div>
    <div class="fields">
      ${line('output', words.output, filled.sheet.output, filled)}
      ${line('unit', words.resultUnit, filled.sheet.unit, filled)}
    </div>`

const line = (name: string, label: string, value: string, filled: Filled): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" value="${value}" autocomplete="off" ${described(name, filled)} />
    ${slot(name, filled)}
  </div>`

function rowFields(row: SheetRow, i: number, filled: Filled): Html {
  const { language, isWhatIf } = filled
  const words = budgetWords[language]
  const cell = (member: keyof SheetRow, label: string, name: string) =>
    html`<td class="${name}" data-label="${label}">
      <input
        id="${fieldOf(i, member)}"
        name="${fieldOf(i, member)}"
        value="${row[member]}"
        aria-label="${label} ${row.symbol || i + 1}"
        autocomplete="off"
        ${described(fieldOf(i, member), filled)}
      />
      ${slot(fieldOf(i, member), filled)}
    </td>`
  return html`<tr>
    ${
      isWhatIf
        ? html`<th scope="row">
            ${mathOf(formulaOf(row.symbol))}
            <input type="hidden" name="${fieldOf(i, 'symbol')}" value="${row.symbol}" />
            ${slot(fieldOf(i, 'symbol'), filled)}
          </th>`
        : cell('symbol', words.symbol, 'narrow')
    }
    ${cell('estimate', words.estimate, 'middling')} ${cell('unit', words.unit, 'narrow')}
    <td class="middling" data-label="${words.form}">
      <select name="${fieldOf(i, 'form')}" aria-label="${words.form} ${row.symbol || i + 1}">
        ${forms.map((form) => html`<option value="${form}" ${attribute('selected', form === row.form)}>${words.forms[form]}</option>`)}
      </select>
    </td>
    ${cell('figure', words.figure, 'middling')} ${cell('factor', words.factor, 'narrow')}
    ${cell('degreesOfFreedom', words.degreesOfFreedom, 'narrow')}
    ${when(
      !isWhatIf,
      () =>
        html`<td>
          <button
            class="plain"
            name="act"
            value="remove-${i}"
            aria-label="${words.remove} ${row.symbol || i + 1}"
          >
            ${words.remove}
          </button>
        </td>`,
    )}
  </tr>`
}

const described = (name: string, { faults }: Filled): Html =>
  html`aria-describedby="${name}-fault" ${attribute('aria-invalid', faults.has(name) && 'true')}`

/** Where a fault of the field stands, or would stand: the island exchanges it. */
const slot = (name: string, { faults }: Filled): Html =>
  html`<span class="fault bad" id="${name}-fault" data-part>${faults.get(name) ?? ''}</span>`
