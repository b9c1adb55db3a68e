import { constants, createHash, verify, type KeyObject } from 'node:crypto'
import type { SignatureReason } from './signature-outcome.ts'

export const xmldsig = 'http://www.w3.org/2000/09/xmldsig#'
const more2001 = 'http://www.w3.org/2001/04/xmldsig-more#'
const more2007 = 'http://www.w3.org/2007/05/xmldsig-more#'

/** RFC 9231, 2.1; SHA-1 and MD5 are known by name only, so that they can be called weak. */
const digests: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2001/04/xmlenc#sha256', 'sha256'],
  [`${more2001}sha384`, 'sha384'],
  ['http://www.w3.org/2001/04/xmlenc#sha512', 'sha512'],
  [`${more2007}sha3-256`, 'sha3-256'],
  [`${more2007}sha3-384`, 'sha3-384'],
  [`${more2007}sha3-512`, 'sha3-512'],
])

const weak = /#(?:sha1|md5|rsa-sha1|rsa-md5|dsa-sha1|ecdsa-sha1|rsa-ripemd160|sha1-rsa-MGF1)$/

/** The digest of bytes by the algorithm of this URI, or why there is none. */
export function digestOf(uri: string, bytes: Uint8Array): Buffer | SignatureReason {
  const name = digests.get(uri)
  return name === undefined ? unknown(uri) : createHash(name).update(bytes).digest()
}

const unknown = (uri: string): SignatureReason =>
  weak.test(uri) ? 'algorithm-weak' : 'algorithm-not-supported'

interface Signing {
  readonly key: 'rsa' | 'ec' | 'ed25519' | 'ed448'
  readonly digest: string | null
  readonly isPss?: true
}

/** RFC 9231, 2.3. HMAC is missing: whoever can check it can forge it. */
const signings: ReadonlyMap<string, Signing> = new Map<string, Signing>([
  ...['256', '384', '512'].flatMap((size): [string, Signing][] => [
    [`${more2001}rsa-sha${size}`, { key: 'rsa', digest: `sha${size}` }],
    [`${more2007}sha${size}-rsa-MGF1`, { key: 'rsa', digest: `sha${size}`, isPss: true }],
    [`${more2001}ecdsa-sha${size}`, { key: 'ec', digest: `sha${size}` }],
  ]),
  ['http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519', { key: 'ed25519', digest: null }],
  ['http://www.w3.org/2021/04/xmldsig-more#eddsa-ed448', { key: 'ed448', digest: null }],
])

export const rsaSha256 = `${more2001}rsa-sha256`
export const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256'

export const signingFault = (uri: string): SignatureReason | undefined =>
  signings.has(uri) ? undefined : unknown(uri)

const shortestRsaBits = 2048
const curves: readonly string[] = ['prime256v1', 'secp384r1', 'secp521r1']

/** Whether `value` is the signature of these bytes by this key; the kind of key is asked for by the algorithm. */
export function isSignedBy(
  uri: string,
  { bytes, value, key }: { readonly bytes: Uint8Array; readonly value: Uint8Array; readonly key: KeyObject },
): boolean | SignatureReason {
  const signing = signings.get(uri)
  if (!signing) return unknown(uri)
  if (!isSuitable(key, signing)) return 'key-unsuitable'
  if (signing.key === 'rsa') {
    const padding = signing.isPss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING
    return verify(signing.digest, bytes, { key, padding }, value)
  }
  // XML Signature writes r‖s, not the DER of X.509 (XMLDSig 1.1, 6.4.3).
  return verify(signing.digest, bytes, { key, dsaEncoding: 'ieee-p1363' }, value)
}

function isSuitable(key: KeyObject, signing: Signing): boolean {
  if (key.asymmetricKeyType !== signing.key) return false
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (signing.key === 'rsa') return (modulusLength ?? 0) >= shortestRsaBits
  return signing.key !== 'ec' || curves.includes(namedCurve ?? '')
}
