import { type JsonSchema, readSchema } from '#contract/schema-files.ts'
import type { SchemaName } from '#contract/types.ts'
import type { OperationDefinition } from '../operation.ts'

export const csv = 'text/csv'
export const ndjson = 'application/x-ndjson'
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** `/v1/equipment.csv`: how an address asks for the whole list. */
const endings: Readonly<Record<string, string>> = { [csv]: '.csv', [ndjson]: '.ndjson', [xlsx]: '.xlsx' }

const itemsBySchema = new Map<SchemaName, string | undefined>()

/** The schema of what is listed, where the answer is a page of a list: `items`, and `next` where the following page begins. */
export function itemOfList({ method, answers }: OperationDefinition): string | undefined {
  const page = answers[200]
  if (method !== 'get' || typeof page !== 'string') return undefined
  if (!itemsBySchema.has(page)) itemsBySchema.set(page, itemOfPage(page))
  return itemsBySchema.get(page)
}

function itemOfPage(page: SchemaName): string | undefined {
  const { properties } = readSchema(page) as { properties?: Record<string, JsonSchema> }
  const item = (properties?.['items']?.['items'] as JsonSchema | undefined)?.['$ref']
  return typeof item === 'string' && properties?.['next'] !== undefined ? resolved(page, item) : undefined
}

/** `../metrology/code.json`, as `equipment/page.json` says it: `metrology/code.json`. */
export const resolved = (from: string, reference: string): string =>
  new URL(reference, `file:///${from}`).pathname.slice(1)

/** The media in which a whole list is answered; an operation that says its media itself writes them itself. */
export function wholeListMedia(operation: OperationDefinition): readonly string[] {
  if (itemOfList(operation) === undefined || operation.media?.includes(csv)) return []
  return operation.spreadsheet ? [csv, ndjson, xlsx] : [csv, ndjson]
}

export interface Ending {
  readonly ending: string
  readonly medium: string
}

/** The addresses beside its own, where a file has an address of its own; where a path ends in a name, the name would be another. */
export function endingsOf(operation: OperationDefinition): readonly Ending[] {
  if (operation.method !== 'get' || operation.path.endsWith('}')) return []
  const media = [...(operation.media ?? []), ...wholeListMedia(operation)]
  return media.flatMap((medium) => {
    const ending = endings[medium]
    return ending === undefined ? [] : [{ ending, medium }]
  })
}
