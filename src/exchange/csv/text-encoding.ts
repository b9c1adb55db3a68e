export type TextEncoding = 'utf-8' | 'gb18030'

export interface EncodingCheck {
  readonly push: (bytes: Uint8Array) => void
  /** Nothing where it could be one or the other, or something else. */
  readonly result: () => TextEncoding | undefined
}

/**
 * UTF-8 if all of it is; else GB 18030 if it is so clearly: every byte that is not ASCII is one of a pair of GB 2312, whose second
 * byte is never ASCII. The letters with accents of Western encodings stand between ASCII letters, and make no pairs.
 */
export function encodingCheck(): EncodingCheck {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let isUtf8 = true
  let isGb = true
  let hasPair = false
  let lead = false
  const isDecoded = (bytes?: Uint8Array): boolean => {
    try {
      utf8.decode(bytes, { stream: bytes !== undefined })
      return true
    } catch {
      return false
    }
  }
  const look = (byte: number) => {
    if (lead) isGb = byte >= 0xa1 && byte <= 0xfe
    else if (byte >= 0x80) isGb = byte >= 0xa1 && byte <= 0xf7
    hasPair ||= lead && isGb
    lead = !lead && byte >= 0x80
  }
  return {
    push: (bytes) => {
      isUtf8 = isUtf8 && isDecoded(bytes)
      for (const byte of bytes) if (isGb) look(byte)
    },
    result: () => {
      if (isUtf8 && isDecoded()) return 'utf-8'
      return isGb && hasPair && !lead ? 'gb18030' : undefined
    },
  }
}
