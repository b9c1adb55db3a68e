import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto'
import {
  bitString,
  booleanTrue,
  instant,
  none,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  tagged,
  unsigned,
  utf8String,
} from './der.ts'

/** RFC 5280, 4.1.2.5: what is meant to stay valid until it is said otherwise. */
const withoutEnd = new Date('9999-12-31T23:59:59Z')

const sha256WithRsa = sequence(objectIdentifier('1.2.840.113549.1.1.11'), none)

/**
 * A certificate (RFC 5280) by which a key speaks for itself: recipients trust it because they have it from us, and not
 * because somebody above it vouches. It can sign documents and no certificates. The name ends in the key's own digest, so
 * that nobody else can bear it.
 */
export function selfSignedCertificate(privateKey: KeyObject, name: string, from: Date): string {
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const digest = createHash('sha256').update(publicKey).digest()
  const subject = commonName(`${name} ${digest.toString('hex').slice(0, 16)}`)
  const content = sequence(
    tagged(0xa0, unsigned(Buffer.from([2]))), // version 3
    unsigned(Buffer.concat([Buffer.from([1]), digest.subarray(0, 15)])),
    sha256WithRsa,
    subject,
    sequence(instant(from), instant(withoutEnd)),
    subject,
    publicKey,
    tagged(0xa3, sequence(...extensionsOf(digest.subarray(0, 20)))),
  )
  const certificate = sequence(content, sha256WithRsa, bitString(sign('sha256', content, privateKey)))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

const commonName = (name: string) => sequence(setOf(sequence(objectIdentifier('2.5.4.3'), utf8String(name))))

/** Basic constraints (no authority), key usage (digital signature, content commitment), subject key identifier. */
const extensionsOf = (keyIdentifier: Uint8Array) => [
  sequence(objectIdentifier('2.5.29.19'), booleanTrue, octetString(sequence())),
  sequence(objectIdentifier('2.5.29.15'), booleanTrue, octetString(bitString(Buffer.from([0xc0]), 6))),
  sequence(objectIdentifier('2.5.29.14'), octetString(octetString(keyIdentifier))),
]
