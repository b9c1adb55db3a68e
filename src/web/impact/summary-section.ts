import { html } from 'hono/html'
import type { ImpactSummary } from '#contract/types.ts'
import type { PageLanguage } from '#faces/page.ts'
import { banner } from '../ground/blocks/banner.ts'
import { countText } from '../ground/moments.ts'
import type { Html } from '../ground/page-route.ts'
import { impactWords } from './words.ts'

/** How much rests on it, and how many decisions would be other ones: in one glance. */
export function summarySection(summary: ImpactSummary, isSupposed: boolean, language: PageLanguage): Html {
  const words = impactWords[language]
  const { results, certificates, equipment, organizations, decisionsFlipped } = summary
  const text = (count: number) => countText(count, language)
  if (results === 0) return banner({ tone: 'quiet', title: words.nothing, text: words.nothingText })
  const told = isSupposed
    ? decisionsFlipped > 0
      ? banner({ tone: 'bad', title: words.someFlip(text(decisionsFlipped)), text: '' })
      : banner({ tone: 'good', title: words.noFlip, text: '' })
    : banner({ tone: 'quiet', title: words.restsOn(text(results)), text: words.supposeNothing })
  const tiles = [
    [results, words.results],
    [certificates, words.certificatesCounted],
    [equipment, words.items],
    [organizations, words.organizations],
    ...(isSupposed ? ([[decisionsFlipped, words.decisionsFlip]] as const) : []),
  ] as const
  return html`${told}
    <ul class="tiles" aria-label="${words.summary}">
      ${tiles.map(([count, word]) => html`<li><b>${text(count)}</b> ${word(count)}</li>`)}
    </ul>`
}
