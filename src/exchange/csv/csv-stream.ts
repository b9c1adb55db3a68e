import { withoutGuard } from './read-csv.ts'

export type CsvRowFault =
  | 'quote-not-closed'
  | 'text-after-quote'
  | 'quote-inside-cell'
  | 'carriage-return-alone'
  | 'record-too-long'
  | 'too-many-cells'

/** A record by the number of the line on which it begins; with a fault, its cells are as far as they could be read. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly fault?: CsvRowFault
}

export interface CsvLimits {
  readonly recordLength: number
  readonly cells: number
}

export interface CsvStream {
  /** The records that end within this text. */
  readonly push: (text: string) => readonly CsvRow[]
  /** What stands after the last line end. */
  readonly end: () => readonly CsvRow[]
}

type Mode = 'begin' | 'plain' | 'quoted' | 'quote' | 'return'

interface Reading {
  readonly rows: CsvRow[]
  mode: Mode
  line: number
  begun: number
  cells: string[]
  cell: string
  length: number
  /** Anything was written in this record: an empty line is none. */
  isBegun: boolean
  fault: CsvRowFault | undefined
}

/**
 * RFC 4180 from a text that comes in pieces, one record held at a time: double quotes, CR LF or LF, also mixed. What is wrong with a
 * record is told by its line, and the next one is read all the same.
 */
export function csvStream(separator: string, limits: CsvLimits): CsvStream {
  const reading: Reading = {
    rows: [],
    mode: 'begin',
    line: 1,
    begun: 1,
    cells: [],
    cell: '',
    length: 0,
    isBegun: false,
    fault: undefined,
  }
  return {
    push: (text) => {
      for (let at = 0; at < text.length;) at = step(reading, text, at, separator, limits)
      return reading.rows.splice(0)
    },
    end: () => {
      if (reading.mode === 'quoted') reading.fault ??= 'quote-not-closed'
      if (reading.mode === 'return') reading.fault ??= 'carriage-return-alone'
      if (reading.isBegun || reading.mode !== 'begin') endRecord(reading, limits)
      return reading.rows.splice(0)
    },
  }
}

/** Reads what is plain at this place, or one character that is not; says where to go on. */
function step(r: Reading, text: string, at: number, separator: string, limits: CsvLimits): number {
  const character = text[at] ?? ''
  if (r.mode === 'begin' && character === '"') {
    r.mode = 'quoted'
    r.isBegun = true
    return at + 1
  }
  if (r.mode === 'quoted') return quoted(r, text, at, limits)
  if (r.mode === 'quote' && character === '"') {
    add(r, '"', limits)
    r.mode = 'quoted'
    return at + 1
  }
  if (r.mode === 'return') return afterReturn(r, character, at, limits)
  if (character === separator) {
    endCell(r, limits)
    r.isBegun = true
    return at + 1
  }
  if (character === '\n') {
    endRecord(r, limits)
    return at + 1
  }
  if (character === '\r') {
    r.mode = 'return'
    return at + 1
  }
  return plain(r, text, at, separator, limits)
}

function quoted(r: Reading, text: string, at: number, limits: CsvLimits): number {
  const close = text.indexOf('"', at)
  const end = close === -1 ? text.length : close
  const content = text.slice(at, end)
  for (let n = content.indexOf('\n'); n !== -1; n = content.indexOf('\n', n + 1)) r.line += 1
  add(r, content, limits)
  if (close === -1) return end
  r.mode = 'quote'
  return end + 1
}

function afterReturn(r: Reading, character: string, at: number, limits: CsvLimits): number {
  if (character === '\n') {
    endRecord(r, limits)
    return at + 1
  }
  r.fault ??= 'carriage-return-alone'
  r.isBegun = true
  r.mode = 'plain'
  return at
}

function plain(r: Reading, text: string, at: number, separator: string, limits: CsvLimits): number {
  if (r.mode === 'quote') r.fault ??= 'text-after-quote'
  let end = at
  for (; end < text.length; end++) {
    const character = text[end]
    if (character === separator || character === '\n' || character === '\r') break
  }
  const content = text.slice(at, end)
  if (content.includes('"')) r.fault ??= 'quote-inside-cell'
  add(r, content, limits)
  r.mode = 'plain'
  r.isBegun = true
  return end
}

function add(r: Reading, content: string, { recordLength }: CsvLimits): void {
  r.length += content.length
  if (r.length > recordLength) {
    r.fault ??= 'record-too-long'
    r.cell = ''
  } else r.cell += content
}

function endCell(r: Reading, { cells }: CsvLimits): void {
  if (r.cells.length < cells) r.cells.push(withoutGuard(r.cell))
  else r.fault ??= 'too-many-cells'
  r.cell = ''
  r.mode = 'begin'
}

function endRecord(r: Reading, limits: CsvLimits): void {
  const isRecord = r.isBegun
  endCell(r, limits)
  if (isRecord) r.rows.push({ line: r.begun, cells: r.cells, ...(r.fault && { fault: r.fault }) })
  r.line += 1
  r.begun = r.line
  r.cells = []
  r.length = 0
  r.isBegun = false
  r.fault = undefined
}
