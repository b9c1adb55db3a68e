import { html } from 'hono/html'
import type { LogStatementView } from '#contract/types.ts'
import { banner } from '../ground/blocks/banner.ts'
import { chip } from '../ground/blocks/chip.ts'
import { facts, type Fact } from '../ground/blocks/facts.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { section } from '../ground/html.ts'
import { instant } from '../ground/moments.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { checksList } from '../verify/checks-list.ts'
import { provedEntry } from './checking/entry-checks.ts'
import { kindsOfEntry, logWords } from './words.ts'

/** One entry: what it says, and the proof that it stands in the log. */
export async function entryPage(visit: Visit): Promise<Page> {
  const { api, params, language } = visit
  const words = logWords[language]
  const stated = /^\d{1,15}$/.exec(params['index'] ?? '')?.[0]
  const proved = stated === undefined ? undefined : await provedEntry(api, Number(stated))
  const trail = [{ href: '/log', label: words.title }]
  if (!proved)
    return {
      title: words.notALog,
      status: 404,
      content: html`${pageHead(visit, { title: words.title, trail })}
      ${banner({ tone: 'quiet', title: words.notALog, text: '' })}`,
    }
  const { entry, leaf, inclusion, checks } = proved
  const { statement, index } = entry
  const title = words.entry(String(index))
  const kind = kindsOfEntry[statement.kind]
  return {
    title,
    islands: ['log'],
    content: html`${pageHead(visit, {
        title,
        trail: [...trail, { label: String(index) }],
        state: chip(kind.tone, kind[language]),
      })}
      <div class="columns">
        ${section('statement', words.statement, facts(factsOf(statement, visit)))}
        ${section(
          'log-checks',
          words.checks,
          html`<div data-log-entry="${index}" data-language="${language}">
              ${checksList(checks, language)}
            </div>
            <p class="small" data-checked-by="${words.byBrowser}">${words.byService}</p>`,
        )}
      </div>
      ${section(
        'inclusion',
        words.inclusion,
        html`<p class="label">${words.leaf}</p>
          <pre class="note-text">${leaf}</pre>
          ${hashes(inclusion.path, words.path, words.noPath)}
          <p class="label">${words.root} (${words.size}: ${inclusion.size})</p>
          <p><code class="hash">${inclusion.root}</code></p>`,
      )}`,
  }
}

export const hashes = (path: readonly string[], label: string, none: string): Html =>
  path.length === 0
    ? html`<p class="small">${none}</p>`
    : html`<p class="label">${label}</p>
        <ol class="hashes">
          ${path.map((hash) => html`<li><code class="hash">${hash}</code></li>`)}
        </ol>`

const fact = (label: string, text: string | Html | undefined, isCode = false): Fact[] =>
  text === undefined ? [] : [{ label, text, isCode }]

function factsOf(statement: LogStatementView, { language }: Visit): Fact[] {
  const words = logWords[language]
  const { number, version, sha256, issuer, at, effectiveFrom, cause, kid, commitment, changeClass } =
    statement
  const named =
    number === undefined
      ? undefined
      : html`<a href="/verify/${encodeURIComponent(number)}?version=${version}"><code>${number}</code></a>
          ${words.version} ${version}`
  return [
    ...fact(words.certificate, named),
    ...fact(words.issuer, issuer, true),
    ...fact(words.at, at === undefined ? undefined : instant(at, language)),
    ...fact(words.change, changeClass),
    ...fact(words.effectiveFrom, effectiveFrom === undefined ? undefined : instant(effectiveFrom, language)),
    ...fact(words.cause, cause),
    ...fact('SHA-256', sha256 === undefined ? undefined : html`<code class="hash">${sha256}</code>`),
    ...fact(words.key, kid, true),
    ...fact(words.commitment, commitment, true),
  ]
}
