import { html } from 'hono/html'
import type { Hono } from 'hono'
import type { Validity } from '#contract/types.ts'
import { both } from '#faces/both.ts'
import type { PageLanguage } from '#faces/page.ts'
import { languageOf } from '#http/language.ts'
import type { HttpEnv } from '#http/mount.ts'
import { icon, iconPath, page, pagePolicy, stylePath, type Html } from './frame.ts'
import { standingBanner } from './standing-banner.ts'
import { styleSheet } from './style.ts'
import { wordsIn } from './words.ts'

/** The pages that a person comes to without knowing of an interface. What they show is asked of the interface itself. */
export function addPages(app: Hono<HttpEnv>): void {
  const kept = { 'cache-control': 'public, max-age=300' }
  app.get(stylePath, (c) => c.body(styleSheet, 200, { ...kept, 'content-type': 'text/css; charset=utf-8' }))
  app.get(iconPath, (c) => c.body(icon, 200, { ...kept, 'content-type': 'image/svg+xml' }))
  // What the QR code on a certificate leads to.
  app.get('/verify/:number', async (c) => {
    const at = `/v1/certificates/${encodeURIComponent(c.req.param('number'))}`
    const headers = passedOn(c.req.raw.headers)
    const answer = await app.request(`${at}.html${new URL(c.req.url).search}`, { headers })
    if (answer.status !== 404) return answer
    // Of some certificates everybody may know what they are worth, and not what they say.
    const validity = await app.request(`${at}/validity`, { headers })
    const language = languageIn(c.req.raw)
    return validity.status === 200
      ? withheld((await validity.json()) as Validity, language)
      : notFound(c.req.param('number'), language)
  })
}

/** The language in which somebody reads; nobody else's rights. */
const passedOn = (headers: Headers): Record<string, string> => {
  const language = headers.get('accept-language')
  return language === null ? {} : { 'accept-language': language }
}

function languageIn({ url, headers }: Request): PageLanguage {
  const stated = new URL(url).searchParams.get('language')
  if (stated === 'en' || stated === 'zh') return stated
  return languageOf(headers.get('accept-language') ?? undefined)
}

function withheld(validity: Validity, language: PageLanguage): Response {
  const words = wordsIn[language]
  const { number, issuer, item, supersededBy } = validity
  const content = html`${standingBanner({ ...validity, supersededBy }, language)}
    <article class="head">
      <p class="laboratory">${both(issuer.name)[language]}</p>
      <h1>${words.certificate} <code>${number}</code></h1>
      <p class="note caution">${words.withheldTitle}</p>
      <p>${[item.manufacturer, item.model, item.serialNumber].filter(Boolean).join(' · ')}</p>
    </article>`
  return answered(200, { title: number, language, content })
}

function notFound(number: string, language: PageLanguage): Response {
  const words = wordsIn[language]
  const content = html`<div class="standing bad" role="status">
    <svg viewBox="0 0 48 48" width="56" height="56" aria-hidden="true">
      <circle cx="24" cy="24" r="20" />
      <path d="M19 18c0-7 11-7 11 0 0 5-6 4.5-6 10M24 34v1" />
    </svg>
    <div>
      <p class="verdict">${words.unknownTitle}</p>
      <p>${words.unknownText(number)}</p>
    </div>
  </div>`
  return answered(404, { title: words.unknownTitle, language, content })
}

interface Short {
  readonly title: string
  readonly language: PageLanguage
  readonly content: Html
}

const answered = (status: number, { title, language, content }: Short): Response =>
  new Response(
    page({ title, language, elsewhere: `?language=${language === 'en' ? 'zh' : 'en'}`, content }),
    {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': pagePolicy,
        'content-language': language,
        'cache-control': 'no-store',
      },
    },
  )
