import type { RealForm } from '../reading/quantities/dcc-quantity.ts'
import type { DccResult, DccText } from '../reading/dcc-read.ts'
import type { ColumnSelector } from './mapping.ts'
import { columnAmbiguous, columnNotFound, columnNotUsable } from './mapping.refusals.ts'

/** A column that is meant, in the unit that is meant. */
export interface SelectedColumn {
  readonly result: DccResult
  readonly form: RealForm
}

const names = (text: DccText | undefined): readonly string[] => (text ?? []).map((each) => each.text)

export function fits(selector: ColumnSelector, result: DccResult, scope: readonly DccResult[]): boolean {
  const { refType, name, position } = selector
  return (
    (refType === undefined || result.refTypes.includes(refType)) &&
    (name === undefined || names(result.name).includes(name)) &&
    (position === undefined || (result.table?.column ?? scope.indexOf(result)) === position) &&
    (selector.result === undefined || names(result.resultName).includes(selector.result))
  )
}

/** What stands together: the columns of one table, or the quantities of one result. */
export const scopeOf = (result: DccResult, results: readonly DccResult[]): readonly DccResult[] =>
  results.filter((other) =>
    result.table
      ? other.table?.path === result.table.path
      : other.table === undefined &&
        other.measurement === result.measurement &&
        parentOf(other.path) === parentOf(result.path),
  )

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

/** The one column in a scope that is meant. */
export function columnIn(scope: readonly DccResult[], selector: ColumnSelector): SelectedColumn {
  const found = scope.filter((result) => fits(selector, result, scope))
  const [result, ...others] = found
  if (!result) throw columnNotFound(columnNotFound.definition.title, { asked: selector })
  if (others.length > 0) {
    throw columnAmbiguous(columnAmbiguous.definition.title, {
      asked: selector,
      paths: found.map(({ path }) => path),
    })
  }
  return { result, form: formOf(result, selector) }
}

export function formOf(result: DccResult, { unit }: ColumnSelector): RealForm {
  const forms = result.forms.filter((form): form is RealForm => form.kind !== 'complex')
  const form = unit === undefined ? forms[0] : forms.find(({ units }) => units[0]?.symbol === unit)
  if (form && form.units.length > 0 && form.units.every(({ symbol }) => symbol !== undefined)) return form
  throw columnNotUsable(
    {
      en: `${result.path} has no numbers in a unit that is known`,
      zh: `${result.path} 没有以已知单位表示的数值`,
    },
    { path: result.path },
  )
}
