import { both, wording, type Both } from './both.ts'
import type { Budget, BudgetLine, Certificate, Result } from './certificate.ts'
import { measurandOf } from './results.ts'
import { formulaOf, type FormulaTree } from './formula.ts'
import { percent, quantityText, short, significant, withUnit } from './numbers.ts'
import { distributions } from './words.ts'

export interface BudgetRow {
  readonly symbol: FormulaTree
  /** The certificate or reference it is taken from, else how it is distributed. */
  readonly source: Both
  readonly estimate: string
  readonly standardUncertainty: string
  readonly sensitivity: string
  readonly contribution: string
  readonly degreesOfFreedom: string
  /** 0 … 1, of the variance; a correlation can take it beyond. */
  readonly share: number
  readonly shareText: string
}

/** The budget of one result, for those that were evaluated in the same way (ISO/IEC 17025:2017, 7.6). */
export interface BudgetTable {
  readonly result: string
  readonly measurand: Both
  readonly point: string
  /** How many results share the model. */
  readonly represents: number
  readonly output: FormulaTree
  readonly formula: FormulaTree
  readonly formulaText: string
  readonly rows: readonly BudgetRow[]
  readonly standardUncertainty: string
  readonly effectiveDegreesOfFreedom: string
  readonly expandedUncertainty: string
  readonly coverageFactor: string
}

interface Evaluated extends Result {
  readonly budget: Budget
}

const isEvaluated = (result: Result): result is Evaluated => result.budget !== undefined

/** One for each model: that of the result with the greatest uncertainty. All of them are in the attached document. */
export function budgetsOf({ results }: Certificate): BudgetTable[] {
  const alike = Map.groupBy(results.filter(isEvaluated), ({ measurandKind, budget, unit }) =>
    JSON.stringify([measurandKind, unit, budget.output, budget.model.outputs]),
  )
  return [...alike.values()].flatMap((group) => {
    const greatest = group.reduce((a, b) =>
      (b.standardUncertainty ?? 0) > (a.standardUncertainty ?? 0) ? b : a,
    )
    return [tableOf(greatest, group.length)]
  })
}

function tableOf(result: Evaluated, represents: number): BudgetTable {
  const { budget, unit, reported } = result
  const expression = budget.model.outputs[budget.output] ?? ''
  return {
    result: result.code,
    measurand: measurandOf(result),
    point: quantityText(result.point.nominal),
    represents,
    output: formulaOf(budget.output),
    formula: formulaOf(expression),
    formulaText: `${budget.output} = ${expression}`,
    rows: budget.lines.map(rowOf),
    standardUncertainty: withUnit(significant(result.standardUncertainty ?? 0, 2), unit),
    effectiveDegreesOfFreedom: freedomText(result.effectiveDegreesOfFreedom),
    expandedUncertainty: withUnit(reported.expandedUncertainty ?? '–', reported.unit),
    coverageFactor: reported.coverageFactor ?? '–',
  }
}

function rowOf(line: BudgetLine): BudgetRow {
  const { unit } = line
  return {
    symbol: formulaOf(line.symbol),
    source: sourceOf(line),
    estimate: withUnit(short(line.estimate), unit),
    standardUncertainty: withUnit(significant(line.standardUncertainty, 2), unit),
    sensitivity: significant(line.sensitivity, 3),
    contribution: significant(Math.abs(line.contribution), 2),
    degreesOfFreedom: freedomText(line.degreesOfFreedom),
    share: Math.min(1, Math.max(0, line.share)),
    shareText: percent(line.share),
  }
}

function sourceOf({ from, distribution }: BudgetLine): Both {
  if (from && 'certificate' in from) return both(from.certificate)
  if (from && 'reference' in from) return both(from.reference)
  if (from && 'equipment' in from) return both(from.equipment)
  return distribution === undefined
    ? wording('给定', 'stated')
    : (distributions[distribution] ?? both(distribution))
}

/** More degrees of freedom than anybody counts are as good as infinitely many. */
function freedomText(stated: number | 'infinity' | undefined): string {
  if (stated === undefined) return '–'
  if (stated === 'infinity' || stated > 9_999) return '∞'
  return significant(Math.floor(stated), Math.max(1, String(Math.floor(stated)).length))
}
