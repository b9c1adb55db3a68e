import { html } from 'hono/html'
import type { PageLanguage, Standing } from '#faces/page.ts'
import { banner } from '../ground/blocks/banner.ts'
import { instant } from '../ground/moments.ts'
import type { Html } from '../ground/page-route.ts'
import { standings, wordsIn } from './words.ts'

/** What the certificate is worth at this moment. */
export function standingBanner(standing: Standing, language: PageLanguage): Html {
  const words = wordsIn[language]
  const { tone, ...said } = standings[standing.status]
  const { due, supersededBy, cause, at } = standing
  return banner({
    tone,
    title: said[language],
    text: html`${supersededBy === null ? '' : words.newer(String(supersededBy))}
    ${due === null || tone === 'bad' ? '' : words.due(due)} ${cause ?? ''}`,
    small: html`${words.scanned} ${instant(at, language)}`,
  })
}
