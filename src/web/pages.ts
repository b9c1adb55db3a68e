import { html } from 'hono/html'
import type { Hono } from 'hono'
import type { PageLanguage } from '#faces/page.ts'
import { languageOf } from '#http/language.ts'
import type { HttpEnv } from '#http/mount.ts'
import { icon, iconPath, page, pagePolicy, stylePath } from './frame.ts'
import { styleSheet } from './style.ts'
import { wordsIn } from './words.ts'

/** The pages that a person comes to without knowing of an interface. What they show is asked of the interface itself. */
export function addPages(app: Hono<HttpEnv>): void {
  const kept = { 'cache-control': 'public, max-age=300' }
  app.get(stylePath, (c) => c.body(styleSheet, 200, { ...kept, 'content-type': 'text/css; charset=utf-8' }))
  app.get(iconPath, (c) => c.body(icon, 200, { ...kept, 'content-type': 'image/svg+xml' }))
  // What the QR code on a certificate leads to.
  app.get('/verify/:number', async (c) => {
    const number = c.req.param('number')
    const query = new URL(c.req.url).search
    const headers = passedOn(c.req.raw.headers)
    const answer = await app.request(`/v1/certificates/${encodeURIComponent(number)}.html${query}`, {
      headers,
    })
    return answer.status === 404 ? notFound(number, languageIn(c.req.raw)) : answer
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
  const other = language === 'en' ? 'zh' : 'en'
  return new Response(
    page({ title: words.unknownTitle, language, elsewhere: `?language=${other}`, content }),
    {
      status: 404,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': pagePolicy,
        'content-language': language,
        'cache-control': 'no-store',
      },
    },
  )
}
