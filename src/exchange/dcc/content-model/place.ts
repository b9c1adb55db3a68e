import type { XmlElement } from '#exchange/xml/xml-element.ts'

/** An element and the elements around it. */
export interface Place {
  readonly element: XmlElement
  readonly parent?: Place
}

/** `/digitalCalibrationCertificate/administrativeData/items/item[2]/name`: by names without prefixes, counted from one. */
export function pathOf({ element, parent }: Place): string {
  if (!parent) return `/${element.name}`
  const namesakes = parent.element.children.filter(({ name }) => name === element.name)
  const index = namesakes.length > 1 ? `[${namesakes.indexOf(element) + 1}]` : ''
  return `${pathOf(parent)}/${element.name}${index}`
}

/** Something about a file that is wrong, or worth knowing, and where. */
export interface Finding {
  readonly code: string
  readonly path: string
  readonly line: number
  readonly column: number
  readonly detail: { readonly en: string; readonly zh: string }
}

export function findingAt(place: Place, code: string, detail: Finding['detail']): Finding {
  const { line, column } = place.element
  return { code, path: pathOf(place), line, column, detail }
}
