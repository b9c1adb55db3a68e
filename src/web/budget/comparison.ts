import { html } from 'hono/html'
import { numberText, percent, significant, withUnit } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import type { ShownBudget } from '#faces/shown-budget.ts'
import { table } from '../ground/blocks/table.ts'
import { budgetWords } from './words.ts'
import type { Html } from '../ground/page-route.ts'

/** What became of the result when an input was changed. */
export function comparisonOf(before: ShownBudget, after: ShownBudget, language: PageLanguage): Html {
  const words = budgetWords[language]
  const { unit } = before
  const reported = ({ reported: { value, expandedUncertainty: U } }: ShownBudget) => ({
    value: withUnit(numberText(value), unit),
    U: U === undefined ? '–' : withUnit(numberText(U), unit),
  })
  const [was, is] = [reported(before), reported(after)]
  return table({
    caption: words.compared,
    isCaptionSeen: true,
    columns: [
      { head: '' },
      { head: words.before, isFigure: true },
      { head: words.after, isFigure: true },
      { head: words.change, isFigure: true },
    ],
    rows: [
      row(words.result, was.value, is.value, withUnit(signed(after.estimate - before.estimate), unit)),
      row(
        html`${words.combined} <i>u</i>`,
        withUnit(significant(before.standardUncertainty, 3), unit),
        withUnit(significant(after.standardUncertainty, 3), unit),
        relative(before.standardUncertainty, after.standardUncertainty),
      ),
      row(
        html`${words.expanded} <i>U</i>`,
        was.U,
        is.U,
        relative(before.expandedUncertainty ?? 0, after.expandedUncertainty ?? 0),
      ),
      row(
        html`${words.coverageFactor} <i>k</i>`,
        before.reported.coverageFactor ?? '–',
        after.reported.coverageFactor ?? '–',
        '',
      ),
    ],
  })
}

const row = (head: Html | string, a: string, b: string, change: string): (Html | string)[] => [
  head,
  a,
  html`<b>${b}</b>`,
  change,
]

const relative = (before: number, after: number): string => {
  if (before === 0 || after === before) return before === after ? '0' : ''
  const change = after / before - 1
  return Math.abs(change) < 5e-5 ? '0' : `${change > 0 ? '+' : '−'}${percent(Math.abs(change))}`
}

/** Where both are alike to the last digits of a double, nothing has changed. */
const signed = (x: number): string => (Math.abs(x) < 1e-9 ? '0' : `${x > 0 ? '+' : ''}${significant(x, 3)}`)
