import { createHash, sign, verify } from 'node:crypto'
import { type PublicJwk, type SigningKey, type VerificationKey, verificationKeyFrom } from './keys.ts'

/** Whoever signs notes: a name, and the key that counts under this name. */
export interface NoteVerifier {
  readonly name: string
  readonly jwk: PublicJwk
}

export type NoteVerdict =
  | { readonly authentic: true; readonly text: string; readonly signedBy: readonly NoteVerifier[] }
  | { readonly authentic: false; readonly because: NoteFault }

export type NoteFault = 'not-a-note' | 'signature-wrong' | 'signer-unknown'

/** C2SP signed-note: the type of a signature by Ed25519. */
const ed25519 = 1
const keyIdBytes = 4
const dash = '\u2014'
/** More signatures than any note has: each costs a verification. */
const mostSignatures = 16

/** The text, a blank line, and the line of the signature. The text ends with a line feed. */
export function signNote(text: string, name: string, { publicJwk, privateKey }: SigningKey): string {
  if (!isText(text) || !isName(name)) throw new Error('This text or name cannot stand in a signed note')
  const signature = sign(null, Buffer.from(text, 'utf8'), privateKey)
  return `${text}\n${dash} ${name} ${Buffer.concat([keyIdOf(name, publicJwk), signature]).toString('base64')}\n`
}

/** At least one of these verifiers has signed the note, and none of them wrongly; others are passed over. */
export function verifyNote(note: string, verifiers: readonly NoteVerifier[]): NoteVerdict {
  const parts = partsOf(note)
  if (!parts) return { authentic: false, because: 'not-a-note' }
  const signedBy: NoteVerifier[] = []
  for (const { name, keyId, signature } of parts.signatures) {
    const verifier = verifiers.find(
      (known) => known.name === name && keyIdOf(known.name, known.jwk).equals(keyId),
    )
    if (!verifier) continue
    if (!isSignedBy(verificationKeyFrom(verifier.jwk), parts.text, signature))
      return { authentic: false, because: 'signature-wrong' }
    signedBy.push(verifier)
  }
  if (signedBy.length === 0) return { authentic: false, because: 'signer-unknown' }
  return { authentic: true, text: parts.text, signedBy }
}

const isSignedBy = ({ publicKey }: VerificationKey, text: string, signature: Uint8Array): boolean =>
  verify(null, Buffer.from(text, 'utf8'), publicKey, signature)

/** The key in one word, as verifiers of notes are told it: `name+0a1b2c3d+AS…`. */
export const verifierKeyOf = ({ name, jwk }: NoteVerifier): string =>
  `${name}+${keyIdOf(name, jwk).toString('hex')}+${publicBytes(jwk).toString('base64')}`

/** The first four bytes of SHA-256 of name, line feed, type and public key. */
function keyIdOf(name: string, jwk: PublicJwk): Buffer {
  const digest = createHash('sha256').update(`${name}\n`).update(publicBytes(jwk)).digest()
  return digest.subarray(0, keyIdBytes)
}

const publicBytes = ({ x }: PublicJwk): Buffer =>
  Buffer.concat([Uint8Array.of(ed25519), Buffer.from(x, 'base64url')])

const isName = (name: string): boolean => /^[^\s+\p{Cc}]+$/u.test(name) && name.isWellFormed()

/** Line feeds are the only control characters, and the last one ends the text. */
const isText = (text: string): boolean =>
  text.endsWith('\n') && text.isWellFormed() && !/[^\n\P{Cc}]/u.test(text)

interface Signature {
  readonly name: string
  readonly keyId: Buffer
  readonly signature: Buffer
}

function partsOf(
  note: string,
): { readonly text: string; readonly signatures: readonly Signature[] } | undefined {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n') || !isText(note)) return undefined
  const lines = note.slice(end + 2, -1).split('\n')
  const signatures = lines.slice(0, mostSignatures + 1).map(signatureOf)
  const isComplete = signatures.length <= mostSignatures && signatures.every((found) => found !== undefined)
  return isComplete ? { text: note.slice(0, end + 1), signatures } : undefined
}

function signatureOf(line: string): Signature | undefined {
  const [mark, name = '', encoded = '', ...rest] = line.split(' ')
  const bytes = Buffer.from(encoded, 'base64')
  // Only the one encoding of these bytes: a note that was changed anywhere is another note.
  const isWritten = bytes.length > keyIdBytes && bytes.toString('base64') === encoded
  if (mark !== dash || rest.length > 0 || !isName(name) || !isWritten) return undefined
  return { name, keyId: bytes.subarray(0, keyIdBytes), signature: bytes.subarray(keyIdBytes) }
}
