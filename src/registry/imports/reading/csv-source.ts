import { csvStream, type CsvRow } from '#exchange/csv/csv-stream.ts'
import { encodingCheck, type TextEncoding } from '#exchange/csv/text-encoding.ts'
import type { ReceivedFile } from '#http/request/received-file.ts'
import type { Fault, Wording } from '#refusal.ts'
import { encodingUnclear, noRowsInFile } from '../imports.refusals.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { bodyOfRow, refusalOf } from './body-of-row.ts'
import { headOf } from './head.ts'
import type { Circumstances, Source, SourceRow } from './source.ts'

const limits = { recordLength: 1 << 20, cells: 1_000 } as const
const separators = [',', ';', '\t'] as const

const encodingSaid: Fault = {
  pointer: '',
  code: 'encoding-recognized',
  detail: {
    en: 'It is no UTF-8 and was read as GB 18030; state charset=gb18030 to be certain',
    zh: '文件不是 UTF-8，已按 GB 18030 读取；如需确定请声明 charset=gb18030',
  },
}

/** The first record is the heading; in which characters and with which separator it is written shows in the file. */
export async function csvSource(
  file: ReceivedFile,
  sheet: Sheet,
  { ownOrganization }: Circumstances,
): Promise<Source> {
  const stated = statedEncoding(file.charset)
  const encoding = stated ?? (await recognized(file))
  const separator = await separatorOf(file, encoding)
  const isGuessed = stated === undefined && encoding !== 'utf-8'
  return {
    encoding,
    separator: separator === '\t' ? 'tab' : separator,
    warnings: isGuessed ? [encodingSaid] : [],
    rows: () => rowsOf(records(file, encoding, separator), { sheet, ownOrganization }),
  }
}

const statedEncoding = (charset: string | undefined): TextEncoding | undefined => {
  if (charset === undefined) return undefined
  return charset.startsWith('utf') ? 'utf-8' : 'gb18030'
}

async function recognized(file: ReceivedFile): Promise<TextEncoding> {
  const check = encodingCheck()
  for await (const bytes of file.read()) check.push(bytes)
  const encoding = check.result()
  if (encoding !== undefined) return encoding
  throw encodingUnclear({
    en: 'It is no UTF-8, and not clearly GB 18030: state charset=gb18030, or save it as UTF-8',
    zh: '不是 UTF-8，也不能确定为 GB 18030：请声明 charset=gb18030，或另存为 UTF-8',
  })
}

async function* texts(file: ReceivedFile, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const bytes of file.read()) yield decoder.decode(bytes, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw encodingUnclear({ en: `A byte in it is not ${encoding}`, zh: `文件含有非 ${encoding} 的字节` })
  }
}

/** The one by which the heading has the most cells; the comma where none has more. */
async function separatorOf(file: ReceivedFile, encoding: TextEncoding): Promise<string> {
  let text = ''
  for await (const piece of texts(file, encoding)) {
    text += piece
    if (text.trimStart().includes('\n') || text.length > limits.recordLength) break
  }
  const widths = separators.map((separator) => {
    const stream = csvStream(separator, limits)
    const [head] = [...stream.push(text), ...stream.end()]
    return { separator, width: head?.cells.length ?? 0 }
  })
  return widths.reduce((best, each) => (each.width > best.width ? each : best)).separator
}

async function* records(
  file: ReceivedFile,
  encoding: TextEncoding,
  separator: string,
): AsyncGenerator<CsvRow> {
  const stream = csvStream(separator, limits)
  for await (const text of texts(file, encoding)) yield* stream.push(text)
  yield* stream.end()
}

const why: Readonly<Record<NonNullable<CsvRow['fault']>, Wording>> = {
  'quote-not-closed': { en: 'A quote is not closed', zh: '引号未闭合' },
  'text-after-quote': { en: 'Text follows the closing quote', zh: '引号闭合后仍有文字' },
  'quote-inside-cell': {
    en: 'A quote stands within a cell that is not quoted',
    zh: '未加引号的单元格中含有引号',
  },
  'carriage-return-alone': { en: 'A carriage return stands alone', zh: '单独的回车符' },
  'record-too-long': { en: `Longer than ${limits.recordLength} characters`, zh: '记录过长' },
  'too-many-cells': { en: `More than ${limits.cells} cells`, zh: `超过 ${limits.cells} 个单元格` },
}

/** A record that is no CSV is refused by itself; of a heading that is none nothing can be read. */
export async function* rowsOf(
  table: AsyncIterable<CsvRow>,
  { sheet, ownOrganization }: { readonly sheet: Sheet; readonly ownOrganization: string },
): AsyncGenerator<SourceRow> {
  let head: ReturnType<typeof headOf> | undefined
  for await (const { line, cells, fault } of table) {
    if (head === undefined) {
      if (fault) throw noRowsInFile(why[fault], { fault }, { pointer: `/${line}` })
      head = headOf(cells, sheet, line)
    } else if (fault) yield { line, refusal: refusalOf(fault, why[fault]) }
    else if (cells.some((cell) => cell.trim() !== ''))
      yield bodyOfRow({ line, cells }, { sheet, head, ownOrganization })
  }
}
