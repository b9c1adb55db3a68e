import { createHash } from 'node:crypto'
import { references, referencesOfFamily } from './laboratories.ts'

/** The rows of a table as texts, in the order of its columns. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

/** What differs from family to family, and from one replica of an instrument to the next. */
type Variable =
  | { readonly kind: 'family' }
  | { readonly kind: 'id'; readonly place: number; readonly isReplicated: boolean }
  | { readonly kind: 'instrument'; readonly number: number }
  /** One of the national references that stand above the family. */
  | { readonly kind: 'reference' | 'reference-id'; readonly position: number }
  | { readonly kind: 'document' | 'hash'; readonly document: readonly Piece[] }
type Piece = string | Variable

interface Line {
  readonly isReplicated: boolean
  readonly pieces: readonly Piece[]
}

export interface Template {
  readonly lines: ReadonlyMap<string, readonly Line[]>
  readonly referenceIds: readonly string[]
  readonly instruments: number
}

/** Which copy of the template a line is made for; the first replica of a family are the instruments it was made with. */
interface Copy {
  readonly family: number
  readonly replica: number
}

const varying = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|F1-I-\d+|F1-|LAB\d|KG\d+)/

/**
 * What is common to all families, cut at what varies. `referenceIds` are those of the national references, in the order of their
 * codes. Instruments are written several times in a family; whatever points at one of them is its own.
 */
export function templateOf(tables: readonly Table[], referenceIds: readonly string[]): Template {
  const places = new Map<string, { readonly place: number; readonly isReplicated: boolean }>()
  let instruments = 0
  const lines = new Map<string, readonly Line[]>()
  for (const table of tables) {
    const id = table.columns.indexOf('id')
    const replicated = table.rows.map((row) => isOfInstrument(table, row, places))
    for (const [i, row] of table.rows.entries()) {
      const isReplicated = replicated[i] ?? false
      if (id >= 0) places.set(row[id] ?? '', { place: places.size, isReplicated })
      if (table.name === 'equipment' && isReplicated) instruments += 1
    }
    const pieces = (text: string) => piecesOf(text, places, referenceIds)
    lines.set(
      table.name,
      table.rows.map((row, i) => lineOf(table, row, replicated[i] ?? false, pieces)),
    )
  }
  return { lines, referenceIds, instruments }
}

function isOfInstrument(
  { name, columns }: Table,
  row: readonly (string | null)[],
  places: ReadonlyMap<string, { readonly isReplicated: boolean }>,
): boolean {
  if (name === 'equipment') return (row[columns.indexOf('code')] ?? '').startsWith('F1-I-')
  return row.some((value) => value !== null && places.get(value)?.isReplicated === true)
}

function piecesOf(
  text: string,
  places: ReadonlyMap<string, { readonly place: number; readonly isReplicated: boolean }>,
  referenceIds: readonly string[],
): Piece[] {
  const ownReferences = referencesOfFamily(1)
  return text.split(varying).flatMap((part): Piece[] => {
    if (part === 'F1-') return [{ kind: 'family' }]
    if (part.startsWith('F1-I-')) return [{ kind: 'instrument', number: Number(part.slice(5)) }]
    if (/^LAB\d$/.test(part)) return [{ kind: 'family' }, part]
    const code = ownReferences.findIndex((each) => each === part)
    if (code >= 0) return [{ kind: 'reference', position: code }]
    const id = ownReferences.findIndex((each) => referenceIds[references.indexOf(each)] === part)
    if (id >= 0) return [{ kind: 'reference-id', position: id }]
    const place = places.get(part)
    return place === undefined ? [part] : [{ kind: 'id', ...place }]
  })
}

function lineOf(
  { columns }: Table,
  row: readonly (string | null)[],
  isReplicated: boolean,
  pieces: (text: string) => Piece[],
): Line {
  // Documents of instruments are short: a country of them would be gigabytes that nothing here reads.
  const number = row[columns.indexOf('number')] ?? ''
  const stated = row[columns.indexOf('document')] ?? ''
  const document = pieces(isReplicated ? `{"number":"${number}"}` : stated)
  const cells = row.map((value, i): Piece[] => {
    if (columns[i] === 'document') return [{ kind: 'document', document }]
    if (columns[i] === 'sha256') return [{ kind: 'hash', document }]
    return columns[i] === 'stated' ? ['{}'] : pieces(copied(value))
  })
  return { isReplicated, pieces: [...cells.flatMap((cell, i) => (i === 0 ? cell : ['\t', ...cell])), '\n'] }
}

/** The text format of COPY. */
const copied = (value: string | null): string =>
  value === null ? String.raw`\N` : value.replaceAll(/[\\\t\n\r]/g, (each) => escapes[each] ?? each)

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** The lines of a table for some families, each with so many replicas of its instruments. Hashes are right. */
export function* linesOf(
  template: Template,
  table: string,
  { first, count, replicas }: { readonly first: number; readonly count: number; readonly replicas: number },
): Generator<string> {
  for (let family = first; family < first + count; family++) {
    for (const { isReplicated, pieces } of template.lines.get(table) ?? []) {
      const times = isReplicated ? replicas : 1
      for (let replica = 0; replica < times; replica++) yield written(pieces, template, { family, replica })
    }
  }
}

function written(pieces: readonly Piece[], template: Template, copy: Copy): string {
  let text = ''
  for (const piece of pieces) text += typeof piece === 'string' ? piece : filled(piece, template, copy)
  return text
}

function filled(piece: Variable, template: Template, copy: Copy): string {
  const { family, replica } = copy
  switch (piece.kind) {
    case 'family':
      return `F${family}-`
    case 'id':
      return identifier(family, piece.isReplicated ? replica : 0, piece.place)
    case 'instrument':
      return `F${family}-I-${piece.number + replica * template.instruments}`
    case 'reference':
      return referencesOfFamily(family)[piece.position] ?? ''
    case 'reference-id': {
      const code = referencesOfFamily(family)[piece.position]
      return template.referenceIds[references.findIndex((each) => each === code)] ?? ''
    }
    case 'document':
      return copied(written(piece.document, template, copy))
    case 'hash':
      return createHash('sha256')
        .update(written(piece.document, template, copy))
        .digest('hex')
  }
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** In the shape of RFC 9562, version 7: families one after the other, as if they had been recorded so. */
const identifier = (family: number, replica: number, place: number): string =>
  `01941f29-${hex(family >> 12, 4)}-7${hex(family & 0xfff, 3)}-8${hex(replica, 3)}-${hex(place, 12)}`
