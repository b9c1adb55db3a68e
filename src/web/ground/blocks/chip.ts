import { html } from 'hono/html'
import type { Html } from '../page-route.ts'
import { shapeOf, type Tone } from './tone.ts'

/** The state of one thing among many. */
export const chip = (tone: Tone, word: string): Html =>
  html`<span class="chip ${tone}">${shapeOf(tone, 14)} ${word}</span>`
