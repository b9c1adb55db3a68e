import { html } from 'hono/html'
import { documentOf, mark } from './frame.ts'
import type { Html } from './page-route.ts'
import { groundWords } from './words.ts'

export interface StillDocument {
  readonly title: string
  readonly language: 'zh' | 'en'
  /** The same in the other language. */
  readonly elsewhere: string
  readonly content: Html
}

/** A document that nobody has to be known for: the same for everybody who may read it. */
export const stillDocument = ({ title, language, elsewhere, content }: StillDocument): string => {
  const words = groundWords[language]
  const { lang } = groundWords[language === 'en' ? 'zh' : 'en']
  return documentOf({
    title,
    language,
    theme: 'system',
    styleSheet: '/style.css',
    islands: [],
    top: html`<header class="top">
      <a class="mark" href="/">${mark()} <b>Etalon</b> <span class="motto">${words.motto}</span></a>
      <a class="language" href="${elsewhere}" lang="${lang}" hreflang="${lang}">${words.otherLanguage}</a>
    </header>`,
    content,
    isWide: false,
  })
}
