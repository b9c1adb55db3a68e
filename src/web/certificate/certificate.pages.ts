import { html } from 'hono/html'
import { faceOf } from '#faces/face.ts'
import { breadcrumb } from '../ground/blocks/page-head.ts'
import type { Html, Page, PageAnswer, PageRoute, Visit } from '../ground/page-route.ts'
import { knownOf, type Known } from '../verify/checking/known.ts'
import { standingChecks } from '../verify/checking/standing-checks.ts'
import { checksSection } from '../verify/checks-section.ts'
import { answerBanner } from '../verify/standing.ts'
import { certificateSections } from './certificate-page.ts'
import { differencesSection } from './differences-section.ts'
import { listPage } from './list-page.ts'
import { logSection } from './log-section.ts'
import { pageWords } from './page-words.ts'
import { proofSection } from './proof-section.ts'

export const certificatePages: readonly PageRoute[] = [
  { path: '/certificates', answer: listPage },
  { path: '/certificates/:number', access: 'public', answer: onePage },
]

/** The certificate as it reads, what it is worth now, and what shows that it is the one. */
async function onePage(visit: Visit): Promise<PageAnswer> {
  const { params, url, api } = visit
  const number = (params['number'] ?? '').normalize('NFC')
  const stated = /^[1-9]\d{0,3}$/.exec(url.searchParams.get('version') ?? '')?.[0]
  const known = await knownOf(api, { number, version: stated === undefined ? undefined : Number(stated) })
  // Of what may not be read, the page of its verification says as much as there is to say.
  if (!known?.document || !known.record) return { redirect: `/verify/${encodeURIComponent(number)}` }
  return certificateOf(visit, known, known.document, known.record)
}

async function certificateOf(
  visit: Visit,
  known: Known,
  document: NonNullable<Known['document']>,
  record: NonNullable<Known['record']>,
): Promise<Page> {
  const { language, origin } = visit
  const words = pageWords[language]
  const { number, version } = known
  const face = faceOf(document, { origin, sha256: record.sha256 ?? '' })
  const [checks, differences] = await Promise.all([
    standingChecks(known),
    differencesSection(visit, number, version),
  ])
  const hasXml = record.origin === 'issued'
  const versions = record.versions.map((one) => ({
    ...one,
    issued: one.issued.slice(0, 10),
    sha256: one.sha256 ?? '',
  }))
  return {
    title: `${face.title[language]} ${number}`,
    nav: 'certificates',
    islands: ['copy', 'recheck'],
    content: html`<div class="title-row">
        ${breadcrumb(
          [...(visit.who ? [{ href: '/certificates', label: words.title }] : []), { label: number }],
          words.title,
        )}
        <div class="actions">${actionsOf(known, visit)}</div>
      </div>
      ${answerBanner(known, visit)} ${differences}
      ${certificateSections({ face, language, versions, hasXml })}
      <div class="columns">
        ${checksSection(checks, known, visit)} ${proofSection(document, known, visit)}
      </div>
      ${logSection(known, visit)}`,
  }
}

function actionsOf({ number, version }: Known, { language }: Visit): Html {
  const words = pageWords[language]
  const path = encodeURIComponent(number)
  return html`<a class="button second" href="/verify/${path}?version=${version}">${words.verify}</a>
    <a class="button second" href="/certificates/${path}/chain?version=${version}">${words.chain}</a>
    <a class="button second" href="/v1/certificates/${path}.pdf?version=${version}">${words.pdf}</a>`
}
