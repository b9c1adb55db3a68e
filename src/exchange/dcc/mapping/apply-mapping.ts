import { within } from '#refusal.ts'
import type { DccRead, DccResult } from '../reading/dcc-read.ts'
import type { RealForm } from '../reading/quantities/dcc-quantity.ts'
import type { Column, FixedQuantity, MappedResult, MappingRule } from './mapping.ts'
import { columnNotFound, columnNotUsable, tooManyRows } from './mapping.refusals.ts'
import { columnIn, fits, formOf, scopeOf, type SelectedColumn } from './select-column.ts'

const mostResults = 200

/** The results of a certificate, as the rules say what its columns mean. A row without a value (NaN) gives none. */
export function applyMapping(read: DccRead, rules: readonly MappingRule[]): readonly MappedResult[] {
  const mapped = rules.flatMap((rule, i) => within(`/rules/${i}`, () => applyRule(read, rule)))
  if (mapped.length > mostResults) throw tooManyRows(`It would have ${mapped.length}`)
  return mapped
}

function applyRule({ results }: DccRead, rule: MappingRule): readonly MappedResult[] {
  const values = results.filter((result) => fits(rule.value, result, scopeOf(result, results)))
  if (values.length === 0) {
    throw columnNotFound(columnNotFound.definition.title, { asked: rule.value }, { pointer: '/value' })
  }
  const rows = values.flatMap((result) => rowsOf(result, rule, results))
  return rows.map((row, i) => ({ ...row, code: rows.length === 1 ? rule.code : `${rule.code}-${i + 1}` }))
}

function rowsOf(
  result: DccResult,
  rule: MappingRule,
  results: readonly DccResult[],
): readonly MappedResult[] {
  const scope = scopeOf(result, results)
  const form = within('/value', () => formOf(result, rule.value))
  const { uncertainty } = rule
  const spread = uncertainty ? within('/uncertainty', () => columnIn(scope, uncertainty)) : { result, form }
  const nominal = rule.nominal && within('/nominal', () => columnOf(scope, rule.nominal))
  const parameters = Object.entries(rule.parameters ?? {}).map(
    ([name, column]) => [name, within(`/parameters/${name}`, () => columnOf(scope, column))] as const,
  )
  return form.values.flatMap((value, i) => {
    if (value === null) return []
    const estimate = quantityAt(form, i)
    const point = {
      nominal: nominal ? at(nominal, i) : estimate,
      ...(parameters.length > 0 && {
        parameters: Object.fromEntries(parameters.map(([name, column]) => [name, at(column, i)])),
      }),
    }
    const { measurandKind, code } = rule
    const stage = result.stage?.stage ?? 'as-found-and-left'
    return [{ code, measurandKind, stage, point, estimate, ...uncertaintyAt(spread, i) }]
  })
}

type Numbers = FixedQuantity | RealForm

function columnOf(scope: readonly DccResult[], column: Column | undefined): Numbers {
  if (column && 'fixed' in column) return column.fixed
  return columnIn(scope, column?.column ?? {}).form
}

const at = (numbers: Numbers, i: number): FixedQuantity =>
  'unit' in numbers ? numbers : quantityAt(numbers, i)

const entry = <T>(list: readonly T[], i: number): T | undefined => (list.length === 1 ? list[0] : list[i])

function quantityAt({ values, units }: RealForm, i: number): FixedQuantity {
  const value = entry(values, i)
  const unit = entry(units, i)?.symbol
  if (typeof value === 'string' && unit !== undefined) return { value: plainly(value), unit }
  throw columnNotUsable({ en: `Row ${i + 1} has no value`, zh: `第 ${i + 1} 行没有值` })
}

/** U has the unit of its value; an interval is told by the standard uncertainty beside it. */
function uncertaintyAt({ form }: SelectedColumn, i: number) {
  const { uncertainty, units } = form
  const value = uncertainty && entry(uncertainty.values, i)
  const unit = entry(units, i)?.symbol
  if (!uncertainty || typeof value !== 'string' || unit === undefined) return {}
  const stated = { value: plainly(value), unit }
  if (uncertainty.kind !== 'expanded') return { standardUncertainty: stated }
  const factor = entry(uncertainty.coverageFactors, i)
  // U without k says nothing that could be propagated (ILAC-P14, 5.3): the result is then without a stated uncertainty.
  if (typeof factor !== 'string') return {}
  const probability = Number(entry(uncertainty.coverageProbabilities, i) ?? Number.NaN)
  return {
    expandedUncertainty: stated,
    coverageFactor: plainly(factor),
    ...(probability > 0 && probability < 1 && { coverageProbability: probability }),
  }
}

/** D-SI writes `+1`, `.5` and `1.`, which are numbers without all their digits; every digit that is there stays. */
function plainly(written: string): string {
  const [, sign = '', whole = '', point = '', fraction = '', exponent = ''] =
    /^([-+]?)(\d*)(\.?)(\d*)((?:[Ee][-+]?\d+)?)$/.exec(written) ?? []
  const digits = `${whole === '' ? '0' : whole}${point !== '' && fraction !== '' ? `.${fraction}` : ''}`
  return `${sign === '-' ? '-' : ''}${digits}${exponent.replace('E+', 'E').replace('e+', 'e')}`
}
