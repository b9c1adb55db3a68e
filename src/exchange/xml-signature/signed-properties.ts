import type { XmlElement } from 'libxml2-wasm'
import { digestOf, xmldsig } from './algorithms.ts'
import { algorithmOf, base64Of, type ReferenceRead } from './read-signature.ts'
import { isFault } from './signature-outcome.ts'

/** ETSI EN 319 132-1 (XAdES), 4.4. */
export const signedPropertiesType = 'http://uri.etsi.org/01903#SignedProperties'
export const xades = 'http://uri.etsi.org/01903/v1.3.2#'

const names = { xades, ds: xmldsig }

/** What a signer said about the signing, under the signature. */
export interface SignedProperties {
  readonly claimedSigningTime?: string
  /** Whether a certificate is the one that the signer signed to have used; true where nothing is said. */
  readonly isSignersCertificate: (der: Uint8Array) => boolean
}

export const nothingSaid: SignedProperties = { isSignersCertificate: () => true }

export const isOfSignedProperties = ({ type }: ReferenceRead, element: XmlElement): boolean =>
  type === signedPropertiesType && element.name === 'SignedProperties' && element.namespaceUri === xades

/** Reads properties whose digest was found right; what else stands in the signature is nobody's word. */
export function readSignedProperties(properties: XmlElement): SignedProperties {
  const signing = './xades:SignedSignatureProperties'
  const [time] = elements(properties, `${signing}/xades:SigningTime`)
  const certificate = `${signing}/*[self::xades:SigningCertificate or self::xades:SigningCertificateV2]`
  const digests = elements(properties, `${certificate}/xades:Cert[1]/xades:CertDigest`)
  const claimed = time?.content.trim() ?? ''
  return {
    ...(/^[\dT:.Z+-]{1,40}$/.test(claimed) && { claimedSigningTime: claimed }),
    isSignersCertificate: (der) => digests.every((digest) => isDigestOf(digest, der)),
  }
}

function isDigestOf(certDigest: XmlElement, der: Uint8Array): boolean {
  const [method] = elements(certDigest, './ds:DigestMethod')
  const [value] = elements(certDigest, './ds:DigestValue')
  const stated = value && base64Of(value)
  if (!method || !stated) return false
  const digest = digestOf(algorithmOf(method), der)
  return !isFault(digest) && digest.equals(stated)
}

const elements = (from: XmlElement, path: string): readonly XmlElement[] =>
  from.find(path, names).filter((node): node is XmlElement => 'attrs' in node)
