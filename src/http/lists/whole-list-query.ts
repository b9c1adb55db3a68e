import { doesNotMatch } from '#contract/contract.refusals.ts'
import type { HeadingLanguage } from '#contract/member-words.ts'
import type { OperationDefinition } from '../operation.ts'

/** How a whole list is written: a table has headings for people in their language, and else the names of the members. */
export interface WholeList {
  readonly headings: HeadingLanguage | undefined
  /** Its columns are those of the import, where there is one. */
  readonly isForImport: boolean
}

export const headingLanguages: readonly string[] = ['zh', 'en'] satisfies HeadingLanguage[]
export const columnChoices: readonly string[] = ['record', 'import']

/** The query of a whole list: the filters of the list, how its table looks (`language`, `columns`), and no pages. */
export function readWholeListQuery(
  sent: Readonly<Record<string, string>>,
  { importColumns }: OperationDefinition,
): { readonly filters: Readonly<Record<string, string>>; readonly whole: WholeList } {
  const { language, ...others } = sent
  const { columns, ...rest } = others
  const filters = importColumns ? rest : others
  for (const name of ['limit', 'cursor']) if (Object.hasOwn(filters, name)) refusePaging(name)
  if (language !== undefined) requireOneOf('language', language, headingLanguages)
  if (importColumns && columns !== undefined) requireOneOf('columns', columns, columnChoices)
  const isForImport = importColumns !== undefined && columns === 'import'
  return { filters, whole: { headings: language as HeadingLanguage | undefined, isForImport } }
}

function refusePaging(name: string): never {
  const detail = {
    en: `${name} belongs to pages in JSON: in this medium the list is answered whole`,
    zh: `${name} 只用于 JSON 分页；此媒体类型给出整个列表`,
  }
  const pointer = `/${name}`
  throw doesNotMatch(detail, {}, { pointer, errors: [{ pointer, code: 'unknown-member', detail }] })
}

function requireOneOf(name: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return
  const detail = { en: `${name} is ${choices.join(' or ')}`, zh: `${name} 须为 ${choices.join(' 或 ')}` }
  const pointer = `/${name}`
  throw doesNotMatch(detail, {}, { pointer, errors: [{ pointer, code: 'not-allowed', detail }] })
}
