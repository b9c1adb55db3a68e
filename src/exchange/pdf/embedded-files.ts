/** More files than any certificate has within. */
const mostFiles = 20
/** Of all of them together: a stream of a few bytes may inflate to gigabytes. */
const mostBytes = 32 * 1024 * 1024
/** Places that only look like one; a file of a stranger may have millions of them. */
const mostPlaces = 200
/** A dictionary and its stream stand close together. */
const mostOfDictionary = 2000

export const isPdf = (bytes: Uint8Array): boolean => latin(bytes.subarray(0, 5)) === '%PDF-'

/**
 * The files within a PDF (ISO 32000-2, 7.11.4), in the order in which they lie there. Their streams always stand by themselves,
 * so that they are found without reading the rest; what is encrypted, or compressed otherwise, is passed over.
 */
export async function embeddedFiles(pdf: Uint8Array): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const text = latin(pdf)
  const files: Uint8Array<ArrayBuffer>[] = []
  let left = mostBytes
  let places = 0
  for (const { index } of text.matchAll(/\/EmbeddedFile(?![\w#])/g)) {
    places += 1
    if (files.length >= mostFiles || places > mostPlaces) break
    const file = await fileAt(pdf, { text, index, left })
    // Whoever states a bomb is not asked for another.
    if (file === 'too-large') break
    if (!file) continue
    left -= file.length
    files.push(file)
  }
  return files
}

async function fileAt(
  pdf: Uint8Array,
  { text, index, left }: { readonly text: string; readonly index: number; readonly left: number },
): Promise<Uint8Array<ArrayBuffer> | 'too-large' | undefined> {
  const before = text.slice(Math.max(0, index - mostOfDictionary), index)
  const head = before.lastIndexOf('obj')
  const found = /stream\r?\n/.exec(text.slice(index, index + mostOfDictionary))
  if (head < 0 || !found) return undefined
  const start = index + found.index + found[0].length
  const dictionary = before.slice(head) + text.slice(index, start)
  const stated = /\/Length\s+(\d+)(?!\d|\s+\d+\s+R)/.exec(dictionary)?.[1]
  const end = stated === undefined ? text.indexOf('endstream', start) : start + Number(stated)
  if (end < start || end > pdf.length) return undefined
  const bytes = Uint8Array.from(pdf.subarray(start, end))
  if (!dictionary.includes('/Filter')) return bytes.length <= left ? bytes : undefined
  return /\/Filter\s*(?:\[\s*)?\/FlateDecode/.test(dictionary) ? inflated(bytes, left) : undefined
}

async function inflated(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | 'too-large' | undefined> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > most) return 'too-large'
      chunks.push(chunk)
    }
  } catch {
    return undefined // not what the dictionary says
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** Byte by byte: places in the text are places in the file. */
function latin(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 32_768)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)))
  return pieces.join('')
}
