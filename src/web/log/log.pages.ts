import { html } from 'hono/html'
import { EtalonProblem } from '#client/client.ts'
import { banner } from '../ground/blocks/banner.ts'
import { facts } from '../ground/blocks/facts.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { section } from '../ground/html.ts'
import type { Page, PageRoute, Visit } from '../ground/page-route.ts'
import { checksList } from '../verify/checks-list.ts'
import { consistencyCheck, consistencyOf } from './checking/consistency-check.ts'
import { entryPage, hashes } from './entry-page.ts'
import { compareForm, headPage } from './head-page.ts'
import { logWords } from './words.ts'

export const logPages: readonly PageRoute[] = [
  { path: '/log', access: 'public', answer: headPage },
  { path: '/log/entry/:index', access: 'public', answer: entryPage },
  { path: '/log/consistency', access: 'public', answer: consistencyPage },
]

/** Two heads of the same log, and the proof that the one grew out of the other. */
async function consistencyPage(visit: Visit): Promise<Page> {
  const { url, language } = visit
  const words = logWords[language]
  const [from, to] = ['from', 'to'].map((name) => Number(url.searchParams.get(name)))
  const asked = { from: from ?? 0, to: to ?? 0 }
  const trail = [{ href: '/log', label: words.title }, { label: words.compare }]
  const form = section('compare', words.compare, compareForm({ size: asked.to }, visit, asked))
  const proof = await consistencyOf(visit.api, asked).catch((error: unknown) => {
    if (error instanceof EtalonProblem && error.status < 500) return error
    throw error
  })
  if (proof instanceof EtalonProblem)
    return {
      title: words.compare,
      status: proof.status,
      content: html`${pageHead(visit, { title: words.compare, trail })}
      ${banner({ tone: 'caution', title: proof.title, text: proof.detail })} ${form}`,
    }
  const heads = [
    { size: proof.from, root: proof.fromRoot },
    { size: proof.to, root: proof.toRoot },
  ] as const
  const checks = [consistencyCheck(heads[0], heads[1], proof.path)]
  return {
    title: words.compare,
    islands: ['log'],
    content: html`${pageHead(visit, { title: words.compare, trail })}
    ${section(
      'log-checks',
      words.checks,
      html`<div data-log-from="${proof.from}" data-log-to="${proof.to}" data-language="${language}">
          ${checksList(checks, language)}
        </div>
        <p class="small" data-checked-by="${words.byBrowser}">${words.byService}</p>
        ${facts([
          { label: words.fromRoot, text: html`<code class="hash">${proof.fromRoot}</code>` },
          { label: words.toRoot, text: html`<code class="hash">${proof.toRoot}</code>` },
        ])}
        ${hashes(proof.path, words.path, words.noPath)}`,
    )}
    ${form}`,
  }
}
