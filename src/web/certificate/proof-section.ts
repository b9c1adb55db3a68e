import { html } from 'hono/html'
import type { Certificate } from '#faces/certificate.ts'
import { section } from '../ground/html.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import type { Known } from '../verify/checking/known.ts'
import { pageWords } from './page-words.ts'

const most = 12

/** A file that shows a result to be traceable without this registry. */
export function proofSection(
  { results }: Certificate,
  { number, version }: Known,
  { language }: Visit,
): Html {
  const words = pageWords[language]
  const at = `/v1/certificates/${encodeURIComponent(number)}/proof?version=${version}`
  return section(
    'proof',
    words.proof,
    html`<p>${words.proofText}</p>
      <ul class="plain-list">
        ${results.slice(0, most).map(
          ({ code }) =>
            html`<li>
              <a href="${at}&result=${encodeURIComponent(code)}" download="${number}.${code}.proof.json"
                >${words.proofOf(code)}</a
              >
            </li>`,
        )}
      </ul>`,
  )
}
