import { closeSync, openSync, readSync } from 'node:fs'

/** From the first to the last code point, both included. */
export type CodeRange = readonly [first: number, last: number]

/** The characters of a font file (OpenType, `cmap`): its table alone is read, not the ten megabytes around it. */
export function charactersOf(path: string): CodeRange[] {
  const file = openSync(path, 'r')
  try {
    const bytes = (position: number, length: number): Buffer => {
      const buffer = Buffer.alloc(length)
      if (readSync(file, buffer, 0, length, position) < length) throw new Error(`${path} ends too early`)
      return buffer
    }
    return rangesOf(tableNamed('cmap', bytes))
  } finally {
    closeSync(file)
  }
}

type Reader = (position: number, length: number) => Buffer

function tableNamed(name: string, bytes: Reader): Buffer {
  const tables = bytes(4, 2).readUInt16BE()
  const directory = bytes(12, tables * 16)
  for (let at = 0; at < directory.length; at += 16) {
    if (directory.toString('latin1', at, at + 4) !== name) continue
    return bytes(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12))
  }
  throw new Error(`The font has no table ${name}`)
}

/** Platform 3 (Windows): encoding 10 is all of Unicode in format 12, encoding 1 its first plane in format 4. */
function rangesOf(cmap: Buffer): CodeRange[] {
  const records = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => ({
    platform: cmap.readUInt16BE(4 + i * 8),
    encoding: cmap.readUInt16BE(6 + i * 8),
    offset: cmap.readUInt32BE(8 + i * 8),
  }))
  const windows = records.filter(({ platform }) => platform === 3)
  const chosen =
    windows.find(({ encoding }) => encoding === 10) ?? windows.find(({ encoding }) => encoding === 1)
  if (!chosen) throw new Error('The font has no map from Unicode')
  const map = cmap.subarray(chosen.offset)
  const format = map.readUInt16BE()
  if (format === 12) return groups(map)
  if (format === 4) return segments(map)
  throw new Error(`A map of format ${format} is not read here`)
}

const groups = (map: Buffer): CodeRange[] =>
  Array.from({ length: map.readUInt32BE(12) }, (_, i): CodeRange => [
    map.readUInt32BE(16 + i * 12),
    map.readUInt32BE(20 + i * 12),
  ])

function segments(map: Buffer): CodeRange[] {
  const count = map.readUInt16BE(6) / 2
  const [ends, starts, deltas, offsets] = [14, 16 + count * 2, 16 + count * 4, 16 + count * 6] as const
  const glyphOf = (segment: number, code: number): number => {
    const delta = map.readUInt16BE(deltas + segment * 2)
    const offset = map.readUInt16BE(offsets + segment * 2)
    if (offset === 0) return (code + delta) & 0xffff
    const at = offsets + segment * 2 + offset + (code - map.readUInt16BE(starts + segment * 2)) * 2
    const glyph = map.readUInt16BE(at)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  const codes: CodeRange[] = []
  for (let segment = 0; segment < count; segment++) {
    const last = map.readUInt16BE(ends + segment * 2)
    for (let code = map.readUInt16BE(starts + segment * 2); code <= last && code < 0xffff; code++)
      if (glyphOf(segment, code) !== 0) codes.push([code, code])
  }
  return codes
}
