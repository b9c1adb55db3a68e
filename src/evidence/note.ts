import { createHash } from 'node:crypto'
import {
  base64Of,
  bytesOfBase64,
  bytesOfBase64url,
  hexOf,
  joinedBytes,
  sameBytes,
  type Bytes,
} from './encoding.ts'
import type { PublicJwk } from './public-jwk.ts'

/** Whoever signs notes: a name, and the key that counts under this name. */
export interface NoteVerifier {
  readonly name: string
  readonly jwk: PublicJwk
}

/** C2SP signed-note: the type of a signature by Ed25519. */
const ed25519 = 1
const keyIdBytes = 4
export const dash = '\u2014'
/** More signatures than any note has: each costs a verification. */
const mostSignatures = 16

/** The key in one word, as verifiers of notes are told it: `name+0a1b2c3d+AS…`. */
export const verifierKeyOf = ({ name, jwk }: NoteVerifier): string =>
  `${name}+${hexOf(keyIdOf(name, jwk))}+${base64Of(publicBytes(jwk))}`

/** The first four bytes of SHA-256 of name, line feed, type and public key. */
export function keyIdOf(name: string, jwk: PublicJwk): Uint8Array {
  const digest = createHash('sha256').update(`${name}\n`).update(publicBytes(jwk)).digest()
  return digest.subarray(0, keyIdBytes)
}

const publicBytes = ({ x }: PublicJwk): Bytes =>
  joinedBytes(Uint8Array.of(ed25519), bytesOfBase64url(x) ?? new Uint8Array())

export const isName = (name: string): boolean => /^[^\s+\p{Cc}]+$/u.test(name) && name.isWellFormed()

/** Line feeds are the only control characters, and the last one ends the text. */
export const isText = (text: string): boolean =>
  text.endsWith('\n') && text.isWellFormed() && !/[^\n\P{Cc}]/u.test(text)

export interface NoteSignature {
  readonly name: string
  readonly keyId: Bytes
  readonly signature: Bytes
}

export interface NoteParts {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** Text and signatures of a note, before anybody has looked whether it is signed. */
export function partsOfNote(note: string): NoteParts | undefined {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n') || !isText(note)) return undefined
  const lines = note.slice(end + 2, -1).split('\n')
  const signatures = lines.slice(0, mostSignatures + 1).map(signatureOf)
  const isComplete = signatures.length <= mostSignatures && signatures.every((found) => found !== undefined)
  return isComplete ? { text: note.slice(0, end + 1), signatures } : undefined
}

function signatureOf(line: string): NoteSignature | undefined {
  const [mark, name = '', encoded = '', ...rest] = line.split(' ')
  // Only the one encoding of these bytes: a note that was changed anywhere is another note.
  const bytes = bytesOfBase64(encoded)
  if (mark !== dash || rest.length > 0 || !isName(name) || bytes === undefined) return undefined
  if (bytes.length <= keyIdBytes) return undefined
  return { name, keyId: bytes.slice(0, keyIdBytes), signature: bytes.slice(keyIdBytes) }
}

/** By which of the verifiers a signature says to be. */
export const verifierOf = (
  { name, keyId }: NoteSignature,
  verifiers: readonly NoteVerifier[],
): NoteVerifier | undefined =>
  verifiers.find((known) => known.name === name && sameBytes(keyIdOf(known.name, known.jwk), keyId))
