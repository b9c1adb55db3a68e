import { createHash, createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto'
import { certificateFrom } from './trusted-signer.ts'

/** The key by which files are sealed, and the certificate that recipients check against. */
export interface SealingKey {
  readonly privateKey: KeyObject
  readonly certificate: X509Certificate
  /** The thumbprint of the public key (RFC 7638). */
  readonly kid: string
}

/** Reads a private key (PKCS #8) and its certificate from one PEM; RSA, because anybody can check it. */
export function sealingKeyFrom(pem: string): SealingKey {
  const certificate = certificateFrom(pem)
  const privateKey = createPrivateKey(pem)
  if (privateKey.asymmetricKeyType !== 'rsa') throw new Error('A sealing key is an RSA key')
  if (!certificate?.checkPrivateKey(privateKey)) throw new Error('The certificate is not of this key')
  return { privateKey, certificate, kid: thumbprintOf(certificate.publicKey) }
}

/** RFC 7638, 3.2: the required members of an RSA key in the order of their names. */
function thumbprintOf(publicKey: KeyObject): string {
  const { e, n } = publicKey.export({ format: 'jwk' })
  return createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url')
}
