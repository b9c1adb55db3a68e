import { readCheckpoint, type Checkpoint } from '#evidence/checkpoint-text.ts'
import { textOfUtf8, utf8Of, type Bytes } from '#evidence/encoding.ts'
import { openJws, type SignatureFault } from '#evidence/jws.ts'
import { partsOfNote, verifierOf } from '#evidence/note.ts'
import { thumbprintOf, type PublicJwk } from '#evidence/public-jwk.ts'

/*
 * The signatures of the registry, verified by WebCrypto: the same in a browser and in the service. What is read, and in
 * which order, is said by `evidence/`.
 */

const isSigned = async ({ kty, crv, x }: PublicJwk, signed: Bytes, signature: Bytes): Promise<boolean> => {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify'])
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, signed)
}

export type JwsVerdict =
  | { readonly authentic: true; readonly kid: string; readonly payload: string }
  | { readonly authentic: false; readonly because: SignatureFault }

export async function verifiedJws(jws: string, typ: string, keys: readonly PublicJwk[]): Promise<JwsVerdict> {
  const opened = openJws(jws, typ)
  if (typeof opened === 'string') return { authentic: false, because: opened }
  const { header, signed, signature, payload } = opened
  const key = keys.find((jwk) => thumbprintOf(jwk) === header.kid)
  if (!key) return { authentic: false, because: 'key-unknown' }
  if (!(await isSigned(key, signed, signature))) return { authentic: false, because: 'signature-wrong' }
  const text = textOfUtf8(payload)
  return text === undefined
    ? { authentic: false, because: 'payload-not-text' }
    : { authentic: true, kid: header.kid, payload: text }
}

/** A checkpoint that at least one of the keys has signed under the name of the log, and none of them wrongly. */
export async function verifiedCheckpoint(
  note: string,
  log: string,
  keys: readonly PublicJwk[],
): Promise<Checkpoint | undefined> {
  const parts = partsOfNote(note)
  if (!parts) return undefined
  const verifiers = keys.map((jwk) => ({ name: log, jwk }))
  let count = 0
  for (const each of parts.signatures) {
    const verifier = verifierOf(each, verifiers)
    if (!verifier) continue
    if (!(await isSigned(verifier.jwk, utf8Of(parts.text), each.signature))) return undefined
    count += 1
  }
  const checkpoint = count > 0 ? readCheckpoint(parts.text) : undefined
  return checkpoint?.origin === log ? checkpoint : undefined
}
