import { otherEncoding } from './xml.refusals.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

interface Mark {
  readonly encoding: Encoding
  readonly length: number
}

/** XML 1.0, appendix F: UTF-16 has a byte order mark, UTF-8 may have one, and nothing else is read. */
export function decodeText(bytes: Uint8Array): string {
  const { encoding, length } = markOf(bytes)
  const text = decoded(bytes.subarray(length), encoding)
  const stated = statedEncoding(text)
  if (stated !== undefined && !isNameOf(stated, encoding)) {
    throw otherEncoding(
      {
        en: `It declares the encoding ${stated}, and its bytes are ${nameOf(encoding)}`,
        zh: `声明的编码为 ${stated}，而字节为 ${nameOf(encoding)}`,
      },
      { stated },
    )
  }
  return text
}

function markOf(bytes: Uint8Array): Mark {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return { encoding: 'utf-8', length: 0 }
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    const stated = statedEncoding(Buffer.from(bytes.subarray(0, declarationLength)).toString('latin1'))
    const named = stated === undefined || isNameOf(stated, encoding) ? '' : `; it declares ${stated}`
    throw otherEncoding(
      {
        en: `The bytes are not ${nameOf(encoding)}${named}`,
        zh: `字节不是 ${nameOf(encoding)} 编码${stated === undefined ? '' : `（声明为 ${stated}）`}`,
      },
      {},
    )
  }
}

const declarationLength = 200

const statedEncoding = (text: string): string | undefined =>
  /^<\?xml\s[^>]{0,150}?\bencoding\s*=\s*["']([A-Za-z][\w.-]{0,39})["']/.exec(
    text.slice(0, declarationLength),
  )?.[1]

const nameOf = (encoding: Encoding): string => (encoding === 'utf-8' ? 'UTF-8' : 'UTF-16')

/** US-ASCII is a part of UTF-8; a declaration of UTF-16 leaves the order of bytes to the mark. */
function isNameOf(stated: string, encoding: Encoding): boolean {
  const name = stated.toLowerCase()
  if (encoding === 'utf-8') return ['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(name)
  return name === 'utf-16' || name === encoding
}
