import { html } from 'hono/html'
import type { PageLanguage } from '#faces/page.ts'
import { shapeOf, type Tone } from '../ground/blocks/tone.ts'
import { when } from '../ground/html.ts'
import type { Html } from '../ground/page-route.ts'
import type { Check, Outcome } from './checking/check.ts'
import { verifyWords } from './words.ts'

const tones: Readonly<Record<Outcome, Tone>> = { holds: 'good', fails: 'bad', unknown: 'quiet' }

/** What was looked at, each with what it rests on; drawn by the service and, checked again, by the browser. */
export const checksList = (checks: readonly Check[], language: PageLanguage): Html =>
  html`<ul class="checks">
    ${checks.map(
      ({ outcome, text, evidence }) =>
        html`<li class="${tones[outcome]}">
          ${shapeOf(tones[outcome], 20)}
          <div>
            <p><span class="unseen">${verifyWords[language][outcome]}: </span>${text[language]}</p>
            ${when(evidence[language], () => html`<p class="evidence">${evidence[language]}</p>`)}
          </div>
        </li>`,
    )}
  </ul>`
