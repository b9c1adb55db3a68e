import { html } from 'hono/html'
import type { CertificateDifference } from '#contract/types.ts'
import { table } from '../ground/blocks/table.ts'
import { section } from '../ground/html.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { found } from '../verify/checking/known.ts'
import { pageWords } from './page-words.ts'

/** Of an amended certificate: what is new in it, marked (ISO/IEC 17025:2017, 7.8.8.1). */
export async function differencesSection(
  { api, language }: Visit,
  number: string,
  version: number,
): Promise<Html> {
  if (version < 2) return html``
  const words = pageWords[language]
  const query = { from: version - 1, to: version }
  const body = await found(api.ask('differences-of-certificate', { params: { number }, query }))
  const differences = (body?.differences ?? []).filter(({ pointer }) => !itself.has(pointer))
  const title = words.differences(String(version - 1), String(version))
  return section(
    'differences',
    title,
    differences.length === 0
      ? html`<p>${words.noDifferences}</p>`
      : table({
          caption: title,
          columns: [{ head: words.difference }, { head: words.before }, { head: words.after }],
          rows: differences.map((each) => [
            placeOf(each, language),
            each.kind === 'added' ? '–' : html`<del>${shown(each.before, language)}</del>`,
            each.kind === 'removed' ? '–' : html`<ins>${shown(each.after, language)}</ins>`,
          ]),
        }),
  )
}

/** What differs between any two versions. */
const itself = new Set(['/version', '/issued'])

/** The words say place and change: the change stands beside it already. */
const placeOf = ({ words }: CertificateDifference, language: 'zh' | 'en'): string =>
  words[language].split(language === 'zh' ? '：' : ': ')[0] ?? ''

function shown(value: unknown, language: 'zh' | 'en'): string {
  if (value === undefined) return '…'
  if (typeof value !== 'object' || value === null) return String(value)
  const inWords = (value as Readonly<Record<string, unknown>>)[language]
  return typeof inWords === 'string' ? inWords : JSON.stringify(value)
}
