import { html } from 'hono/html'
import type { PageLanguage } from '#faces/page.ts'
import { wordsIn } from './words.ts'

export type Html = ReturnType<typeof html>

/** Nothing but our own sheet of styles and pictures in the page itself: no script, no frame, no form, no other host. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export const stylePath = '/style.css'
export const iconPath = '/icon.svg'

export interface Framed {
  readonly title: string
  readonly language: PageLanguage
  /** The same page in the other language. */
  readonly elsewhere: string
  readonly content: Html
}

export const page = ({ title, language, elsewhere, content }: Framed): string => {
  const words = wordsIn[language]
  return String(
    html`<!doctype html>
      <html lang="${words.language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <title>${title}</title>
          <link rel="icon" type="image/svg+xml" href="${iconPath}" />
          <link rel="stylesheet" href="${stylePath}" />
        </head>
        <body>
          <a class="skip" href="#content">${words.skip}</a>
          <header class="top">
            <p class="mark">${mark()} Etalon <span>${words.verification}</span></p>
            <a
              href="${elsewhere}"
              lang="${language === 'en' ? 'zh-CN' : 'en'}"
              hreflang="${language === 'en' ? 'zh-CN' : 'en'}"
              >${words.otherLanguage}</a
            >
          </header>
          <main id="content">${content}</main>
        </body>
      </html>`,
  )
}

const scale = 'M2 20h20M5 20v-7M9.5 20V8M14 20v-9M18.5 20V5'

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${scale}" fill="none" stroke="#0b7d8a" stroke-width="2.2" stroke-linecap="round"/></svg>`

/** Scale marks on a line. */
const mark = (): Html =>
  html`<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
    <path class="stroke" d="${scale}" />
  </svg>`

export const section = (id: string, title: string, content: Html): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${content}
  </section>`

/** What has no content is not there. */
export const when = (is: unknown, content: () => Html): Html => (is ? content() : html``)
