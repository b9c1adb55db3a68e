import { attributeOf, wordsOf, type XmlElement } from '#exchange/xml/xml-element.ts'
import { findingAt, pathOf, type Finding, type Place } from '../content-model/place.ts'
import type { DccAttachment, DccRemark, DccText } from './dcc-read.ts'

/** A reading under way: what was looked at, and what was noticed. */
export interface Reader {
  readonly seen: Set<XmlElement>
  readonly warnings: Finding[]
  /** What forbids to take the file for a certificate. */
  readonly faults: Finding[]
  readonly attachments: DccAttachment[]
}

export const newReader = (): Reader => ({ seen: new Set(), warnings: [], faults: [], attachments: [] })

/** The elements of a name inside a place; looking at them is how they become read. */
export function all(reader: Reader, parent: Place, ...names: readonly string[]): readonly Place[] {
  return parent.element.children.flatMap((element) => {
    if (!names.includes(element.name)) return []
    reader.seen.add(element)
    return [{ element, parent }]
  })
}

/** The first element of one of these names: they are the names one thing has had in different releases. */
export const one = (reader: Reader, parent: Place, ...names: readonly string[]): Place | undefined =>
  all(reader, parent, ...names)[0]

export const within = <T>(place: Place | undefined, read: (place: Place) => T): T | undefined =>
  place && read(place)

/** The characters of an element, without white space at their ends. */
export const lineOf = ({ element }: Place): string => element.text.trim()

export const line = (reader: Reader, parent: Place, ...names: readonly string[]): string | undefined =>
  within(one(reader, parent, ...names), lineOf)

export const lines = (reader: Reader, parent: Place, ...names: readonly string[]): readonly string[] =>
  all(reader, parent, ...names).map(lineOf)

export const truth = (reader: Reader, parent: Place, name: string): boolean | undefined =>
  within(one(reader, parent, name), (place) => isTrue(lineOf(place)))

export const isTrue = (word: string): boolean => word === 'true' || word === '1'

export const refTypesOf = ({ element }: Place): readonly string[] =>
  wordsOf(attributeOf(element, 'refType') ?? '')

export const idOf = ({ element }: Place): { readonly id?: string } => {
  const id = attributeOf(element, 'id')?.trim()
  return id === undefined ? {} : { id }
}

/** textType: one text in some languages. */
export function textOf(reader: Reader, place: Place): DccText {
  return all(reader, place, 'content').map((content) => {
    const language = attributeOf(content.element, 'lang')
    return { ...(language !== undefined && { language }), text: lineOf(content) }
  })
}

export const text = (reader: Reader, parent: Place, ...names: readonly string[]): DccText | undefined =>
  within(one(reader, parent, ...names), (place) => textOf(reader, place))

export function warn(reader: Reader, place: Place, code: string, detail: Finding['detail']): void {
  reader.warnings.push(findingAt(place, code, detail))
}

export function fault(reader: Reader, place: Place, code: string, detail: Finding['detail']): void {
  reader.faults.push(findingAt(place, code, detail))
}

/** More than these are not listed one by one. */
const mostRemarks = 200

/** The outermost elements that nothing has looked at. */
export function unread(reader: Reader, root: Place): readonly DccRemark[] {
  const remarks: DccRemark[] = []
  const walk = (place: Place): void => {
    for (const element of place.element.children) {
      if (remarks.length === mostRemarks) return
      const child = { element, parent: place }
      if (reader.seen.has(element)) walk(child)
      else remarks.push({ path: pathOf(child), line: element.line })
    }
  }
  walk(root)
  return remarks
}
