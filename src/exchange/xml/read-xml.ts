import { SaxesParser, type SaxesTagNS } from 'saxes'
import { decodeText } from './decode-text.ts'
import { refuseDoctype } from './prolog.ts'
import { isBlank, type XmlAttribute, type XmlElement } from './xml-element.ts'
import {
  dividedValue,
  doctypeRefused,
  notWellFormed,
  otherXmlVersion,
  xmlTooComplex,
} from './xml.refusals.ts'

/** More than any certificate has; less than what would keep a process busy. */
export interface XmlLimits {
  readonly depth: number
  readonly elements: number
  readonly attributesOfOne: number
  readonly charactersOfName: number
}

export const usualLimits: XmlLimits = {
  depth: 64,
  elements: 200_000,
  attributesOfOne: 64,
  charactersOfName: 256,
}

/** An element that is being read. */
interface Open {
  readonly element: Writable
  readonly texts: string[]
  /** Where a comment or an instruction follows characters in it. */
  divided: { readonly line: number; readonly column: number } | undefined
}

interface Writable extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

/**
 * The root of a document, read strictly: UTF-8 or UTF-16, no document type, no entities but the five of XML, names resolved
 * by namespace. Nothing a document says makes this look anywhere else: instructions, XInclude and schema locations are
 * data like any other.
 */
export function readXml(bytes: Uint8Array, limits: XmlLimits = usualLimits): XmlElement {
  const text = decodeText(bytes)
  refuseDoctype(text)
  const parser = new SaxesParser({ xmlns: true, position: true })
  const reading = readerOf(parser, limits)
  parser.write(text).close()
  if (!reading.root) throw notWellFormed({ en: 'There is no element in it', zh: '其中没有任何元素' })
  return reading.root
}

type Parser = SaxesParser<{ xmlns: true; position: true }>

function readerOf(parser: Parser, limits: XmlLimits) {
  const reading: { root: XmlElement | undefined } = { root: undefined }
  const open: Open[] = []
  let begun = { line: 1, column: 0 }
  let elements = 0
  const here = () => ({ line: parser.line, column: parser.columnIndex })
  const divide = () => {
    const innermost = open.at(-1)
    if (innermost && !innermost.texts.every(isBlank)) innermost.divided ??= here()
  }

  parser.on('error', ({ message }) => {
    const what = message.replace(/^\d+:\d+: /, '')
    throw notWellFormed({ en: `Line ${parser.line}: ${what}`, zh: `第 ${parser.line} 行：${what}` }, here())
  })
  parser.on('doctype', () => {
    throw doctypeRefused(doctypeRefused.definition.title, here())
  })
  parser.on('xmldecl', ({ version }) => {
    if (version !== '1.0') throw otherXmlVersion(`It is XML ${version ?? ''}`)
  })
  parser.on('comment', divide)
  parser.on('processinginstruction', divide)
  parser.on('opentagstart', ({ name }) => {
    begun = beginningOf(name, here())
    elements += 1
    refuseBeyond(open.length + 1, limits.depth, 'levels of elements', '层元素', begun)
    refuseBeyond(elements, limits.elements, 'elements', '个元素', begun)
  })
  parser.on('opentag', (tag) => {
    refuseBeyond(tag.name.length, limits.charactersOfName, 'characters in a name', '个字符的名称', begun)
    const element = elementOf(tag, begun, limits)
    open.at(-1)?.element.children.push(element)
    open.push({ element, texts: [], divided: undefined })
  })
  const keep = (text: string) => {
    const innermost = open.at(-1)
    if (innermost?.divided && !isBlank(text)) throw dividedIn(innermost.element, innermost.divided)
    innermost?.texts.push(text)
  }
  parser.on('text', keep)
  parser.on('cdata', keep)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (!closed) return
    closed.element.text = closed.texts.join('')
    if (open.length === 0) reading.root = closed.element
  })
  return reading
}

/** The parser has read one character beyond the name, which may be the end of the line. */
function beginningOf(name: string, { line, column }: { line: number; column: number }) {
  const before = column - name.length - 1
  return before > 0 ? { line, column: before } : { line: column === 0 ? line - 1 : line, column: 1 }
}

function elementOf(tag: SaxesTagNS, begun: { line: number; column: number }, limits: XmlLimits): Writable {
  const stated = Object.values(tag.attributes)
  refuseBeyond(stated.length, limits.attributesOfOne, 'attributes of one element', '个属性', begun)
  const attributes: XmlAttribute[] = stated
    .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
    .map(({ uri, local, value }) => ({ namespace: uri, name: local, value }))
  return { namespace: tag.uri, name: tag.local, attributes, children: [], text: '', ...begun }
}

function refuseBeyond(
  count: number,
  most: number,
  en: string,
  zh: string,
  where: { line: number; column: number },
) {
  if (count <= most) return
  throw xmlTooComplex(
    { en: `Line ${where.line}: more than ${most} ${en}`, zh: `第 ${where.line} 行：超过 ${most} ${zh}` },
    { ...where, most },
  )
}

/** A signature may ignore comments, and a reader may join what stands around one or not: 1<!---->.000 is no value. */
function dividedIn({ name }: XmlElement, where: { line: number; column: number }) {
  return dividedValue(
    { en: `Line ${where.line}, inside ${name}`, zh: `第 ${where.line} 行，${name} 内` },
    { ...where, element: name },
  )
}
