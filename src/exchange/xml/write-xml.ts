import { defineRefusal } from '#refusal.ts'

export const notXmlText = defineRefusal({
  code: 'xml.character-not-allowed',
  kind: 'unprocessable',
  title: { en: 'A character cannot stand in XML', zh: '文本含有XML不允许的字符' },
})

/** An element to be written: either text is inside it or elements, never both. */
export interface WrittenElement {
  /** With its prefix: `dcc:item`. */
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly content: string | readonly WrittenElement[]
}

/** What may be left out is left out by `undefined`. */
export type Child = WrittenElement | undefined | readonly Child[]

type Attributes = Readonly<Record<string, string | undefined>>

/** An element with elements inside. */
export const element = (
  name: string,
  attributes: Attributes,
  ...children: readonly Child[]
): WrittenElement => ({
  name,
  attributes: stated(attributes),
  content: children.flatMap(flat),
})

/** An element with text inside. */
export const text = (name: string, content: string, attributes: Attributes = {}): WrittenElement => ({
  name,
  attributes: stated(attributes),
  content,
})

const flat = (child: Child): readonly WrittenElement[] => {
  if (child === undefined) return []
  return isMany(child) ? child.flatMap(flat) : [child]
}

const isMany = (child: Child): child is readonly Child[] => Array.isArray(child)

const stated = (attributes: Attributes): WrittenElement['attributes'] =>
  Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))

/**
 * The text of an element in Canonical XML 1.0, so that what is written is what is digested: attributes in order, no
 * empty-element tags, characters escaped as the canonical form does, Unicode in NFC. Lines are indented where only
 * elements stand. Prefixes are declared on the outermost element, and so are the namespaces of attributes.
 */
export function writeXml(root: WrittenElement): string {
  const parts: string[] = []
  write(root, '\n', parts)
  return parts.join('')
}

/** `line` is the break before the closing tag: a new line and the indentation of the element. */
function write({ name, attributes, content }: WrittenElement, line: string, parts: string[]): void {
  parts.push('<', name)
  for (const [attribute, value] of attributes.toSorted(canonically)) {
    parts.push(' ', attribute, '="', escaped(value, inAttribute), '"')
  }
  parts.push('>')
  if (typeof content === 'string') parts.push(escaped(content, inText))
  else if (content.length > 0) {
    for (const child of content) {
      parts.push(line, '  ')
      write(child, `${line}  `, parts)
    }
    parts.push(line)
  }
  parts.push('</', name, '>')
}

/** Canonical XML 1.0, 4.8: declarations of namespaces first, then attributes without prefix, then those with one. */
const canonically = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  placeOf(a) - placeOf(b) || (a < b ? -1 : 1)

const placeOf = (name: string): number => (/^xmlns(?::|$)/.test(name) ? 0 : name.includes(':') ? 2 : 1)

const inText = /[&<>\r]/g
const inAttribute = /[&<"\t\n\r]/g

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

const escaped = (content: string, special: RegExp): string =>
  xmlText(content).replace(special, (character) => references[character] ?? character)

/** XML 1.0, 2.2: other control characters, half surrogate pairs and U+FFFE cannot be written, not even as references. */
// oxlint-disable-next-line no-control-regex
const foreign = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u

function xmlText(content: string): string {
  const normal = content.normalize('NFC')
  const [character] = foreign.exec(normal) ?? []
  if (character === undefined) return normal
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  throw notXmlText(
    { en: `U+${code} in "${normal.slice(0, 40)}"`, zh: `"${normal.slice(0, 40)}" 中的 U+${code}` },
    { character: `U+${code}` },
  )
}
