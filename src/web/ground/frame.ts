import { html } from 'hono/html'
import type { Assets } from './assets.ts'
import { when } from './html.ts'
import { navigation } from './navigation.ts'
import type { Html, Page, Theme, Visit } from './page-route.ts'
import { withQuery } from './preferences.ts'
import { groundWords } from './words.ts'

export const iconPath = '/icon.svg'

export interface Surroundings {
  readonly mounted: ReadonlySet<string>
  readonly assets: Assets
}

/** A page with its bar: where one is, who one is, in which language and light. */
export const framed = (visit: Visit, page: Page, { mounted, assets }: Surroundings): string =>
  documentOf({
    ...visit,
    title: `${page.title} · Etalon`,
    styleSheet: assets.styleSheet,
    islands: (page.islands ?? []).map(assets.island),
    top: barOf(visit, page, mounted),
    content: page.content,
    isWide: page.wide === true,
  })

export interface DocumentParts {
  readonly title: string
  readonly language: 'zh' | 'en'
  readonly theme: Theme
  readonly styleSheet: string
  readonly islands: readonly Island[]
  readonly top: Html
  readonly content: Html
  readonly isWide: boolean
}

export interface Island {
  readonly path: string
  /** What it imports, in turn: asked for at once instead of one after the other. */
  readonly imports: readonly string[]
}

export function documentOf(parts: DocumentParts): string {
  const { title, language, theme, styleSheet, islands, top, content, isWide } = parts
  const words = groundWords[language]
  const imports = [...new Set(islands.flatMap((island) => island.imports))]
  return String(
    html`<!doctype html>
      <html lang="${words.lang}" data-theme="${theme}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${title}</title>
          <link rel="icon" type="image/svg+xml" href="${iconPath}" />
          <link rel="stylesheet" href="${styleSheet}" />
          ${imports.map((path) => html`<link rel="modulepreload" href="${path}" />`)}
          ${islands.map(({ path }) => html`<script type="module" src="${path}"></script>`)}
        </head>
        <body>
          <a class="skip" href="#content">${words.skip}</a>
          ${top}
          <main id="content" class="${isWide ? 'wide' : 'measure'}">${content}</main>
        </body>
      </html>`,
  )
}

function barOf(visit: Visit, page: Page, mounted: ReadonlySet<string>): Html {
  const { language } = visit
  const words = groundWords[language]
  const other = language === 'en' ? 'zh' : 'en'
  return html`<header class="top">
    <a class="mark" href="/">${mark()} <b>Etalon</b> <span class="motto">${words.motto}</span></a>
    <button class="menu-button" type="button" popovertarget="menu">${words.menu}</button>
    <div class="menu" id="menu" popover>
      ${navigation(visit, page.nav, mounted)} ${themeSwitch(visit)} ${visitorOf(visit, mounted)}
    </div>
    <a
      class="language"
      href="${withQuery(visit.url, { language: other })}"
      lang="${groundWords[other].lang}"
      hreflang="${groundWords[other].lang}"
      >${words.otherLanguage}</a
    >
  </header>`
}

function themeSwitch({ url, language, theme }: Visit): Html {
  const words = groundWords[language]
  const choices = [
    ['light', words.toLight],
    ['dark', words.toDark],
    ['system', words.toSystem],
  ] as const
  return html`<details class="theme" name="bar">
    <summary>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <circle class="stroke" cx="12" cy="12" r="8" />
        <path class="full" d="M12 4a8 8 0 0 1 0 16z" />
      </svg>
      <span class="unseen">${words.theme}</span>
    </summary>
    <ul>
      ${choices.map(
        ([choice, word]) =>
          html`<li>
            ${
              choice === theme
                ? html`<b aria-current="true">${word}</b>`
                : html`<a href="${withQuery(url, { theme: choice })}" rel="nofollow">${word}</a>`
            }
          </li>`,
      )}
    </ul>
  </details>`
}

function visitorOf({ who, url, language }: Visit, mounted: ReadonlySet<string>): Html {
  const words = groundWords[language]
  if (who === null) {
    // From the start page, which is everybody's, to that of whoever has signed in.
    const next = encodeURIComponent(url.pathname === '/' ? '/dashboard' : url.pathname + url.search)
    return when(
      mounted.has('/login'),
      () => html`<a class="sign" href="/login?next=${next}">${words.signIn}</a>`,
    )
  }
  const person = who.person.name ?? who.person.code
  const organization = who.organization.name ?? who.organization.code
  return html`<div class="visitor">
    <span title="${person}, ${organization}"><b>${person}</b> ${organization}</span>
    ${when(
      mounted.has('/logout'),
      () => html`<form method="post" action="/logout"><button class="plain">${words.signOut}</button></form>`,
    )}
  </div>`
}

const scale = 'M2 20h20M5 20v-7M9.5 20V8M14 20v-9M18.5 20V5'

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${scale}" fill="none" stroke="#0b7d8a" stroke-width="2.2" stroke-linecap="round"/></svg>`

/** Scale marks on a line. */
export const mark = (): Html =>
  html`<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
    <path class="stroke" d="${scale}" />
  </svg>`
