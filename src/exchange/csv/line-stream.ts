/** A line by its number, without its end; of one that is too long nothing is kept. */
export interface Line {
  readonly line: number
  readonly bytes: Uint8Array
  readonly isTooLong: boolean
}

export interface LineStream {
  readonly push: (bytes: Uint8Array) => readonly Line[]
  readonly end: () => readonly Line[]
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const empty = new Uint8Array()

/** Lines of bytes that come in pieces, ended by LF or CR LF; empty ones are passed over, and so is a byte order mark. */
export function lineStream(mostBytes: number): LineStream {
  let pieces: Uint8Array[] = []
  let length = 0
  let line = 1

  const keep = (piece: Uint8Array) => {
    length += piece.length
    if (length > mostBytes + 1) pieces = []
    else if (piece.length > 0) pieces.push(piece)
  }
  const ended = (): Line[] => {
    const whole = withoutEnds(pieces.length === 1 ? (pieces[0] ?? empty) : joined(pieces), line === 1)
    const isTooLong = length > mostBytes + 1 || whole.length > mostBytes
    const found = { line, bytes: isTooLong ? empty : whole, isTooLong }
    pieces = []
    length = 0
    line += 1
    return isTooLong || whole.length > 0 ? [found] : []
  }

  return {
    push: (bytes) => {
      const lines: Line[] = []
      let from = 0
      for (let to = bytes.indexOf(lineFeed); to !== -1; to = bytes.indexOf(lineFeed, from)) {
        keep(bytes.subarray(from, to))
        lines.push(...ended())
        from = to + 1
      }
      keep(bytes.subarray(from))
      return lines
    },
    end: ended,
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function withoutEnds(bytes: Uint8Array, isFirst: boolean): Uint8Array {
  const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length
  const hasMark = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return bytes.subarray(hasMark ? 3 : 0, end)
}
