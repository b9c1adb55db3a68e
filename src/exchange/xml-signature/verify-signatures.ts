import type { X509Certificate } from 'node:crypto'
import type { XmlDocument, XmlElement } from 'libxml2-wasm'
import { isSignedBy } from './algorithms.ts'
import { canonicalElement } from './canonical-xml.ts'
import { isDocumentIntact, isElementIntact, targetOf } from './check-references.ts'
import { readSignature, type SignatureRead } from './read-signature.ts'
import { isFault, type SignatureOutcome, type SignatureReason } from './signature-outcome.ts'
import { faultOfDocument, readSigned, signaturesOf } from './signed-document.ts'
import {
  isOfSignedProperties,
  nothingSaid,
  readSignedProperties,
  type SignedProperties,
} from './signed-properties.ts'
import { certificateFrom, signerSeen, trustOf } from './trusted-signer.ts'

/** Each is checked on a tree of its own. */
const mostSignatures = 8

/**
 * What can be said of every XML signature of a file (XMLDSig 1.1, 3.2), in the order of the file; none where there is none.
 * Nothing is fetched. `at` is the moment of receipt: without it the dates of certificates are told and not judged.
 */
export function verifySignatures(
  xml: Uint8Array,
  trustedPem: readonly string[],
  at?: Date,
): readonly SignatureOutcome[] {
  const document = readSigned(xml)
  if (isFault(document)) return [outcomeOf(document)]
  try {
    const signatures = signaturesOf(document)
    const fault = signatures.length > mostSignatures ? 'too-many' : faultOfDocument(document)
    if (fault) return signatures.length === 0 && fault !== 'signature-misplaced' ? [] : [outcomeOf(fault)]
    const trusted = trustedPem.flatMap(certificatesIn)
    return signatures.map((signature, place) => verifyOne(xml, document, { signature, place, trusted, at }))
  } finally {
    document.dispose()
  }
}

interface Question {
  readonly signature: XmlElement
  readonly place: number
  readonly trusted: readonly X509Certificate[]
  readonly at: Date | undefined
}

function verifyOne(xml: Uint8Array, document: XmlDocument, question: Question): SignatureOutcome {
  const read = readSignature(question.signature)
  if (isFault(read)) return outcomeOf(read)
  const properties = intactProperties(xml, document, read, question)
  if (isFault(properties)) return outcomeOf(properties, read)
  const time = properties.claimedSigningTime
  const said = { ...read, isCovered: true, ...(time !== undefined && { time }) }
  const bytes = canonicalElement(read.signedInfo, read.form)
  return outcomeBySigner(said, { bytes, properties, ...question })
}

/** Every reference is followed and digested; one of them is the document. What is signed about the signing is answered. */
function intactProperties(
  xml: Uint8Array,
  document: XmlDocument,
  { references }: SignatureRead,
  { signature, place }: Question,
): SignedProperties | SignatureReason {
  let properties = nothingSaid
  let covered = 0
  for (const reference of references) {
    const target = targetOf(reference, document, signature)
    if (isFault(target)) return target
    if (target.of === 'document') covered += 1
    const isIntact =
      target.of === 'document'
        ? isIntactOnItsOwn(xml, reference, place)
        : isElementIntact(reference, target.element)
    if (isFault(isIntact)) return isIntact
    if (target.of === 'signature' && isOfSignedProperties(reference, target.element)) {
      properties = readSignedProperties(target.element)
    }
  }
  return covered === 1 ? properties : 'document-not-covered'
}

/** On a tree read anew from the same bytes, because the signature is taken out of it. */
function isIntactOnItsOwn(
  xml: Uint8Array,
  reference: SignatureRead['references'][number],
  place: number,
): true | SignatureReason {
  const copy = readSigned(xml)
  if (isFault(copy)) return copy
  try {
    const all = signaturesOf(copy)
    const own = all[place]
    return own ? isDocumentIntact(reference, copy, { own, all }) : 'document-unreadable'
  } finally {
    copy.dispose()
  }
}

type Said = Pick<SignatureRead, 'algorithm'> & { readonly isCovered: boolean; readonly time?: string }

function outcomeBySigner(
  said: SignatureRead & Said,
  asked: Question & { readonly bytes: Buffer; readonly properties: SignedProperties },
): SignatureOutcome {
  const { bytes, properties, trusted, at } = asked
  const brought = said.certificates.map(certificateFrom).filter((each) => each !== undefined)
  // A signature that brings no certificate may still be by one of those whom we know.
  const candidates = said.certificates.length > 0 ? brought : trusted
  if (candidates.length === 0) return outcomeOf('no-certificate', said)
  let fault: SignatureReason = said.certificates.length > 0 ? 'signature-wrong' : 'no-certificate'
  for (const signer of candidates) {
    const isSigned = isSignedBy(said.algorithm, { bytes, value: said.value, key: signer.publicKey })
    if (isFault(isSigned)) fault = isSigned
    if (isSigned !== true) continue
    const isNamed = properties.isSignersCertificate(signer.raw)
    const reason = isNamed ? trustOf(signer, { trusted, brought }, at) : 'other-certificate'
    return outcomeOf(reason, said, signer)
  }
  return outcomeOf(fault, said)
}

const broken: ReadonlySet<SignatureReason> = new Set<SignatureReason>([
  'digest-wrong',
  'signature-wrong',
  'signature-misplaced',
  'reference-elsewhere',
  'document-not-covered',
  'id-repeated',
  'comment-in-value',
  'other-certificate',
])
const unknown: ReadonlySet<SignatureReason> = new Set<SignatureReason>([
  'signer-not-trusted',
  'certificate-outside-its-dates',
  'no-certificate',
])

function statusOf(reason: SignatureReason): SignatureOutcome['status'] {
  if (reason === 'trusted') return 'valid'
  if (unknown.has(reason)) return 'unknown-signer'
  return broken.has(reason) ? 'broken' : 'unsupported'
}

const outcomeOf = (
  reason: SignatureReason,
  said?: Pick<SignatureRead, 'algorithm'> & Partial<Said>,
  signer?: X509Certificate,
): SignatureOutcome => ({
  status: statusOf(reason),
  reason,
  coversDocument: said?.isCovered ?? false,
  algorithm: said?.algorithm ?? '',
  ...(signer && { signer: signerSeen(signer) }),
  ...(said?.time !== undefined && { claimedSigningTime: said.time }),
})

/** One PEM may hold several certificates. */
function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []
  return blocks.map(certificateFrom).filter((each) => each !== undefined)
}
