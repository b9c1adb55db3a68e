import type { XmlElement } from '#exchange/xml/xml-element.ts'

/** An element and the elements around it. */
export interface Place {
  readonly element: XmlElement
  readonly parent?: Place
}

/** What each element is called among its siblings. It only saves time: a list may have a hundred thousand members. */
const labels = new WeakMap<XmlElement, ReadonlyMap<XmlElement, string>>()

/** `/digitalCalibrationCertificate/administrativeData/items/item[2]/name`: by names without prefixes, counted from one. */
export function pathOf({ element, parent }: Place): string {
  if (!parent) return `/${element.name}`
  const known = labels.get(parent.element) ?? labelled(parent.element)
  return `${pathOf(parent)}/${known.get(element) ?? element.name}`
}

function labelled(parent: XmlElement): ReadonlyMap<XmlElement, string> {
  const counts = new Map<string, number>()
  const total = Map.groupBy(parent.children, ({ name }) => name)
  const found = new Map(
    parent.children.map((child) => {
      const count = (counts.get(child.name) ?? 0) + 1
      counts.set(child.name, count)
      return [child, (total.get(child.name)?.length ?? 0) > 1 ? `${child.name}[${count}]` : child.name]
    }),
  )
  labels.set(parent, found)
  return found
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
