import { createHash } from 'node:crypto'

/** The rows of a table as texts, in the order of its columns. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

/** A line of COPY in pieces: texts, and what differs from family to family. */
type Line = readonly Piece[]
type Piece =
  | string
  | { readonly kind: 'id'; readonly place: number }
  | { readonly kind: 'prefix' }
  | { readonly kind: 'document' | 'hash'; readonly suffix: string }

export type Template = ReadonlyMap<string, readonly Line[]>

/** What is common to all families, cut at the identifiers of the family and at the prefix of its codes. */
export function templateOf(tables: readonly Table[]): Template {
  const places = placesOf(tables)
  const pieces = (text: string): Piece[] =>
    text.split(/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|F1-)/).map((part): Piece => {
      if (part === 'F1-') return { kind: 'prefix' }
      const place = places.get(part)
      return place === undefined ? part : { kind: 'id', place }
    })
  const lineOf = ({ columns }: Table, row: readonly (string | null)[]): Line => {
    const number = row[columns.indexOf('number')] ?? ''
    const suffix = number.slice('F1-'.length)
    const cells = row.map((value, i): Piece[] => {
      if (columns[i] === 'document') return [{ kind: 'document', suffix }]
      if (columns[i] === 'sha256') return [{ kind: 'hash', suffix }]
      return columns[i] === 'stated' ? ['{}'] : pieces(copied(value))
    })
    return [...cells.flatMap((cell, i) => (i === 0 ? cell : ['\t', ...cell])), '\n']
  }
  return new Map(tables.map((table) => [table.name, table.rows.map((row) => lineOf(table, row))]))
}

function placesOf(tables: readonly Table[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const { columns, rows } of tables) {
    const id = columns.indexOf('id')
    for (const row of rows) if (id >= 0) places.set(row[id] ?? '', places.size)
  }
  return places
}

/** The text format of COPY. */
const copied = (value: string | null): string =>
  value === null ? String.raw`\N` : value.replaceAll(/[\\\t\n\r]/g, (each) => escapes[each] ?? each)

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** The lines of a table for some families. Certificates are short, and their hashes right. */
export function* linesOf(
  template: Template,
  table: string,
  { first, count }: { readonly first: number; readonly count: number },
): Generator<string> {
  for (let family = first; family < first + count; family++) {
    for (const line of template.get(table) ?? []) {
      yield line.map((piece) => (typeof piece === 'string' ? piece : written(piece, family))).join('')
    }
  }
}

function written(piece: Exclude<Piece, string>, family: number): string {
  if (piece.kind === 'prefix') return `F${family}-`
  if (piece.kind === 'id') return identifier(family, piece.place)
  const document = `{"number":"F${family}-${piece.suffix}"}`
  return piece.kind === 'document' ? document : createHash('sha256').update(document).digest('hex')
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** In the shape of RFC 9562, version 7: families one after the other, as if they had been recorded so. */
const identifier = (family: number, place: number): string =>
  `01941f29-${hex(family >> 12, 4)}-7${hex(family & 0xfff, 3)}-8000-${hex(place, 12)}`
