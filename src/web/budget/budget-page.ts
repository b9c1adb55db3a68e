import { html } from 'hono/html'
import type { ShownBudget } from '#faces/shown-budget.ts'
import { pageHead, type PageHead } from '../ground/blocks/page-head.ts'
import { banner } from '../ground/blocks/banner.ts'
import { section, when } from '../ground/html.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { budgetTable, correlationTable, modelOf, reportedLine } from './budget-table.ts'
import { comparisonOf } from './comparison.ts'
import { evaluateSheet, type EvaluatedSheet } from './evaluate-sheet.ts'
import { exampleSheet } from './example.ts'
import { monteCarloSection } from './monte-carlo-section.ts'
import { sheetForm } from './sheet-form.ts'
import { sheetOfBudget, sheetOfForm } from './sheet.ts'
import { budgetWords } from './words.ts'

/** The budget of a result that is kept: as it stands, by Monte Carlo, and what if. */
export async function keptBudgetPage(visit: Visit, budget: ShownBudget, head: PageHead): Promise<Page> {
  const { language, who, form } = visit
  const words = budgetWords[language]
  const mayEvaluate = who?.may('evaluate.run') === true
  const kept = sheetOfBudget(budget)
  const isChanged = form.has('rows')
  const asked = isChanged ? sheetOfForm(form) : kept
  const evaluated = mayEvaluate ? await evaluateSheet(asked, visit) : undefined
  // Of the budget itself; what was changed has its own picture below, and while somebody types that alone is exchanged.
  const own = isChanged
    ? mayEvaluate && !form.has('live')
      ? await evaluateSheet(kept, visit)
      : undefined
    : evaluated
  return {
    title: `${words.budget} ${head.trail?.at(-2)?.label ?? ''}`.trim(),
    islands: ['live-form'],
    content: html`${pageHead(visit, head)}
    ${section(
      'budget',
      words.budget,
      html`${modelOf(budget)} ${budgetTable(budget, language, words.budget)} ${reportedLine(budget, language)}
      ${correlationTable(budget, language)}`,
    )}
    ${when(own?.budget && own.monteCarlo, () =>
      section(
        'monte-carlo',
        words.monteCarlo,
        own?.budget && own.monteCarlo ? monteCarloSection(own.budget, own.monteCarlo, language) : html``,
      ),
    )}
    ${section('what-if', words.whatIf, mayEvaluate ? whatIf(visit, { budget, evaluated, isChanged }) : html`<p>${words.signInToEvaluate}</p>`)}`,
  }
}

interface WhatIf {
  readonly budget: ShownBudget
  readonly evaluated: EvaluatedSheet | undefined
  readonly isChanged: boolean
}

function whatIf({ language, url }: Visit, { budget, evaluated, isChanged }: WhatIf): Html {
  const words = budgetWords[language]
  const sheet = evaluated?.sheet ?? sheetOfBudget(budget)
  const faults = evaluated?.faults ?? new Map<string, string>()
  return html`<p class="small">${words.whatIfLead}</p>
    ${sheetForm(`${url.pathname}#what-if`, { sheet, faults, language, isWhatIf: true })}
    <div id="answer" data-part aria-live="polite">
      ${refusal(evaluated, language)}
      ${when(
        isChanged && evaluated?.budget,
        () =>
          html`${evaluated?.budget ? comparisonOf(budget, evaluated.budget, language) : ''}
          ${evaluated?.budget ? budgetTable(evaluated.budget, language, words.after) : ''}
          ${evaluated?.budget && evaluated.monteCarlo ? monteCarloSection(evaluated.budget, evaluated.monteCarlo, language) : ''}`,
      )}
    </div>`
}

/** A sheet that belongs to nothing: any model, any inputs. */
export async function freeSheetPage(visit: Visit): Promise<Page> {
  const { language, form } = visit
  const words = budgetWords[language]
  const evaluated = await evaluateSheet(form.has('rows') ? sheetOfForm(form) : exampleSheet, visit)
  const { sheet, faults, budget, monteCarlo } = evaluated
  return {
    title: words.sheet,
    nav: 'calibrations',
    islands: ['live-form'],
    content: html`${pageHead(visit, { title: words.sheet, lead: words.sheetLead })}
      ${section(
        'inputs',
        words.inputs,
        html`${when(!form.has('rows'), () => html`<p class="small">${words.exampleNote}</p>`)}
        ${sheetForm('/budget', { sheet, faults, language, isWhatIf: false })}`,
      )}
      <div id="answer" class="stack" data-part aria-live="polite">
        ${refusal(evaluated, language)}
        ${when(budget, () =>
          budget
            ? section(
                'budget',
                words.budget,
                html`${modelOf(budget)} ${budgetTable(budget, language, words.budget)}
                ${reportedLine(budget, language)} ${correlationTable(budget, language)}`,
              )
            : html``,
        )}
        ${when(budget && monteCarlo, () =>
          budget && monteCarlo
            ? section('monte-carlo', words.monteCarlo, monteCarloSection(budget, monteCarlo, language))
            : html``,
        )}
      </div>`,
  }
}

const refusal = (evaluated: EvaluatedSheet | undefined, language: Visit['language']): Html => {
  const text = evaluated?.refused ?? [...(evaluated?.faults.values() ?? [])][0]
  return when(text, () => banner({ tone: 'bad', title: budgetWords[language].refused, text: text ?? '' }))
}
