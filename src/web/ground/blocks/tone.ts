import { html } from 'hono/html'
import type { Html } from '../page-route.ts'

/** How good it is; said by colour and shape at once. */
export type Tone = 'good' | 'caution' | 'bad' | 'quiet'

const shapes = {
  good: html`<circle cx="24" cy="24" r="20" /><path d="M15 24.5l6.5 6.5L34 18" />`,
  caution: html`<path d="M24 5l21 37H3z" /><path d="M24 18v12M24 35v1.5" />`,
  bad: html`<path d="M15 4h18l11 11v18L33 44H15L4 33V15z" /><path d="M17 17l14 14M31 17L17 31" />`,
  quiet: html`<circle cx="24" cy="24" r="20" /><path d="M19 18c0-7 11-7 11 0 0 5-6 4.5-6 10M24 34v1" />`,
} as const

export const shapeOf = (tone: Tone, size: number): Html =>
  html`<svg class="shape" viewBox="0 0 48 48" width="${size}" height="${size}" aria-hidden="true">
    ${shapes[tone]}
  </svg>`
