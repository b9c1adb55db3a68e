import { html } from 'hono/html'
import type { Html } from '../ground/page-route.ts'
import type { Tone } from './graph.ts'

export const signWidth = 15

/** For whoever sees no colours: drawn, since no typeface is sure to have them. Eleven by eleven. */
const signs: Readonly<Record<Tone, Html>> = {
  good: html`<circle cx="5.5" cy="5.5" r="4.5" />`,
  caution: html`<path d="M5.5 .5L10.5 5.5L5.5 10.5L.5 5.5Z" />`,
  suspect: html`<path d="M5.5 .5L11 10.5H0Z" />`,
  bad: html`<path class="open" d="M1.5 1.5L9.5 9.5M9.5 1.5L1.5 9.5" />`,
  unknown: html`<path
    class="open"
    d="M2.5 3.2C2.5 -.2 8.5 -.2 8.5 3.2C8.5 5.4 5.5 5.2 5.5 7.4M5.5 10V10.1"
  />`,
  quiet: html`<circle class="open" cx="5.5" cy="5.5" r="4" />`,
}

export const signAt = (tone: Tone, x: number, y: number): Html =>
  html`<g class="tone-sign" transform="translate(${x} ${y})">${signs[tone]}</g>`

/** Beside words of a page. */
export const sign = (tone: Tone): Html =>
  html`<svg class="tone-sign" width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
    ${signs[tone]}
  </svg>`
