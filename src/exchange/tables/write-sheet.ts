import type { TableCell } from './cell.ts'

export interface Sheet {
  readonly name: string
  readonly heading: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  /** Rows below the heading that explain it; they stay in sight with it. */
  readonly notes?: readonly (readonly string[])[]
  /** Numbers whose digits a sheet would change, 10.00, are texts: it is read again, and not computed with. */
  readonly keepsDigits?: boolean
}

/** A workbook as XLSX (ISO/IEC 29500), its headings always in sight. The library is loaded for the first one that is written. */
export async function writeSheets(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return new Uint8Array(await writeXlsxFile(sheets.map(sheetOf)).toBuffer())
}

export const xlsxMedium = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const sheetOf = ({ name, heading, rows, notes = [], keepsDigits = false }: Sheet) => ({
  sheet: name.slice(0, 31),
  columns: heading.map((text) => ({ width: widthOf(text) })),
  stickyRowsCount: 1 + notes.length,
  data: [
    heading.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
    ...notes.map((row) =>
      row.map((value) => ({ type: String, value, textColor: '#595959' as const, wrap: true })),
    ),
    ...rows.map((row) => row.map((cell) => cellOf(cell, keepsDigits))),
  ],
})

/** By its type: a text that looks like a number or a formula stays a text. */
function cellOf(cell: TableCell, keepsDigits: boolean) {
  if (cell === undefined || cell === '') return null
  if (typeof cell === 'number') return { type: Number, value: cell }
  if (typeof cell === 'boolean') return { type: Boolean, value: cell }
  if (typeof cell === 'string') return { type: String, value: cell }
  const isChanged = String(Number(cell.digits)) !== cell.digits
  return keepsDigits && isChanged ? { type: String, value: cell.digits } : numberOf(cell.digits)
}

/** A sheet computes in doubles; what one cannot hold stays a text. */
function numberOf(digits: string) {
  const significant = digits
    .replace(/[eE].*$/u, '')
    .replaceAll(/[-.]/g, '')
    .replace(/^0+/u, '')
  if (significant.length > 15) return { type: String, value: digits }
  const places = /^-?\d+\.(\d+)$/u.exec(digits)?.[1]?.length
  return {
    type: Number,
    value: Number(digits),
    ...(places !== undefined && { format: `0.${'0'.repeat(places)}` }),
  }
}

/** A Chinese character is as wide as two letters. */
const widthOf = (text: string): number =>
  Math.min(
    40,
    [...text].reduce((width, each) => width + (each > '\u2e7f' ? 2 : 1), 4),
  )
