import { html } from 'hono/html'
import type { Html } from '../page-route.ts'
import { shapeOf, type Tone } from './tone.ts'

export interface Banner {
  readonly tone: Tone
  readonly title: string
  readonly text: string | Html
  /** What is less urgent: when it was asked. */
  readonly small?: string | Html
}

/** The answer in one glance: a word, a colour, and a shape for whoever sees no colours. */
export const banner = ({ tone, title, text, small }: Banner): Html =>
  html`<div class="standing ${tone}" role="status">
    ${shapeOf(tone, 56)}
    <div>
      <p class="verdict">${title}</p>
      ${text === '' ? '' : html`<p>${text}</p>`}
      ${small === undefined ? '' : html`<p class="small">${small}</p>`}
    </div>
  </div>`
