import { byteOrderMark, tableLine } from '#exchange/tables/write-csv.ts'
import { writeSheets } from '#exchange/tables/write-sheet.ts'
import { listTooLong } from '../http.refusals.ts'
import type { MediaAnswer, OperationDefinition } from '../operation.ts'
import { textStream } from '../text-stream.ts'
import { csv, endingsOf, ndjson } from './list.ts'
import { tableOf } from './table-cells.ts'
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
  asked: WholeListAsked,
): AsyncGenerator<string> {
  const { heading, cells } = tableOf(asked.operation, asked)
  yield byteOrderMark + tableLine(heading)
  for await (const items of pages) yield items.map((item) => tableLine(cells(item))).join('')
}

/** A workbook is made in memory, and opened whole by whoever reads it. */
const mostRowsOfSheet = 20_000

async function sheetOf(pages: AsyncIterable<readonly unknown[]>, asked: WholeListAsked): Promise<Uint8Array> {
  const { heading, cells } = tableOf(asked.operation, asked)
  const rows = []
  for await (const items of pages) {
    for (const item of items) rows.push(cells(item))
    if (rows.length > mostRowsOfSheet) throw listTooLong(tooLongDetail, { mostRows: mostRowsOfSheet })
  }
  return writeSheets([
    { name: wordsOf(asked.path).at(-1) ?? 'list', heading, rows, keepsDigits: asked.isForImport },
  ])
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
