import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** What must be read again, and by this node alone: a hash would not do. */
export interface SecretBox {
  /** `belongsTo`: what the text is a part of; taken out and put elsewhere, it opens nothing. */
  readonly seal: (plain: string, belongsTo: string) => string
  /** Nothing, if it was sealed by another key, belongs to something else or was changed. */
  readonly open: (sealed: string, belongsTo: string) => string | undefined
}

/** `v1.` and, in base64url, 96 bits of chance, the ciphertext and its tag. */
const opening = 'v1.'
const nonceLength = 12
const tagLength = 16

/**
 * AES-256-GCM (NIST SP 800-38D) by a key for this purpose alone, derived from the master key by HKDF (RFC 5869). Nonces are
 * random: of 2^32 texts under one key two may have the same one (8.3), and nobody has so many.
 */
export function secretBoxOf(master: Uint8Array, purpose: string): SecretBox {
  const key = new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), `etalon ${purpose}`, 32))
  return {
    seal: (plain, belongsTo) => {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(belongsTo))
      const bytes = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return opening + Buffer.concat(bytes).toString('base64url')
    },
    open: (sealed, belongsTo) => {
      if (!isSealed(sealed)) return undefined
      const bytes = Buffer.from(sealed.slice(opening.length), 'base64url')
      if (bytes.length < nonceLength + tagLength) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), {
        authTagLength: tagLength,
      })
        .setAAD(Buffer.from(belongsTo))
        .setAuthTag(bytes.subarray(-tagLength))
      try {
        const plain = decipher.update(bytes.subarray(nonceLength, -tagLength))
        return Buffer.concat([plain, decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}

export const isSealed = (text: string): boolean => /^v1\.[\w-]+$/.test(text)

/** For a process that keeps nothing: what it has sealed ends with it. */
export const passingKey = (): Uint8Array => randomBytes(32)
