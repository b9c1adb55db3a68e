import { doesNotMatch } from '#contract/contract.refusals.ts'
import type { HeadingLanguage } from '#contract/member-words.ts'

/** How a whole list is written: a table has headings for people in their language, and else the names of the members. */
export interface WholeList {
  readonly headings: HeadingLanguage | undefined
}

const headingLanguages: readonly string[] = ['zh', 'en'] satisfies HeadingLanguage[]

/** The query of a whole list: the filters of the list, and `language`; it has no pages. */
export function readWholeListQuery(sent: Readonly<Record<string, string>>): {
  readonly filters: Readonly<Record<string, string>>
  readonly whole: WholeList
} {
  const { language, ...filters } = sent
  for (const name of ['limit', 'cursor']) if (Object.hasOwn(filters, name)) refusePaging(name)
  if (language !== undefined && !headingLanguages.includes(language)) refuseLanguage()
  return { filters, whole: { headings: language as HeadingLanguage | undefined } }
}

function refusePaging(name: string): never {
  const detail = {
    en: `${name} belongs to pages in JSON: in this medium the list is answered whole`,
    zh: `${name} 只用于 JSON 分页；此媒体类型给出整个列表`,
  }
  const pointer = `/${name}`
  throw doesNotMatch(detail, {}, { pointer, errors: [{ pointer, code: 'unknown-member', detail }] })
}

function refuseLanguage(): never {
  const detail = { en: 'language is zh or en', zh: 'language 须为 zh 或 en' }
  const pointer = '/language'
  throw doesNotMatch(detail, {}, { pointer, errors: [{ pointer, code: 'not-one-of', detail }] })
}
