import { headingOf } from '#contract/member-words.ts'
import { statedDigits, type TableCell } from '#exchange/tables/cell.ts'
import type { OperationDefinition } from '../operation.ts'
import { cellAt, type Column, columnsOf } from './columns.ts'
import { itemOfList } from './list.ts'
import type { WholeList } from './whole-list-query.ts'

/** A list as a table: its heading, and the cells of each item. */
export interface Table {
  readonly heading: readonly string[]
  readonly cells: (item: unknown) => TableCell[]
}

/** By the columns of the record, or by those in which an import takes it. */
export function tableOf(operation: OperationDefinition, { headings, isForImport }: WholeList): Table {
  if (isForImport && operation.importColumns) return importTable(operation.importColumns, headings)
  const columns = columnsOf(itemOfList(operation) ?? '')
  return {
    heading: columns.map(({ path }) => (headings === undefined ? path.join('.') : headingOf(path, headings))),
    cells: (item) => columns.map((column) => cellOf(cellAt(item, column.path), column.kind)),
  }
}

function importTable(
  importColumns: NonNullable<OperationDefinition['importColumns']>,
  headings: WholeList['headings'],
): Table {
  const columns = importColumns.map(({ pointer, kind }) => ({
    path: pointer.split('/').slice(1),
    kind: kindOfImport(kind),
  }))
  return {
    heading: importColumns.map(({ id, name }) => (headings === undefined ? id : name[headings])),
    cells: (item) => columns.map(({ path, kind }) => cellOf(cellAt(item, path), kind)),
  }
}

function kindOfImport(kind: string): Column['kind'] {
  if (kind === 'list') return 'texts'
  return kind === 'decimal' || kind === 'integer' ? 'number' : 'text'
}

function cellOf(value: unknown, kind: Column['kind']): TableCell {
  if (value === undefined || value === null) return undefined
  if (kind === 'json') return JSON.stringify(value)
  if (kind === 'texts') return (value as readonly string[]).join('; ')
  // One member may be a text in one record, and members of its own in another: those have columns of their own.
  if (typeof value === 'object') return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return (kind === 'number' ? statedDigits(String(value)) : undefined) ?? String(value)
}
