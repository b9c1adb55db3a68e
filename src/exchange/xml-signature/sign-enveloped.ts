import { createHash, sign } from 'node:crypto'
import { element, text, writeXml, type WrittenElement } from '../xml/write-xml.ts'
import { rsaSha256, sha256, xmldsig } from './algorithms.ts'
import { c14n, canonicalDocument, defaultCanonicalization, exclusiveC14n } from './canonical-xml.ts'
import type { SealingKey } from './sealing-key.ts'
import { readSigned } from './signed-document.ts'
import { isFault, signatureReasons } from './signature-outcome.ts'
import { signedPropertiesType, xades } from './signed-properties.ts'

/**
 * Seals a document: its canonical form with an enveloped signature as the last child of the root (XMLDSig 1.1; XAdES
 * baseline B, ETSI EN 319 132-1). RSA PKCS #1 signs the same text twice alike, so that the same document is the same file.
 */
export function signEnveloped(xml: Uint8Array, key: SealingKey, at: Date): Uint8Array {
  const document = readSigned(xml)
  if (isFault(document)) throw new Error(signatureReasons[document].en)
  try {
    return signCanonical(canonicalDocument(document, defaultCanonicalization).toString('utf8'), key, at)
  } finally {
    document.dispose()
  }
}

/** The same for a text that is canonical already, as `writeXml` makes it. */
export function signCanonical(canonical: string, key: SealingKey, at: Date): Uint8Array {
  const end = canonical.lastIndexOf('</')
  if (end < 0) throw new Error('There is no element to sign')
  const signature = signatureOf(digest(canonical), key, at)
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n${canonical.slice(0, end)}${signature}${canonical.slice(end)}\n`,
    'utf8',
  )
}

/** Identifiers of the parts; of a digest, so that a seal beside another seal has others. */
const idsOf = (documentDigest: string) => {
  const id = `seal-${Buffer.from(documentDigest, 'base64').toString('hex').slice(0, 16)}`
  return { seal: id, document: `${id}-document`, properties: `${id}-properties` }
}

type Ids = ReturnType<typeof idsOf>

/** Both parts that are digested are written as Exclusive C14N writes them, with their namespaces on themselves. */
function signatureOf(documentDigest: string, { privateKey, certificate }: SealingKey, at: Date): string {
  const ids = idsOf(documentDigest)
  const properties = writeXml(signedProperties(ids, certificate.raw, at))
  const info = writeXml(signedInfo(ids, documentDigest, digest(properties)))
  const value = sign('sha256', Buffer.from(info, 'utf8'), privateKey).toString('base64')
  const qualifying = `<xades:QualifyingProperties xmlns:xades="${xades}" Target="#${ids.seal}">`
  return [
    `<ds:Signature xmlns:ds="${xmldsig}" Id="${ids.seal}">`,
    info,
    `<ds:SignatureValue>${value}</ds:SignatureValue>`,
    `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`,
    `<ds:Object>${qualifying}${properties}</xades:QualifyingProperties></ds:Object>`,
    '</ds:Signature>',
  ].join('')
}

const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('base64')

const transforms = (...names: readonly string[]): WrittenElement =>
  element('ds:Transforms', {}, ...names.map((name) => element('ds:Transform', { Algorithm: name })))

const digested = (value: string): readonly WrittenElement[] => [
  element('ds:DigestMethod', { Algorithm: sha256 }),
  text('ds:DigestValue', value),
]

function signedInfo(ids: Ids, documentDigest: string, propertiesDigest: string): WrittenElement {
  return element(
    'ds:SignedInfo',
    { 'xmlns:ds': xmldsig },
    element('ds:CanonicalizationMethod', { Algorithm: exclusiveC14n }),
    element('ds:SignatureMethod', { Algorithm: rsaSha256 }),
    element(
      'ds:Reference',
      { Id: ids.document, URI: '' },
      transforms(`${xmldsig}enveloped-signature`, c14n),
      digested(documentDigest),
    ),
    element(
      'ds:Reference',
      { Type: signedPropertiesType, URI: `#${ids.properties}` },
      transforms(exclusiveC14n),
      digested(propertiesDigest),
    ),
  )
}

function signedProperties(ids: Ids, certificate: Uint8Array, at: Date): WrittenElement {
  // The exclusive form declares a prefix where it is first used, on each element anew.
  const ds = { 'xmlns:ds': xmldsig }
  return element(
    'xades:SignedProperties',
    { 'xmlns:xades': xades, Id: ids.properties },
    element(
      'xades:SignedSignatureProperties',
      {},
      text('xades:SigningTime', at.toISOString().replace(/\.\d+Z$/, 'Z')),
      element(
        'xades:SigningCertificateV2',
        {},
        element(
          'xades:Cert',
          {},
          element(
            'xades:CertDigest',
            {},
            element('ds:DigestMethod', { ...ds, Algorithm: sha256 }),
            text('ds:DigestValue', digest(certificate), ds),
          ),
        ),
      ),
    ),
    element(
      'xades:SignedDataObjectProperties',
      {},
      element(
        'xades:DataObjectFormat',
        { ObjectReference: `#${ids.document}` },
        text('xades:MimeType', 'text/xml'),
      ),
    ),
  )
}
