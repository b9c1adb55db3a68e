import { headingOf, type HeadingLanguage } from '#contract/member-words.ts'
import { statedDigits, type TableCell } from '#exchange/tables/cell.ts'
import { cellAt, type Column } from './columns.ts'

export const headingsOf = (columns: readonly Column[], language: HeadingLanguage | undefined): string[] =>
  columns.map(({ path }) => (language === undefined ? path.join('.') : headingOf(path, language)))

export const cellsOf = (item: unknown, columns: readonly Column[]): TableCell[] =>
  columns.map((column) => cellOf(cellAt(item, column.path), column))

function cellOf(value: unknown, { kind }: Column): TableCell {
  if (value === undefined || value === null) return undefined
  if (kind === 'json') return JSON.stringify(value)
  if (kind === 'texts') return (value as readonly string[]).join('; ')
  // One member may be a text in one record, and members of its own in another: those have columns of their own.
  if (typeof value === 'object') return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return (kind === 'number' ? statedDigits(String(value)) : undefined) ?? String(value)
}
