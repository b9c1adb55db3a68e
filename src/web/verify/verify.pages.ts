import { html } from 'hono/html'
import { isPdf } from '#exchange/pdf/embedded-files.ts'
import { banner } from '../ground/blocks/banner.ts'
import { section } from '../ground/html.ts'
import type { Page, PageAnswer, PageRoute, Visit } from '../ground/page-route.ts'
import { formFaultPage, laterPage } from '../ground/problem-page.ts'
import { answerPage } from './answer-page.ts'
import { fileChecksOf } from './apart/check-apart.ts'
import { found, knownOf } from './checking/known.ts'
import { longestText } from './checking/material.ts'
import { standingChecks } from './checking/standing-checks.ts'
import { fileSection } from './file-section.ts'
import { fileForm, numberForm } from './forms.ts'
import { serialSection } from './serial-section.ts'
import { startPage } from './start-page.ts'
import { understandInput } from './understand-input.ts'
import { verifyWords } from './words.ts'

/** Larger files are checked by a browser, where they need not be sent. */
const mostFileBytes = 16_000_000

const fileChecks = fileChecksOf()
const filePauseSeconds = 5

export const verifyPages: readonly PageRoute[] = [
  { path: '/', access: 'public', answer: async (visit) => startPage(visit) },
  { path: '/verify', access: 'public', answer: askedPage },
  {
    path: '/verify',
    method: 'post',
    access: 'public',
    answer: filePage,
    maxBytes: mostFileBytes,
    hasFile: true,
  },
  // What the QR code on a certificate leads to.
  { path: '/verify/:number', access: 'public', answer: numberPage },
]

async function numberPage(visit: Visit): Promise<Page> {
  const { params, api, url } = visit
  const number = (params['number'] ?? '').normalize('NFC')
  const version = /^[1-9]\d{0,3}$/.exec(url.searchParams.get('version') ?? '')?.[0]
  const known = await knownOf(api, { number, version: version === undefined ? undefined : Number(version) })
  return known ? answerPage(visit, known, await standingChecks(known)) : unknownPage(visit, number)
}

async function askedPage(visit: Visit): Promise<PageAnswer> {
  const understood = understandInput(visit.url.searchParams.get('q') ?? '')
  if (understood.is === 'nothing') return { redirect: '/' }
  if (understood.is === 'hash') return hashPage(visit, understood.sha256)
  const { number, version } = understood
  const validity = await found(visit.api.ask('validity-of-certificate', { params: { number } }))
  if (!validity) return unknownPage(visit, number)
  return {
    redirect: `/verify/${encodeURIComponent(number)}${version === undefined ? '' : `?version=${encodeURIComponent(version)}`}`,
  }
}

async function hashPage(visit: Visit, sha256: string): Promise<PageAnswer> {
  const words = verifyWords[visit.language]
  const { body } = await visit.api.ask('find-by-hash', { params: { sha256 } })
  const [match] = body.matches
  if (match) return { redirect: `/verify/${encodeURIComponent(match.number)}?version=${match.version}` }
  return {
    title: words.hashUnknownTitle,
    status: 404,
    nav: 'verify',
    content: html`${banner({ tone: 'quiet', title: words.hashUnknownTitle, text: words.hashUnknownText })}
      <section aria-label="${words.title}">
        <p class="small">${words.understoodHash(sha256)}</p>
        ${numberForm(visit, sha256)}
      </section>`,
  }
}

async function unknownPage(visit: Visit, number: string): Promise<Page> {
  const words = verifyWords[visit.language]
  return {
    title: words.unknownTitle,
    status: 404,
    nav: 'verify',
    islands: ['verify'],
    content: html`${banner({ tone: 'quiet', title: words.unknownTitle, text: words.unknownText })}
      <section aria-label="${words.title}">
        <p class="small">${words.understoodNumber(number)}</p>
        ${numberForm(visit, number)} ${await serialSection(visit, number)}
      </section>
      <div id="file-answer" aria-live="polite"></div>
      ${section('compare', words.compare, fileForm(visit))}`,
  }
}

/** For whoever has no script, or no secure connection: the same checks, here. */
async function filePage(visit: Visit): Promise<Page> {
  const words = verifyWords[visit.language]
  const file = visit.form.get('file')
  if (!(file instanceof File) || file.size === 0) return startPage(visit, words.noFile)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length > longestText && !isPdf(bytes)) return formFaultPage('too-large', longestText, visit)
  const report = await fileChecks.check({ name: file.name, bytes }, visit.api, visit.request.signal)
  if (report === 'busy') return laterPage(503, filePauseSeconds, visit)
  if (report === 'too-long') return tooLongPage(visit)
  const { about } = report
  const known = about && (await knownOf(visit.api, about))
  const found = fileSection(report, visit.language)
  if (!known)
    return {
      title: words.title,
      nav: 'verify',
      content: html`<h1 class="unseen">${words.title}</h1>
        ${found}${section('compare', words.compare, fileForm(visit))}`,
    }
  const page = answerPage(visit, known, await standingChecks(known))
  return {
    ...page,
    content: html`${found}
      <h2 class="apart">${words.standing}</h2>
      ${page.content}`,
  }
}

function tooLongPage(visit: Visit): Page {
  const words = verifyWords[visit.language]
  return {
    title: words.tookTooLong,
    status: 422,
    nav: 'verify',
    content: html`${banner({ tone: 'quiet', title: words.tookTooLong, text: words.tookTooLongText })}
    ${section('compare', words.compare, fileForm(visit))}`,
  }
}
