import { forbiddenCharacter } from '#http/http.refusals.ts'
import { faultOfText } from '#http/json/text.ts'
import type { Wording } from '#refusal.ts'
import type { RowFault, RowRefusal } from '../outcome.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { cellValue } from './cell-value.ts'
import type { Head, PlacedColumn } from './head.ts'
import { nested } from './nested.ts'
import type { SourceRow } from './source.ts'

/** A row of a table: its cells as texts. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly warnings?: readonly RowFault[]
}

export interface Table {
  readonly sheet: Sheet
  readonly head: Head
  readonly ownOrganization: string
}

const decimalComma: Wording = {
  en: 'A comma may be the sign of decimals or divide thousands: write 1.5 or 1500',
  zh: '逗号可能是小数点，也可能是千分位：请写作 1.5 或 1500',
}
const trimmed: Wording = { en: 'Blanks around it were left out', zh: '已去除首尾空白' }
const widthUnlike = (count: number, most: number): Wording => ({
  en: `${count} cells under ${most} headings`,
  zh: `${count} 个单元格，表头 ${most} 列`,
})
const unnamed: Wording = { en: 'It stands under no heading', zh: '所在列没有表头' }

/** The body that the single operation takes: each cell at the place its column names; an empty cell states nothing. */
export function bodyOfRow({ line, cells, warnings = [] }: TableRow, table: Table): SourceRow {
  const { head, sheet, ownOrganization } = table
  const columnOf = (pointer: string) => columnAt(head, pointer)
  if (cells.slice(head.length).some((cell) => cell.trim() !== '')) {
    return { line, refusal: refusalOf('cells-beyond-headings', widthUnlike(cells.length, head.length)) }
  }
  const members = new Map<string, unknown>()
  const told: RowFault[] = [...warnings]
  for (const [i, raw] of cells.entries()) {
    const text = raw.trim().normalize('NFC')
    if (text === '') continue
    const place = head[i]
    if (!place)
      return { line, refusal: refusalOf('cell-without-heading', unnamed, { number: i + 1, heading: '' }) }
    const refusal = refuseCell(text, place)
    if (refusal) return { line, refusal, columnOf }
    if (text.length !== raw.length) told.push(faultAt(place, 'blanks-left-out', trimmed))
    const read = cellValue(text, place.column)
    if ('value' in read) members.set(place.column.pointer, read.value)
  }
  imply(members, sheet, ownOrganization)
  return { line, body: nested(members), columnOf, ...(told.length > 0 && { warnings: told }) }
}

function refuseCell(text: string, place: PlacedColumn): RowRefusal | undefined {
  const forbidden = faultOfText(text)
  if (forbidden) return refusalAt(place, forbiddenCharacter.definition.code, forbidden)
  const read = cellValue(text, place.column)
  return 'fault' in read ? refusalAt(place, read.fault, decimalComma) : undefined
}

const placeOf = ({ number, heading }: PlacedColumn) => ({ number, heading })
const faultAt = (place: PlacedColumn, code: string, detail: Wording): RowFault => ({
  pointer: place.column.pointer,
  column: placeOf(place),
  code,
  detail,
})
const refusalAt = (place: PlacedColumn, code: string, detail: Wording): RowRefusal => ({
  code,
  detail,
  errors: [faultAt(place, code, detail)],
})

/** What is wrong with a row as a whole. */
export const refusalOf = (code: string, detail: Wording, column?: RowFault['column']): RowRefusal => ({
  code,
  detail,
  errors: [{ pointer: '', code, detail, ...(column && { column }) }],
})

const isPart = (part: string, whole: string) => part === whole || part.startsWith(`${whole}/`)

/** The column of the member, or of what it is a part of; else the first one of its parts. */
function columnAt(head: Head, pointer: string): RowFault['column'] {
  const placed = head.filter((each) => each !== undefined)
  const found =
    placed.find(({ column }) => isPart(pointer, column.pointer)) ??
    (pointer === '' ? undefined : placed.find(({ column }) => isPart(column.pointer, pointer)))
  return found && placeOf(found)
}

function imply(members: Map<string, unknown>, sheet: Sheet, ownOrganization: string): void {
  for (const { pointer, isOwnOrganization } of sheet.columns)
    if (isOwnOrganization && !members.has(pointer)) members.set(pointer, ownOrganization)
  for (const { pointer, value } of sheet.implied ?? []) {
    const beside = pointer.slice(0, pointer.lastIndexOf('/') + 1)
    const isAsked = [...members.keys()].some((each) => each.startsWith(beside))
    if (isAsked && !members.has(pointer)) members.set(pointer, value)
  }
}
