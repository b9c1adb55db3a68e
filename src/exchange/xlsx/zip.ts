import { createInflateRaw } from 'node:zlib'
import { workbookTooLarge, workbookUnreadable } from './xlsx.refusals.ts'

/** A file within an archive, where it lies and how it is packed. */
interface Entry {
  readonly method: number
  readonly size: number
  readonly at: number
}

export type Archive = ReadonlyMap<string, Entry>

const endMark = 0x06054b50
const entryMark = 0x02014b50
const fileMark = 0x04034b50
const mostEntries = 4_000
/** Of one file within the archive; what its heading says of its size is not believed. */
export const mostUnpacked = 256 << 20

const unreadable = (en: string, zh: string) => workbookUnreadable({ en, zh })
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The directory of a ZIP archive (PKWARE APPNOTE 4.3.12), without what no workbook has: parts, encryption, ZIP64. */
export function readArchive(bytes: Uint8Array): Archive {
  const data = view(bytes)
  const end = endOf(data)
  const count = data.getUint16(end + 10, true)
  if (count > mostEntries) throw unreadable('It has too many parts', '部件过多')
  const entries = new Map<string, Entry>()
  let at = data.getUint32(end + 16, true)
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || data.getUint32(at, true) !== entryMark)
      throw unreadable('Its directory is damaged', '目录已损坏')
    if ((data.getUint16(at + 8, true) & 1) !== 0) throw unreadable('It is encrypted', '文件已加密')
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => data.getUint16(at + offset, true))
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)))
    if (entries.has(name)) throw unreadable(`${name} stands in it twice`, `${name} 重复`)
    const method = data.getUint16(at + 10, true)
    entries.set(name, { method, size: data.getUint32(at + 20, true), at: data.getUint32(at + 42, true) })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

function endOf(data: DataView): number {
  const first = Math.max(0, data.byteLength - 22 - 0xffff)
  for (let at = data.byteLength - 22; at >= first; at--) if (data.getUint32(at, true) === endMark) return at
  throw unreadable('It is no ZIP archive', '不是 ZIP 文件')
}

/** The packed bytes of an entry. */
function packed(bytes: Uint8Array, { at, size }: Entry): Uint8Array {
  const data = view(bytes)
  if (at + 30 > bytes.length || data.getUint32(at, true) !== fileMark)
    throw unreadable('It is damaged', '文件已损坏')
  const from = at + 30 + data.getUint16(at + 26, true) + data.getUint16(at + 28, true)
  if (from + size > bytes.length) throw unreadable('It ends too early', '文件提前结束')
  return bytes.subarray(from, from + size)
}

/** An entry unpacked piece by piece: a bomb is let go when it has become too large, and not when it has gone off. */
export async function* unpacked(
  bytes: Uint8Array,
  archive: Archive,
  name: string,
  most = mostUnpacked,
): AsyncGenerator<Uint8Array> {
  const entry = archive.get(name)
  if (!entry) throw unreadable(`${name} is missing`, `缺少 ${name}`)
  const { method } = entry
  if (method !== 0 && method !== 8) throw unreadable('It is packed in another way', '压缩方式不受支持')
  const content = packed(bytes, entry)
  let length = 0
  for await (const piece of method === 0 ? [content] : inflated(content)) {
    length += piece.length
    if (length > most) throw workbookTooLarge(`More than ${most} bytes`, { mostBytes: most })
    yield piece
  }
}

async function* inflated(content: Uint8Array): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: 1 << 17 })
  inflate.end(content)
  try {
    for await (const piece of inflate) yield piece as Uint8Array
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('Z_')) throw unreadable('It is damaged', '文件已损坏')
    throw error
  } finally {
    inflate.destroy()
  }
}
