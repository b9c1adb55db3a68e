/** Distinguished Encoding Rules (ITU-T X.690), as far as a certificate needs them. */
export type Der = Buffer

/** A value with its tag and its length in as few bytes as possible (10.1). */
export function tagged(tag: number, ...contents: readonly Uint8Array[]): Der {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const digits = length.toString(16)
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

export const sequence = (...members: readonly Uint8Array[]): Der => tagged(0x30, ...members)
export const setOf = (member: Uint8Array): Der => tagged(0x31, member)
export const utf8String = (content: string): Der => tagged(0x0c, Buffer.from(content, 'utf8'))
export const octetString = (content: Uint8Array): Der => tagged(0x04, content)
export const booleanTrue: Der = tagged(0x01, Buffer.from([0xff]))
export const none: Der = tagged(0x05)

/** Bits that fill whole bytes, but for the last `unused` ones (8.6). */
export const bitString = (content: Uint8Array, unused = 0): Der =>
  tagged(0x03, Buffer.from([unused]), content)

/** An unsigned number; a first bit that is set would make it negative (8.3). */
export function unsigned(bytes: Uint8Array): Der {
  const first = bytes.findIndex((byte) => byte !== 0)
  const significant = first < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(first))
  const isNegative = (significant[0] ?? 0) >= 0x80
  return tagged(0x02, isNegative ? Buffer.concat([Buffer.from([0]), significant]) : significant)
}

/** `1.2.840.113549.1.1.11` (8.19). */
export function objectIdentifier(dotted: string): Der {
  const [root = 0, branch = 0, ...rest] = dotted.split('.').map(Number)
  return tagged(0x06, Buffer.from([root * 40 + branch, ...rest.flatMap(base128)]))
}

function base128(number: number): readonly number[] {
  const digits = [number % 128]
  for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128)) {
    digits.unshift(0x80 | (left % 128))
  }
  return digits
}

/** RFC 5280, 4.1.2.5: UTCTime until 2049, GeneralizedTime from then on. */
export function instant(at: Date): Der {
  const digits = at.toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return at.getUTCFullYear() < 2050
    ? tagged(0x17, Buffer.from(digits.slice(2), 'ascii'))
    : tagged(0x18, Buffer.from(digits, 'ascii'))
}
