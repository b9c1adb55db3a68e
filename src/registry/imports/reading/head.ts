import type { Column, Sheet } from '../sheets/sheet.ts'
import { columnMissing, columnUnknown } from '../imports.refusals.ts'

/** A column of a file: what it means, where it stands and what it is called there. */
export interface PlacedColumn {
  readonly column: Column
  /** From 1. */
  readonly number: number
  readonly heading: string
}

export type Head = readonly (PlacedColumn | undefined)[]

/** `设备编号 *` is 设备编号: a template marks what is required. */
const plain = (heading: string) =>
  heading
    .normalize('NFC')
    .replace(/\s*\*$/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase()

/** Nothing is passed over in silence: a heading that is not known is refused by its name; an empty one has to stay empty. */
export function headOf(cells: readonly string[], sheet: Sheet, line: number): Head {
  const pointer = `/${line}`
  const head = cells.map((heading, i) => placed(heading, i + 1, sheet, pointer))
  const seen = new Set<string>()
  for (const each of head) {
    if (!each) continue
    if (seen.has(each.column.id)) throw twice(each.heading, pointer)
    seen.add(each.column.id)
  }
  const missing = sheet.columns.find((column) => column.isRequired && !seen.has(column.id))
  if (missing) {
    const { en, zh } = missing.name
    throw columnMissing(
      { en: `“${en}” is missing`, zh: `缺少“${zh}”列` },
      { column: missing.id },
      { pointer },
    )
  }
  return head
}

function placed(heading: string, number: number, sheet: Sheet, pointer: string): PlacedColumn | undefined {
  const text = plain(heading)
  if (text === '') return undefined
  const column = sheet.columns.find(({ id, name }) =>
    [id, name.en, name.zh].some((each) => plain(each) === text),
  )
  if (column) return { column, number, heading: heading.slice(0, 100) }
  const known = { en: sheet.columns.map(({ id }) => id), zh: sheet.columns.map(({ name }) => name.zh) }
  const shown = heading.slice(0, 64).toWellFormed()
  throw columnUnknown(
    { en: `“${shown}”; known are ${known.en.join(', ')}`, zh: `“${shown}”；可用列：${known.zh.join('、')}` },
    { column: number },
    { pointer },
  )
}

function twice(heading: string, pointer: string) {
  const shown = heading.slice(0, 64).toWellFormed()
  return columnUnknown({ en: `“${shown}” stands twice`, zh: `“${shown}”重复` }, {}, { pointer })
}
