/*
 * The archive is a `tar` (POSIX.1-2017, pax, ustar): whoever has lost everything else can still open it. Entries are small, because
 * what is large is cut into parts; so no entry needs a size that is not known before.
 */

export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
}

const blockSize = 512
/** A part has about 1 MiB and one row more; a row has at most a file that was imported. */
const mostBytes = 256 * 1024 * 1024
const end = new Uint8Array(2 * blockSize)

export const tarEnd = (): Uint8Array => end

/** Header, content and the zeros after it. */
export function tarEntry({ name, bytes }: Entry, at: Date): Uint8Array {
  if (Buffer.byteLength(name) > 99) throw new Error(`${name} is too long a name for an archive`)
  const padding = (blockSize - (bytes.length % blockSize)) % blockSize
  return Buffer.concat([header(name, bytes.length, at), bytes, new Uint8Array(padding)])
}

const octal = (value: number, width: number) => value.toString(8).padStart(width - 1, '0')

function header(name: string, size: number, at: Date): Buffer {
  const block = Buffer.alloc(blockSize)
  block.write(name, 0)
  block.write(octal(0o600, 8), 100)
  block.write(octal(0, 8), 108)
  block.write(octal(0, 8), 116)
  block.write(octal(size, 12), 124)
  block.write(octal(Math.floor(at.getTime() / 1000), 12), 136)
  block.write('        0', 148)
  block.write('ustar\u000000', 257)
  block.write(`${octal(checksumOf(block), 7)}\u0000 `, 148)
  return block
}

const checksumOf = (block: Uint8Array): number => block.reduce((sum, byte) => sum + byte, 0)

/** The entries, one after the other; whatever is cut off or damaged ends it with an error. */
export async function* tarEntries(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const take = takerOf(chunks)
  for (;;) {
    const block = await take(blockSize)
    if (block.every((byte) => byte === 0)) return
    const { name, size } = readHeader(block)
    const bytes = await take(size)
    await take((blockSize - (size % blockSize)) % blockSize)
    yield { name, bytes }
  }
}

function readHeader(block: Buffer): { name: string; size: number } {
  const text = (start: number, length: number) =>
    block.toString('utf8', start, start + length).split('\u0000')[0] ?? ''
  const stated = Number.parseInt(text(148, 8), 8)
  const blank = Buffer.from(block)
  blank.fill(' ', 148, 156)
  const size = Number.parseInt(text(124, 12), 8)
  if (stated !== checksumOf(blank) || !(size <= mostBytes)) throw new Error('The archive is damaged')
  return { name: text(0, 100), size }
}

/** So many bytes at a time, whatever the pieces in which they arrive. */
function takerOf(chunks: AsyncIterable<Uint8Array>) {
  const source = chunks[Symbol.asyncIterator]()
  let rest: Buffer[] = []
  let length = 0
  return async (wanted: number): Promise<Buffer> => {
    while (length < wanted) {
      const { done, value } = await source.next()
      if (done === true) throw new Error('The archive ends before its end: it is not complete')
      rest.push(Buffer.from(value))
      length += value.length
    }
    const all = Buffer.concat(rest)
    rest = [all.subarray(wanted)]
    length -= wanted
    return all.subarray(0, wanted)
  }
}
