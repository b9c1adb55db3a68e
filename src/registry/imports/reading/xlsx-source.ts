import type { SheetCell, SheetRow } from '#exchange/xlsx/sheet-rows.ts'
import { openWorkbook } from '#exchange/xlsx/workbook.ts'
import { tooLarge } from '#http/http.refusals.ts'
import type { ReceivedFile } from '#http/request/received-file.ts'
import type { Wording } from '#refusal.ts'
import type { RowFault, RowRefusal } from '../outcome.ts'
import type { CellKind, Sheet } from '../sheets/sheet.ts'
import { bodyOfRow } from './body-of-row.ts'
import { headOf, type Head, type PlacedColumn } from './head.ts'
import type { Circumstances, Source, SourceRow } from './source.ts'

/** An archive is read from its end, and held in memory; of what it unpacks to, one row is. */
const mostWorkbookBytes = 16 << 20

/** The first row with anything in it names the columns. */
export async function xlsxSource(
  file: ReceivedFile,
  sheet: Sheet,
  { ownOrganization, sheetName }: Circumstances,
): Promise<Source> {
  if (file.size > mostWorkbookBytes)
    throw tooLarge(`At most ${mostWorkbookBytes} bytes`, { mostBytes: mostWorkbookBytes })
  const workbook = await openWorkbook(await wholeOf(file))
  return { warnings: [], rows: () => rowsOf(workbook.rows(sheetName), { sheet, ownOrganization }) }
}

async function wholeOf(file: ReceivedFile): Promise<Uint8Array> {
  const whole = new Uint8Array(file.size)
  let at = 0
  for await (const piece of file.read()) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

async function* rowsOf(
  rows: AsyncIterable<SheetRow>,
  { sheet, ownOrganization }: { readonly sheet: Sheet; readonly ownOrganization: string },
): AsyncGenerator<SourceRow> {
  let head: Head | undefined
  for await (const row of rows) {
    if (row.cells.every((cell) => cell === undefined || cell.text.trim() === '')) continue
    if (head === undefined) {
      head = headOf(
        Array.from(row.cells, (cell) => cell?.text ?? ''),
        sheet,
        row.line,
      )
    } else yield rowOf(row, { sheet, head, ownOrganization })
  }
}

interface Table {
  readonly sheet: Sheet
  readonly head: Head
  readonly ownOrganization: string
}

function rowOf({ line, cells }: SheetRow, table: Table): SourceRow {
  const warnings: RowFault[] = []
  for (const [i, cell] of cells.entries()) {
    const place = table.head[i]
    if (!cell || !place) continue
    const why = refusedCell(cell, place.column.kind)
    if (why) return { line, refusal: refusalAt(place, why, cell) }
    if (cell.isFormula) warnings.push(faultAt(place, 'formula-result', cell))
    else if (cell.kind === 'number' && place.column.kind === 'text')
      warnings.push(faultAt(place, 'number-taken-as-text', cell))
  }
  const texts = Array.from(cells, (cell) => cell?.text ?? '')
  return bodyOfRow({ line, cells: texts, warnings }, table)
}

type Told = 'date-not-expected' | 'cell-in-error' | 'digits-lost' | 'formula-result' | 'number-taken-as-text'

/** What a spreadsheet has made of what was typed is not taken for what was meant. */
function refusedCell({ kind, text }: SheetCell, expected: CellKind): Told | undefined {
  if (kind === 'error') return 'cell-in-error'
  if (kind === 'date' && expected !== 'date' && expected !== 'instant') return 'date-not-expected'
  const isLong = kind === 'number' && expected === 'text' && Math.abs(Number(text)) >= 1e15
  return isLong ? 'digits-lost' : undefined
}

const words: Readonly<Record<Told, (text: string) => Wording>> = {
  'date-not-expected': (text) => ({
    en: `The spreadsheet has made a date of it (${text}): format the cell as text and write it again`,
    zh: `电子表格已将其转换为日期（${text}）：请将单元格设为文本后重新填写`,
  }),
  'cell-in-error': (text) => ({ en: `The cell holds the error ${text}`, zh: `单元格为错误值 ${text}` }),
  'digits-lost': (text) => ({
    en: `A number of more than 15 digits (${text}) has lost the others: format the cell as text`,
    zh: `数字超过 15 位（${text}），其余位数已丢失：请将单元格设为文本`,
  }),
  'formula-result': (text) => ({
    en: `A formula stands there; its result when the file was saved was taken: ${text}`,
    zh: `单元格为公式，已采用保存时的计算结果：${text}`,
  }),
  'number-taken-as-text': (text) => ({
    en: `A number stands there, and was taken as the text ${text}; zeros before and behind it are not in the file`,
    zh: `单元格为数值，已按文本 ${text} 读取；其前后的零不在文件中`,
  }),
}

const shown = (text: string) => text.slice(0, 100).toWellFormed()

const faultAt = ({ column, number, heading }: PlacedColumn, code: Told, { text }: SheetCell): RowFault => ({
  pointer: column.pointer,
  column: { number, heading },
  code,
  detail: words[code](shown(text)),
})

const refusalAt = (place: PlacedColumn, code: Told, cell: SheetCell): RowRefusal => ({
  code,
  detail: words[code](shown(cell.text)),
  errors: [faultAt(place, code, cell)],
})
