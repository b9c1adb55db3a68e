import { html } from 'hono/html'
import { attribute } from '../ground/html.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { verifyWords } from './words.ts'

/** The one field: whatever somebody has of a certificate. */
export const numberForm = ({ language }: Visit, value?: string): Html => {
  const words = verifyWords[language]
  return html`<form class="ask" action="/verify" method="get" role="search">
    <label for="q">${words.field}</label>
    <div>
      <input
        id="q"
        name="q"
        type="search"
        required
        maxlength="500"
        autocomplete="off"
        spellcheck="false"
        ${attribute('value', value)}
      />
      <button>${words.verify}</button>
    </div>
  </form>`
}

/** A file is looked at where it is; without script it is sent. `data-` says the island what to say. */
export const fileForm = ({ language }: Visit): Html => {
  const words = verifyWords[language]
  return html`<form
    class="drop"
    action="/verify"
    method="post"
    enctype="multipart/form-data"
    data-file-form
    data-language="${language}"
    data-checking="${words.checking}"
  >
    <label for="file"><b>${words.fileLabel}</b> <span class="small">${words.fileKinds}</span></label>
    <input
      id="file"
      name="file"
      type="file"
      accept=".pdf,.xml,.json,application/pdf,application/xml,application/json"
      required
      aria-describedby="file-hint"
    />
    <p class="small" id="file-hint" data-hint="${words.fileHint}">${words.fileHintServer}</p>
    <button class="second">${words.checkFile}</button>
  </form>`
}
