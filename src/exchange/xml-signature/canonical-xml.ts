import { XmlC14NMode, type C14NOptions, type XmlDocument, type XmlElement } from 'libxml2-wasm'

/** One of the canonical forms of XML, as a transform or a CanonicalizationMethod names it. */
export interface Canonicalization {
  readonly mode: (typeof XmlC14NMode)[keyof typeof XmlC14NMode]
  readonly withComments: boolean
  /** Exclusive form only: prefixes that are written wherever they are declared (ec:InclusiveNamespaces). */
  readonly inclusiveNamespacePrefixes?: string[]
}

const { XML_C14N_1_0, XML_C14N_1_1, XML_C14N_EXCLUSIVE_1_0 } = XmlC14NMode

export const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
export const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#'

const forms: ReadonlyMap<string, Canonicalization> = new Map<string, Canonicalization>([
  [c14n, { mode: XML_C14N_1_0, withComments: false }],
  [`${c14n}#WithComments`, { mode: XML_C14N_1_0, withComments: true }],
  ['http://www.w3.org/2006/12/xml-c14n11', { mode: XML_C14N_1_1, withComments: false }],
  ['http://www.w3.org/2006/12/xml-c14n11#WithComments', { mode: XML_C14N_1_1, withComments: true }],
  [exclusiveC14n, { mode: XML_C14N_EXCLUSIVE_1_0, withComments: false }],
  [`${exclusiveC14n}WithComments`, { mode: XML_C14N_EXCLUSIVE_1_0, withComments: true }],
])

export const canonicalizationNamed = (uri: string): Canonicalization | undefined => forms.get(uri)

/** What is digested where no canonical form is named (XMLDSig 1.1, 4.4.3.2). */
export const defaultCanonicalization: Canonicalization = { mode: XML_C14N_1_0, withComments: false }

export const canonicalDocument = (document: XmlDocument, form: Canonicalization): Buffer =>
  written(document, form)

/** One element with what is inside it; the namespaces around it count as its form says. */
export function canonicalElement(element: XmlElement, form: Canonicalization): Buffer {
  // A set of one root is followed by pointers; a callback would make an object for every node of the file.
  return written(element.doc, { ...form, nodeSet: new Set([element]) })
}

function written(document: XmlDocument, options: C14NOptions): Buffer {
  const parts: Buffer[] = []
  const write = (part: Uint8Array): number => parts.push(Buffer.from(part)) && part.byteLength
  document.canonicalize({ write, close: () => true }, { ...options })
  return Buffer.concat(parts)
}
