/** What a cell may hold; nothing is an empty cell. */
export type Cell = string | number | undefined

/** RFC 4180, 2: one record, ended by CR LF. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`

function written(cell: Cell): string {
  if (cell === undefined) return ''
  const text = harmless(String(cell))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A spreadsheet takes a cell that begins with one of these for a formula, and carries it out; an apostrophe makes it a text.
 * A number may begin with its sign. Full-width forms count as well: some programs read them as the same characters.
 */
const harmless = (text: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !isNumber(text) ? `'${text}` : text

const isNumber = (text: string): boolean => /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)
