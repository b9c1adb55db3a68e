import { createHash, randomBytes } from 'node:crypto'

const opening = 'etl_live_'
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** 43 characters of 62 are 256.03 bits. */
const randomLength = 43
const checksumLength = 6

/** `etl_live_`, 256 random bits in base 62, and a checksum by which a scanner of sources can tell a key from chance. */
export function newKeyText(): string {
  const body = opening + randomText(randomLength)
  return body + checksum(body)
}

/** Enough random bits that no slow hash is needed: nobody tries them all. */
export const secretHash = (key: string): string => createHash('sha256').update(key, 'utf8').digest('hex')

/** The opening and four characters: keys can be told apart, and 232 unknown bits remain. */
export const keyPrefix = (key: string): string => key.slice(0, opening.length + 4)

/** A key of ours with a typing error: no need to ask the database. Keys of another form have no checksum. */
export function hasFalseChecksum(key: string): boolean {
  return key.startsWith(opening) && checksum(key.slice(0, -checksumLength)) !== key.slice(-checksumLength)
}

/** Bytes from 248 up are thrown away, because 256 is no multiple of 62. */
function randomText(length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && text.length < length) text += alphabet[byte % 62]
    }
  }
  return text
}

const checksum = (text: string): string =>
  [...createHash('sha256').update(text, 'ascii').digest().subarray(0, checksumLength)]
    .map((byte) => alphabet[byte % 62])
    .join('')
