import { dateOfSerial } from './number-formats.ts'
import type { Shared } from './workbook.ts'
import { listen } from './xml-events.ts'
import { workbookUnreadable } from './xlsx.refusals.ts'

/** What a cell holds, as a text; a number is the shortest one that is the same double. */
export interface SheetCell {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  readonly text: string
  /** It was computed when the workbook was last saved. */
  readonly isFormula: boolean
}

export interface SheetRow {
  /** As the program that shows the sheet numbers it. */
  readonly line: number
  /** From column A on; nothing where a cell is empty. */
  readonly cells: readonly (SheetCell | undefined)[]
}

const mostColumns = 1_000
const mostTextInCell = 100_000

interface Reading {
  readonly rows: SheetRow[]
  line: number
  cells: (SheetCell | undefined)[]
  column: number
  type: string
  style: number
  value: string
  isFormula: boolean
  /** Within `v`, or within `t` of a text that stands in the cell itself. */
  isValue: boolean
}

/** The rows of a sheet (ECMA-376-1, 18.3.1), one after the other. */
export async function* sheetRows(part: AsyncIterable<Uint8Array>, shared: Shared): AsyncGenerator<SheetRow> {
  const reading: Reading = {
    rows: [],
    line: 0,
    cells: [],
    column: 0,
    type: 'n',
    style: 0,
    value: '',
    isFormula: false,
    isValue: false,
  }
  const pieces = listen(part, {
    open: (name, attributes) => opened(reading, name, attributes),
    text: (text) => {
      if (!reading.isValue) return
      reading.value += text
      if (reading.value.length > mostTextInCell)
        throw workbookUnreadable({ en: 'A cell holds too long a text', zh: '单元格文字过长' })
    },
    close: (name) => closed(reading, name, shared),
  })
  for await (const _ of pieces) yield* reading.rows.splice(0)
}

function opened(r: Reading, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'row') {
    r.line = nextLine(r.line, attributes['r'])
    r.cells = []
    r.column = 0
  } else if (name === 'c') {
    r.column = attributes['r'] === undefined ? r.column + 1 : columnOf(attributes['r'])
    r.type = attributes['t'] ?? 'n'
    r.style = Number(attributes['s'] ?? 0)
    r.value = ''
    r.isFormula = false
  } else if (name === 'f') r.isFormula = true
  r.isValue = name === 'v' || (name === 't' && r.type === 'inlineStr')
}

function closed(r: Reading, name: string, shared: Shared): void {
  r.isValue = false
  if (name === 'c') {
    const cell = cellOf(r, shared)
    if (cell) r.cells[r.column - 1] = cell
  }
  if (name === 'row') r.rows.push({ line: r.line, cells: Array.from(r.cells) })
}

/** Rows stand in their order, each once. */
function nextLine(before: number, stated: string | undefined): number {
  const line = stated === undefined ? before + 1 : Number(stated)
  if (Number.isInteger(line) && line > before && line <= 1_048_576) return line
  throw workbookUnreadable({
    en: `Row ${line} follows row ${before}`,
    zh: `第 ${before} 行之后是第 ${line} 行`,
  })
}

/** `BC12` is in column 55. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0] ?? ''
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  if (column >= 1 && column <= mostColumns) return column
  throw workbookUnreadable({
    en: `A cell stands in ${reference.slice(0, 20)}; at most ${mostColumns} columns are read`,
    zh: `单元格位于 ${reference.slice(0, 20)}；最多读取 ${mostColumns} 列`,
  })
}

function cellOf({ type, value, style, isFormula }: Reading, shared: Shared): SheetCell | undefined {
  if (value === '') return undefined
  if (type === 's') {
    const text = shared.texts[Number(value)]
    if (text === undefined) throw workbookUnreadable({ en: 'A text is missing', zh: '缺少共享文本' })
    return text === '' ? undefined : { kind: 'text', text, isFormula }
  }
  if (type === 'b') return { kind: 'boolean', text: value === '1' ? 'true' : 'false', isFormula }
  if (type === 'e') return { kind: 'error', text: value, isFormula }
  if (type === 'd') return { kind: 'date', text: value, isFormula }
  if (type !== 'n') return { kind: 'text', text: value, isFormula }
  return numberOf(value, shared.dateStyles.has(style), { isFormula, isFrom1904: shared.isFrom1904 })
}

function numberOf(
  value: string,
  isDate: boolean,
  { isFormula, isFrom1904 }: { readonly isFormula: boolean; readonly isFrom1904: boolean },
): SheetCell {
  const number = Number(value)
  if (!Number.isFinite(number)) return { kind: 'error', text: value, isFormula }
  const date = isDate ? dateOfSerial(number, isFrom1904) : undefined
  if (date !== undefined) return { kind: 'date', text: date, isFormula }
  return { kind: 'number', text: String(number), isFormula }
}
