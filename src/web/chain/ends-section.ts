import { html } from 'hono/html'
import type { TraceabilityAnswer } from '#contract/types.ts'
import { percent } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import { table } from '../ground/blocks/table.ts'
import { section } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import { isWithheld } from './parts-of-label.ts'
import { chainWords } from './words.ts'

/** The references reached and the certificates at which a branch ends, with what they bring to u². */
export function endsSection({ roots, anchors }: TraceabilityAnswer, language: PageLanguage): Html {
  const words = chainWords[language]
  if (roots.length + anchors.length === 0) return html``
  const rows = [
    ...roots.map(({ reference, kind, organization, share }) => [
      html`<a href="/references/${encodeURIComponent(reference)}/impact"><code>${reference}</code></a>`,
      words.reference,
      kind,
      organization[language],
      percent(share),
    ]),
    ...anchors.map(({ certificate, competence, organization, share }) => [
      isWithheld(certificate)
        ? html`<code>${certificate}</code>`
        : html`<a href="/certificates/${encodeURIComponent(certificate)}"><code>${certificate}</code></a>`,
      words.anchor,
      html`<code>${competence}</code>`,
      organization[language],
      percent(share),
    ]),
  ]
  return section(
    'ends',
    words.roots,
    html`<p class="small">${words.rootsLead}</p>
      ${table({
        caption: words.roots,
        columns: [
          { head: words.result },
          { head: words.kind },
          { head: words.competence },
          { head: words.holder },
          { head: words.part, isFigure: true },
        ],
        rows,
      })}`,
  )
}
