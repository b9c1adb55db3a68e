import { html } from 'hono/html'
import type { Validity } from '#contract/types.ts'
import { EtalonProblem } from '#client/client.ts'
import { both } from '#faces/both.ts'
import { banner } from '../ground/blocks/banner.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import type { Page, PageRoute, Visit } from '../ground/page-route.ts'
import { standingBanner } from '../certificate/standing-banner.ts'
import { wordsIn } from '../certificate/words.ts'

export const verifyPages: readonly PageRoute[] = [
  { path: '/', access: 'public', answer: async (visit) => start(visit) },
  // What the QR code on a certificate leads to.
  { path: '/verify/:number', access: 'public', answer: verifyNumber },
]

const start = (visit: Visit): Page => {
  const words = wordsIn[visit.language]
  return { title: words.verification, content: pageHead(visit, { title: words.verification }) }
}

async function verifyNumber({ params, api, language }: Visit): Promise<Page> {
  const { number = '' } = params
  const answer = await api.ask('validity-of-certificate', { params: { number } }).catch((error: unknown) => {
    if (error instanceof EtalonProblem && error.status === 404) return undefined
    throw error
  })
  return answer === undefined ? unknown(number, language) : known(answer.body, language)
}

const known = (validity: Validity, language: 'zh' | 'en'): Page => ({
  title: validity.number,
  content: html`${standingBanner(validity, language)}
    <article class="head">
      <p class="laboratory">${both(validity.issuer.name)[language]}</p>
      <h1>${wordsIn[language].certificate} <code>${validity.number}</code></h1>
    </article>`,
})

const unknown = (number: string, language: 'zh' | 'en'): Page => {
  const words = wordsIn[language]
  return {
    title: words.unknownTitle,
    status: 404,
    content: banner({ tone: 'quiet', title: words.unknownTitle, text: words.unknownText(number) }),
  }
}
