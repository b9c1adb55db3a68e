import type { XmlElement } from 'libxml2-wasm'
import { signingFault, xmldsig } from './algorithms.ts'
import { canonicalizationNamed, exclusiveC14n, type Canonicalization } from './canonical-xml.ts'
import { isFault, type SignatureReason } from './signature-outcome.ts'
import { childrenOf } from './signed-document.ts'

/** What a `ds:Signature` says of itself, before anything of it is believed. */
export interface SignatureRead {
  readonly signedInfo: XmlElement
  readonly form: Canonicalization
  readonly algorithm: string
  readonly value: Buffer
  readonly references: readonly ReferenceRead[]
  /** Certificates in DER that the signature brings along, in the order of the file. */
  readonly certificates: readonly Buffer[]
}

export interface ReferenceRead {
  readonly uri: string | undefined
  readonly type: string | undefined
  readonly transforms: readonly XmlElement[]
  readonly digestMethod: string
  readonly digest: Buffer
}

/** More than any honest signature has; each of them costs a walk through the file. */
const most = { references: 5, certificates: 8 }

/** Reads the fixed structure (XMLDSig 1.1, 4); whatever stands elsewhere, or twice, makes it unreadable. */
export function readSignature(signature: XmlElement): SignatureRead | SignatureReason {
  if (signature.eval('boolean(.//comment() or .//processing-instruction())')) return 'comment-in-value'
  const [signedInfo, signatureValue, ...rest] = childrenOf(signature)
  if (!isNamed(signedInfo, 'SignedInfo') || !isNamed(signatureValue, 'SignatureValue')) {
    return 'signature-unreadable'
  }
  const [method, signing, ...references] = childrenOf(signedInfo)
  if (!isNamed(method, 'CanonicalizationMethod') || !isNamed(signing, 'SignatureMethod')) {
    return 'signature-unreadable'
  }
  if (references.length > most.references) return 'too-many'
  const form = formOf(method)
  if (isFault(form)) return form
  const algorithm = algorithmOf(signing)
  const fault = signingFault(algorithm)
  if (fault) return fault
  const value = base64Of(signatureValue)
  const read = references.map(readReference)
  const faulty = read.find(isFault)
  if (faulty) return faulty
  const certificates = certificatesOf(rest)
  if (!value || isFault(certificates)) return isFault(certificates) ? certificates : 'signature-unreadable'
  const understood = read.filter((reference): reference is ReferenceRead => !isFault(reference))
  return { signedInfo, form, algorithm, value, references: understood, certificates }
}

const isNamed = (element: XmlElement | undefined, name: string): element is XmlElement =>
  element?.namespaceUri === xmldsig && element.name === name

export const algorithmOf = (element: XmlElement): string => element.attr('Algorithm')?.value ?? ''

/** The canonical form that a transform or a method names, with the prefixes that belong to it. */
export function formOf(element: XmlElement): Canonicalization | SignatureReason {
  const form = canonicalizationNamed(algorithmOf(element))
  const [parameter, ...others] = childrenOf(element)
  if (!form || others.length > 0) return 'transform-not-supported'
  if (!parameter) return form
  if (parameter.namespaceUri !== exclusiveC14n || parameter.name !== 'InclusiveNamespaces')
    return 'transform-not-supported'
  const prefixes = parameter.attr('PrefixList')?.value.split(/\s+/).filter(Boolean) ?? []
  return prefixes.length > 20 ? 'too-many' : { ...form, inclusiveNamespacePrefixes: prefixes }
}

function readReference(element: XmlElement): ReferenceRead | SignatureReason {
  const children = childrenOf(element)
  const [first] = children
  const transforms = isNamed(first, 'Transforms') ? childrenOf(first) : []
  const [method, value, ...rest] = isNamed(first, 'Transforms') ? children.slice(1) : children
  const isWhole =
    isNamed(element, 'Reference') && isNamed(method, 'DigestMethod') && isNamed(value, 'DigestValue')
  if (!isWhole || rest.length > 0 || transforms.some((each) => !isNamed(each, 'Transform')))
    return 'signature-unreadable'
  const digest = base64Of(value)
  if (!digest) return 'signature-unreadable'
  return {
    uri: element.attr('URI')?.value,
    type: element.attr('Type')?.value,
    transforms,
    digestMethod: algorithmOf(method),
    digest,
  }
}

function certificatesOf(elements: readonly XmlElement[]): readonly Buffer[] | SignatureReason {
  const found = elements
    .filter((element) => isNamed(element, 'KeyInfo'))
    .flatMap(childrenOf)
    .filter((element) => isNamed(element, 'X509Data'))
    .flatMap(childrenOf)
    .filter((element) => isNamed(element, 'X509Certificate'))
  if (found.length > most.certificates) return 'too-many'
  const read = found.map(base64Of)
  const whole = read.filter((bytes) => bytes !== undefined)
  return whole.length === read.length ? whole : 'signature-unreadable'
}

/** Base64 with white space, and nothing else: what another reader would pass over is a fault here. */
export function base64Of(element: XmlElement): Buffer | undefined {
  if (childrenOf(element).length > 0) return undefined
  const text = element.content.replaceAll(/[ \t\r\n]/g, '')
  const isBase64 = text !== '' && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text)
  return isBase64 ? Buffer.from(text, 'base64') : undefined
}
