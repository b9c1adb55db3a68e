/** An element as it was read: names by namespace, never by prefix, and where it began. */
export interface XmlElement {
  readonly namespace: string
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  /** The characters that stand directly in it, joined. */
  readonly text: string
  readonly line: number
  readonly column: number
}

export interface XmlAttribute {
  readonly namespace: string
  readonly name: string
  readonly value: string
}

/** White space of XML 1.0, 2.3; nothing else is. */
export const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text)

/** Runs of white space become one blank (XML Schema 1.0, 4.3.6, collapse). */
export const collapsed = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')

/** The words of a list; none where there is only white space. */
export const wordsOf = (text: string): readonly string[] => text.match(/[^ \t\r\n]+/g) ?? []

export const childNamed = ({ children }: XmlElement, name: string): XmlElement | undefined =>
  children.find((child) => child.name === name)

export const childrenNamed = ({ children }: XmlElement, name: string): readonly XmlElement[] =>
  children.filter((child) => child.name === name)

/** The value of an attribute without namespace. */
export const attributeOf = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes.find((attribute) => attribute.name === name && attribute.namespace === '')?.value
