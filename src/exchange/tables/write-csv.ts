import type { TableCell } from './cell.ts'

/** Programs take a file without it for one in the character set of their machine. */
export const byteOrderMark = '\uFEFF'

/** RFC 4180, 2: one record, ended by CR LF. */
export const tableLine = (cells: readonly TableCell[]): string => `${cells.map(written).join(',')}\r\n`

/**
 * A spreadsheet takes a text that begins with one of these for a formula, and carries it out: `-5` as much as `-5+cmd`, since a
 * text is none of its numbers. Full-width forms count as well: some programs read them as the same characters.
 */
const startsFormula = /^[=+\-@\t\r\n＝＋－＠]/u

/** What a program may take for the end of a cell, also one that separates by semicolons or tabs. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$/u

function written(cell: TableCell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return cell.digits
  if (typeof cell !== 'string') return String(cell)
  const isFormula = startsFormula.test(cell)
  const text = isFormula ? `'${cell}` : cell
  return isFormula || needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
