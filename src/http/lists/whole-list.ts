import { byteOrderMark, tableLine } from '#exchange/tables/write-csv.ts'
import { writeSheets } from '#exchange/tables/write-sheet.ts'
import { listTooLong } from '../http.refusals.ts'
import type { MediaAnswer, OperationDefinition } from '../operation.ts'
import { textStream } from '../text-stream.ts'
import { columnsOf } from './columns.ts'
import { csv, endingsOf, itemOfList, ndjson } from './list.ts'
import { cellsOf, headingsOf } from './table-cells.ts'
import type { WholeList } from './whole-list-query.ts'

interface Page {
  readonly items: readonly unknown[]
  readonly next: string | null
}

/** A page from a place on; each is asked for when its reader wants it, and forgotten when it is written. */
export type ReadPage = (cursor: string | undefined) => Promise<Page>

export interface WholeListAsked extends WholeList {
  readonly operation: OperationDefinition
  readonly medium: string
  readonly path: string
  readonly now: Date
}

/** The whole list in another medium. Its first page is read before anything is answered: what is refused is a problem. */
export async function wholeList(asked: WholeListAsked, readPage: ReadPage): Promise<MediaAnswer> {
  const { medium } = asked
  const pages = pagesFrom(await readPage(undefined), readPage)
  const headers = { 'content-disposition': `attachment; filename="${filenameOf(asked)}"` }
  if (medium === ndjson) return { status: 200, media: medium, headers, content: textStream(lines(pages)) }
  if (medium !== csv) return { status: 200, media: medium, headers, content: await sheetOf(pages, asked) }
  const media = `${csv}; charset=utf-8; header=present`
  return { status: 200, media, headers, content: textStream(tableLines(pages, asked)) }
}

async function* pagesFrom(first: Page, readPage: ReadPage): AsyncGenerator<readonly unknown[]> {
  let page = first
  for (;;) {
    yield page.items
    if (page.next === null) return
    page = await readPage(page.next)
  }
}

async function* lines(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  for await (const items of pages) yield items.map((item) => `${JSON.stringify(item)}\n`).join('')
}

async function* tableLines(
  pages: AsyncIterable<readonly unknown[]>,
  { operation, headings }: WholeListAsked,
): AsyncGenerator<string> {
  const columns = columnsOf(itemOfList(operation) ?? '')
  yield byteOrderMark + tableLine(headingsOf(columns, headings))
  for await (const items of pages) yield items.map((item) => tableLine(cellsOf(item, columns))).join('')
}

/** A workbook is made in memory, and opened whole by whoever reads it. */
const mostRowsOfSheet = 20_000

async function sheetOf(
  pages: AsyncIterable<readonly unknown[]>,
  { operation, headings, path }: WholeListAsked,
): Promise<Uint8Array> {
  const columns = columnsOf(itemOfList(operation) ?? '')
  const rows = []
  for await (const items of pages) {
    for (const item of items) rows.push(cellsOf(item, columns))
    if (rows.length > mostRowsOfSheet) throw listTooLong(tooLongDetail, { mostRows: mostRowsOfSheet })
  }
  const name = wordsOf(path).at(-1) ?? 'list'
  return writeSheets([{ name, heading: headingsOf(columns, headings), rows }])
}

const tooLongDetail = {
  en: `A workbook has at most ${mostRowsOfSheet} rows here; text/csv has any number`,
  zh: `工作簿最多 ${mostRowsOfSheet} 行；text/csv 不限行数`,
}

/** `/v1/equipment/KB-1/events` on 26 November → equipment-KB-1-events-2026-11-26.csv */
function filenameOf({ operation, medium, path, now }: WholeListAsked): string {
  const ending = endingsOf(operation).find((one) => one.medium === medium)?.ending ?? ''
  return [...wordsOf(path), now.toISOString().slice(0, 10)].join('-') + ending
}

const wordsOf = (path: string): string[] =>
  path
    .replace(/\.(?:csv|ndjson|xlsx)$/, '')
    .split('/')
    .filter((part) => part !== '' && part !== 'v1')
    .map((part) => part.replaceAll(/[^A-Za-z0-9._~-]/g, '_').slice(0, 64))
