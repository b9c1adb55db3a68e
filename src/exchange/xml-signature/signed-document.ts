import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm'
import { xmldsig } from './algorithms.ts'
import type { SignatureReason } from './signature-outcome.ts'

const careful =
  ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG

/** Beyond this libxml2 wants to be told that a text is meant to be so long. */
const ordinarySize = 8_000_000

/** The bytes as a tree: nothing is fetched, no entity is replaced, no document type is tolerated. */
export function readSigned(xml: Uint8Array): XmlDocument | SignatureReason {
  const document = parsed(xml)
  if (!document) return 'document-unreadable'
  if (!document.dtd) return document
  document.dispose()
  return 'document-type'
}

function parsed(xml: Uint8Array): XmlDocument | undefined {
  const isLong = xml.length > ordinarySize && !/<!DOCTYPE/i.test(Buffer.from(xml).toString('latin1'))
  try {
    return XmlDocument.fromBuffer(xml, { option: isLong ? careful | ParseOption.XML_PARSE_HUGE : careful })
  } catch {
    return undefined
  }
}

const ds = { ds: xmldsig }

/** The signatures of a document: the children of its root that are one. */
export const signaturesOf = ({ root }: XmlDocument): readonly XmlElement[] =>
  childrenOf(root).filter((child) => child.namespaceUri === xmldsig && child.name === 'Signature')

/**
 * What makes every signature of a file worthless, whatever it says: another place for signatures is where an original
 * is put aside (wrapping), and a comment inside a value is where one reader stops and another reads on.
 */
export function faultOfDocument(document: XmlDocument): SignatureReason | undefined {
  if (document.eval('boolean(//ds:Signature[count(ancestor::*) != 1])', ds)) return 'signature-misplaced'
  const divided = 'boolean(//*[text()[normalize-space()]][comment() or processing-instruction()])'
  return document.eval(divided) ? 'comment-in-value' : undefined
}

export function childrenOf(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (let node = element.firstChild; node; node = node.next) if (node instanceof XmlElement) found.push(node)
  return found
}

/** Elements that carry an identifier; without a schema these attributes are the ones (XMLDSig 1.1, 4.4.3.1; xml:id). */
export const elementsWithId = (document: XmlDocument, id: string): readonly XmlElement[] =>
  document
    .find('//*[@Id or @ID or @id or @xml:id]')
    .filter((node): node is XmlElement => node instanceof XmlElement)
    .filter((element) => element.attrs.some(({ name, value }) => /^id$/i.test(name) && value === id))

/** The element itself, or one inside it. */
export function isWithin(element: XmlElement, whole: XmlElement): boolean {
  for (let node: XmlElement | null = element; node; node = node.parent)
    if (node.isSameNode(whole)) return true
  return false
}
