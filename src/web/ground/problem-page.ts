import { html } from 'hono/html'
import type { EtalonProblem } from '#client/client.ts'
import { banner } from './blocks/banner.ts'
import { when } from './html.ts'
import type { Page, PageAnswer, Visit } from './page-route.ts'
import type { FormFault } from './read-form.ts'
import { groundWords } from './words.ts'

type Words = (typeof groundWords)['en']

/** What the API refused, in words; whoever has not said who they are is asked that first. */
export function problemPage(problem: EtalonProblem, visit: Visit): PageAnswer {
  const { url, who, language } = visit
  const next = encodeURIComponent(url.pathname + url.search)
  if (problem.status === 401 && who === null) return { redirect: `/login?next=${next}` }
  const words = groundWords[language]
  const title = titleOf(problem.status, words)
  return {
    title,
    status: problem.status,
    content: html`${banner({ tone: 'bad', title, text: problem.detail })}
      ${when(
        problem.errors.length > 0,
        () =>
          html`<section>
            <ul class="faults">
              ${problem.errors.map(({ pointer, detail }) => html`<li><code>${pointer}</code> ${detail}</li>`)}
            </ul>
          </section>`,
      )}
      <p class="small">
        <code>${problem.code}</code> · ${words.requestId} <code>${problem.requestId}</code>
      </p>`,
  }
}

const titleOf = (status: number, words: Words): string =>
  ({ 403: words.forbidden, 404: words.absent, 413: words.tooLarge, 429: words.tooOften })[status] ??
  words.refused

export function brokenPage({ language }: Visit, requestId: string): Page {
  const words = groundWords[language]
  return {
    title: words.wentWrong,
    status: 500,
    content: html`${banner({ tone: 'bad', title: words.wentWrong, text: '' })}
      <p class="small">${words.requestId} <code>${requestId}</code></p>`,
  }
}

export function foreignFormPage({ language }: Visit): Page {
  const { foreignForm: title, foreignFormText: text } = groundWords[language]
  return { title, status: 403, content: banner({ tone: 'bad', title, text }) }
}

export function formFaultPage(fault: FormFault, most: number, { language }: Visit): Page {
  const words = groundWords[language]
  const isLarge = fault === 'too-large'
  const title = isLarge ? words.tooLarge : words.unreadableForm
  const bytes = `${Math.round(most / 100_000) / 10} MB`
  const text = isLarge ? words.mostBytes(bytes) : ''
  return { title, status: isLarge ? 413 : 400, content: banner({ tone: 'bad', title, text }) }
}

/** Whom the registry does not serve now, and when it may: in words, and for programs. */
export function laterPage(status: 429 | 503, seconds: number, { language }: Pick<Visit, 'language'>): Page {
  const words = groundWords[language]
  const title = status === 429 ? words.tooOften : words.tooBusy
  return {
    title,
    status,
    headers: { 'retry-after': String(seconds), 'cache-control': 'no-store' },
    content: banner({ tone: 'caution', title, text: words.tryAgainIn(seconds) }),
  }
}

export function notFoundPage({ language }: Visit): Page {
  const { notFound: title, notFoundText, toStart } = groundWords[language]
  return {
    title,
    status: 404,
    content: html`${banner({ tone: 'caution', title, text: notFoundText })}
      <p><a href="/">${toStart}</a></p>`,
  }
}
