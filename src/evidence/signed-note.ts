import { sign, verify } from 'node:crypto'
import { type SigningKey, type VerificationKey, verificationKeyFrom } from './keys.ts'
import { dash, isName, isText, keyIdOf, partsOfNote, verifierOf, type NoteVerifier } from './note.ts'

export type NoteVerdict =
  | { readonly authentic: true; readonly text: string; readonly signedBy: readonly NoteVerifier[] }
  | { readonly authentic: false; readonly because: NoteFault }

export type NoteFault = 'not-a-note' | 'signature-wrong' | 'signer-unknown'

/** The text, a blank line, and the line of the signature. The text ends with a line feed. */
export function signNote(text: string, name: string, { publicJwk, privateKey }: SigningKey): string {
  if (!isText(text) || !isName(name)) throw new Error('This text or name cannot stand in a signed note')
  const signature = sign(null, Buffer.from(text, 'utf8'), privateKey)
  return `${text}\n${dash} ${name} ${Buffer.concat([keyIdOf(name, publicJwk), signature]).toString('base64')}\n`
}

/** At least one of these verifiers has signed the note, and none of them wrongly; others are passed over. */
export function verifyNote(note: string, verifiers: readonly NoteVerifier[]): NoteVerdict {
  const parts = partsOfNote(note)
  if (!parts) return { authentic: false, because: 'not-a-note' }
  const signedBy: NoteVerifier[] = []
  for (const each of parts.signatures) {
    const verifier = verifierOf(each, verifiers)
    if (!verifier) continue
    if (!isSignedBy(verificationKeyFrom(verifier.jwk), parts.text, each.signature))
      return { authentic: false, because: 'signature-wrong' }
    signedBy.push(verifier)
  }
  if (signedBy.length === 0) return { authentic: false, because: 'signer-unknown' }
  return { authentic: true, text: parts.text, signedBy }
}

const isSignedBy = ({ publicKey }: VerificationKey, text: string, signature: Uint8Array): boolean =>
  verify(null, Buffer.from(text, 'utf8'), publicKey, signature)
