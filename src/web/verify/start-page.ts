import { html } from 'hono/html'
import { when } from '../ground/html.ts'
import type { Page, Visit } from '../ground/page-route.ts'
import { fileForm, numberForm } from './forms.ts'
import { verifyWords } from './words.ts'

/** Where everybody begins: whoever has a certificate in hand has a number or a file. */
export function startPage(visit: Visit, fault?: string): Page {
  const words = verifyWords[visit.language]
  return {
    title: words.title,
    nav: 'verify',
    islands: ['verify'],
    ...(fault !== undefined && { status: 422 }),
    content: html`<div class="hero">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </div>
      <section class="ask-card" aria-label="${words.title}">
        ${numberForm(visit)} ${fileForm(visit)}
        ${when(fault, () => html`<p class="bad" role="alert">${fault}</p>`)}
      </section>
      <div id="file-answer" aria-live="polite"></div>
      <div class="stack" id="answer"></div>
      <ul class="how" aria-label="${words.howTitle}">
        ${words.how.map(([title, text]) => html`<li><b>${title}</b> <span>${text}</span></li>`)}
      </ul>`,
  }
}
