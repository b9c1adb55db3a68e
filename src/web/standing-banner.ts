import { html } from 'hono/html'
import type { PageLanguage, Standing } from '#faces/page.ts'
import type { Html } from './frame.ts'
import { standings, wordsIn } from './words.ts'

const shapes = {
  good: html`<circle cx="24" cy="24" r="20" /> <path d="M15 24.5l6.5 6.5L34 18" />`,
  caution: html`<path d="M24 5l21 37H3z" /> <path d="M24 18v12M24 35v1.5" />`,
  bad: html`<path d="M15 4h18l11 11v18L33 44H15L4 33V15z" /> <path d="M17 17l14 14M31 17L17 31" />`,
}

/** What the certificate is worth at this moment. */
export function standingBanner(standing: Standing, language: PageLanguage): Html {
  const words = wordsIn[language]
  const { tone, ...said } = standings[standing.status]
  const { due, supersededBy, cause, at } = standing
  return html`<div class="standing ${tone}" role="status">
    <svg viewBox="0 0 48 48" width="56" height="56" aria-hidden="true">${shapes[tone]}</svg>
    <div>
      <p class="verdict">${said[language]}</p>
      <p>
        ${supersededBy === null ? '' : words.newer(String(supersededBy))}
        ${due === null || tone === 'bad' ? '' : words.due(due)} ${cause ?? ''}
      </p>
      <p class="small">
        ${words.scanned} <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>
      </p>
    </div>
  </div>`
}
