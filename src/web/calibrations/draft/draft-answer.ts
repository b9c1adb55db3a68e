import { html } from 'hono/html'
import { shownBudget } from '#faces/shown-budget.ts'
import { budgetTable, correlationTable, modelOf, reportedLine } from '../../budget/budget-table.ts'
import { banner } from '../../ground/blocks/banner.ts'
import { section, when } from '../../ground/html.ts'
import type { Html } from '../../ground/page-route.ts'
import { findingList, missingList, standardsTable } from '../findings.ts'
import { calibrationWords } from '../words.ts'
import type { Filling } from './controls.ts'
import { positionOf } from './entry-of-fields.ts'

/** The budget and the findings as they would be: the part of the page that is exchanged while somebody types. */
export function draftAnswer(filling: Filling): Html {
  const { draft, language } = filling
  const words = calibrationWords[language]
  return html`<div id="answer" class="stack" data-part aria-live="polite">
    ${refusals(filling)} ${budgetOf(filling)}
    ${when(draft.assessment, () =>
      section(
        'findings',
        words.findings,
        html`${banner({
          tone: draft.assessment?.mayBeSubmitted === true ? 'good' : 'bad',
          title: draft.assessment?.mayBeSubmitted === true ? words.mayBeSubmitted : words.mayNotBeSubmitted,
          text: '',
        })}
        ${findingList(draft.assessment?.findings ?? [], language)}
        ${when((draft.assessment?.missing.length ?? 0) > 0, () => html`<h3>${words.missing}</h3>`)}
        ${missingList(draft.assessment?.missing ?? [], language)}`,
      ),
    )}
    ${when(draft.standards.size > 0, () =>
      section(
        'standards',
        words.standards,
        html`${[...draft.standards].map(([kind, answer]) => standardsTable(kind, answer, language))}`,
      ),
    )}
  </div>`
}

/** What is only empty is counted; what is wrong is said. */
function refusals({ draft, language }: Filling): Html {
  const words = calibrationWords[language]
  const { at, elsewhere } = draft.faults
  const empty = [...at.keys()].filter((name) => (draft.fields[name] ?? '') === '').length
  const wrong = [
    ...elsewhere,
    ...[...at].filter(([name]) => (draft.fields[name] ?? '') !== '').map(([, text]) => text),
  ]
  if (wrong.length > 0)
    return banner({
      tone: 'bad',
      title: words.refused,
      text: html`${wrong.slice(0, 8).map((each) => html`<span class="told">${each}</span>`)}`,
    })
  return when(empty > 0, () => html`<p class="note quiet">${words.toFill(empty)}</p>`)
}

function budgetOf({ draft, language }: Filling): Html {
  const words = calibrationWords[language]
  const result = draft.assessment?.results[positionOf(draft.fields)]
  const budget = result && shownBudget(result)
  if (!budget) return html``
  return section(
    'budget',
    words.budget,
    html`${modelOf(budget)} ${reportedLine(budget, language)} ${budgetTable(budget, language, words.budget)}
    ${correlationTable(budget, language)}`,
  )
}
