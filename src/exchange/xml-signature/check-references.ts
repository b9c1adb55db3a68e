import type { XmlDocument, XmlElement } from 'libxml2-wasm'
import { digestOf, xmldsig } from './algorithms.ts'
import {
  canonicalDocument,
  canonicalElement,
  canonicalizationNamed,
  defaultCanonicalization,
  type Canonicalization,
} from './canonical-xml.ts'
import { algorithmOf, formOf, type ReferenceRead } from './read-signature.ts'
import { isFault, type SignatureReason } from './signature-outcome.ts'
import { childrenOf, elementsWithId, isWithin } from './signed-document.ts'

const enveloped = `${xmldsig}enveloped-signature`
const xpath = 'http://www.w3.org/TR/1999/REC-xpath-19991116'

/** What is taken out of the document before it is digested: this signature, or all of them. */
type Without = 'nothing' | 'itself' | 'signatures'

interface Transformation {
  readonly without: Without
  readonly form: Canonicalization
}

/** What a reference speaks of: the document, or an element of the signature itself. */
export type Target = { readonly of: 'document' } | { readonly of: 'signature'; readonly element: XmlElement }

/** Only these two are followed; nothing is ever fetched (XMLDSig 1.1, 4.4.3.1). */
export function targetOf(
  { uri }: ReferenceRead,
  document: XmlDocument,
  signature: XmlElement,
): Target | SignatureReason {
  if (uri === '') return { of: 'document' }
  if (uri === undefined || !uri.startsWith('#')) return 'external-reference'
  const id = uri.slice(1)
  // XPointer finds more than identifiers do, and finds it differently from reader to reader.
  if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id)) return 'transform-not-supported'
  const [element, ...others] = elementsWithId(document, id)
  if (!element) return 'reference-elsewhere'
  if (others.length > 0) return 'id-repeated'
  if (element.isSameNode(document.root)) return { of: 'document' }
  // The signature as a whole holds its own digest; a part of it is what XAdES signs.
  if (element.isSameNode(signature) || !isWithin(element, signature)) return 'reference-elsewhere'
  return { of: 'signature', element }
}

export function transformationOf({ transforms }: ReferenceRead): Transformation | SignatureReason {
  if (transforms.length > 3) return 'transform-not-supported'
  let without: Without = 'nothing'
  let form: Canonicalization | undefined
  for (const transform of transforms) {
    const name = algorithmOf(transform)
    // After a canonical form there are bytes, and no tree from which something could be taken out.
    if (form) return 'transform-not-supported'
    if (name === enveloped && childrenOf(transform).length === 0) without = 'itself'
    else if (name === xpath && leavesSignaturesOut(transform)) without = 'signatures'
    else if (canonicalizationNamed(name)) {
      const named = formOf(transform)
      if (isFault(named)) return named
      form = named
    } else return 'transform-not-supported'
  }
  return { without, form: form ?? defaultCanonicalization }
}

/** The one expression that is met: EU DSS writes it for signatures side by side. Any other could choose what is signed. */
function leavesSignaturesOut(transform: XmlElement): boolean {
  const [expression, ...others] = childrenOf(transform)
  if (expression?.name !== 'XPath' || expression.namespaceUri !== xmldsig || others.length > 0) return false
  const [, prefix] =
    /^\s*not\(\s*ancestor-or-self::([\w-]+):Signature\s*\)\s*$/.exec(expression.content) ?? []
  return prefix !== undefined && expression.namespaceForPrefix(prefix) === xmldsig
}

/** Whether what an element of the signature holds is still what was digested. */
export const isElementIntact = (reference: ReferenceRead, element: XmlElement): true | SignatureReason =>
  digested(reference, ({ form }) => canonicalElement(element, form))

/** The same of the document. It takes the signatures out of this tree, which is therefore read for it alone. */
export function isDocumentIntact(
  reference: ReferenceRead,
  document: XmlDocument,
  taken: { readonly own: XmlElement; readonly all: readonly XmlElement[] },
): true | SignatureReason {
  return digested(reference, ({ without, form }) => {
    if (without === 'nothing') return 'document-not-covered' // it would have to hold its own digest
    for (const each of without === 'itself' ? [taken.own] : taken.all) each.remove()
    return canonicalDocument(document, form)
  })
}

function digested(
  reference: ReferenceRead,
  bytesOf: (transformation: Transformation) => Buffer | SignatureReason,
): true | SignatureReason {
  const transformation = transformationOf(reference)
  if (isFault(transformation)) return transformation
  const bytes = bytesOf(transformation)
  if (isFault(bytes)) return bytes
  const digest = digestOf(reference.digestMethod, bytes)
  if (isFault(digest)) return digest
  return digest.equals(reference.digest) ? true : 'digest-wrong'
}
