import { createHash } from 'node:crypto'
import { cursorInvalid } from './http.refusals.ts'
import { faultOfText } from './json/text.ts'

/** Where a page begins: after the row with this value of the ordering column and this identifier. */
export interface PagePlace {
  readonly value: string | number
  readonly id: string
}

interface PageQuery {
  readonly limit: number
  readonly cursor?: string
}

/** A cursor belongs to one list with one set of filters; elsewhere it would skip rows without a word. */
function bindingOf(list: string, query: PageQuery): string {
  const { limit: _, cursor: __, ...filters } = query
  const sorted = Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([list, sorted]))
    .digest('base64url')
    .slice(0, 8)
}

const written = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

/** How the rows of a list are identified; text of another form is never compared with such a column. */
const identifiers = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  sequence: /^\d{1,18}$/,
} as const

/** The place that `cursor` names; undefined for the first page. Only the spelling that we gave out is taken. */
export function pagePlace(
  list: string,
  query: PageQuery,
  form: keyof typeof identifiers = 'uuid',
): PagePlace | undefined {
  if (query.cursor === undefined) return undefined
  const parts = parsed(query.cursor)
  const [binding, value, id] = Array.isArray(parts) && parts.length === 3 ? (parts as unknown[]) : []
  const isValue =
    typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && !faultOfText(value)
  const isOurs =
    isValue &&
    typeof id === 'string' &&
    identifiers[form].test(id) &&
    written([binding, value, id]) === query.cursor
  if (!isOurs) throw cursorInvalid('Use the text of `next` as it stands', {}, { pointer: '/cursor' })
  if (binding !== bindingOf(list, query)) {
    throw cursorInvalid('It was given out for other filters, or for another list', {}, { pointer: '/cursor' })
  }
  return { value: value as string | number, id }
}

/** One row more than asked for was read: whether it is there says whether a next page is. */
export const rowsToRead = ({ limit }: PageQuery): number => limit + 1

/** A page as it is answered; `rows` are `rowsToRead(query)` rows from the place on, in the order of `(value, id)`. */
export function pageOf<Row, Item>(
  list: string,
  query: PageQuery,
  rows: readonly Row[],
  placeOf: (row: Row) => PagePlace,
  view: (row: Row) => Item,
): { readonly items: readonly Item[]; readonly next: string | null } {
  const shown = rows.slice(0, query.limit)
  const last = rows.length > shown.length ? shown.at(-1) : undefined
  const place = last && placeOf(last)
  const next = place ? written([bindingOf(list, query), place.value, place.id]) : null
  return { items: shown.map(view), next }
}
