import { html } from 'hono/html'
import { section } from '../ground/html.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import type { Check } from './checking/check.ts'
import type { Known } from './checking/known.ts'
import { checksList } from './checks-list.ts'
import { verifyWords } from './words.ts'

/** What was checked of a number; the island checks all of it again, and says so. */
export const checksSection = (
  checks: readonly Check[],
  { number, version }: Known,
  { language }: Visit,
): Html => {
  const words = verifyWords[language]
  return section(
    'checks',
    words.checks,
    html`<div data-checks="${number}" data-version="${version}" data-language="${language}">
        ${checksList(checks, language)}
      </div>
      <p class="small" data-checked-by="${words.byBrowser}">${words.byService}</p>`,
  )
}
