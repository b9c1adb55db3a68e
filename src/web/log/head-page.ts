import { html } from 'hono/html'
import { chip } from '../ground/blocks/chip.ts'
import { facts } from '../ground/blocks/facts.ts'
import { field } from '../ground/blocks/field.ts'
import { emptyState } from '../ground/blocks/lists.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { table } from '../ground/blocks/table.ts'
import { section, when } from '../ground/html.ts'
import { countText, instant } from '../ground/moments.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import type { LogEntryView } from '#contract/types.ts'
import { checksList } from '../verify/checks-list.ts'
import { beginningOf } from '../verify/checking/check.ts'
import { headOf, type Head } from './checking/head.ts'
import { kindsOfEntry, logWords } from './words.ts'

const perPage = 25

/** The head of the tree, and what the log has said lately. */
export async function headPage(visit: Visit): Promise<Page> {
  const { api, language, url } = visit
  const words = logWords[language]
  const head = await headOf(api)
  const asked = /^\d{1,15}$/.exec(url.searchParams.get('before') ?? '')?.[0]
  const before = Math.min(asked === undefined ? head.size : Number(asked), head.size)
  const from = Math.max(0, before - perPage)
  const { body } = await api.ask('list-log-entries', { query: { from, limit: Math.max(1, before - from) } })
  const entries = body.entries.filter(({ index }) => index < before).toReversed()
  return {
    title: words.title,
    islands: ['log'],
    content: html`${pageHead(visit, { title: words.title, lead: words.lead })}
      <div class="columns">${headSection(head, visit)} ${checksSection(head, visit)}</div>
      ${section('entries', words.entries, html`${entriesTable(entries, visit)} ${olderLink(from, before, head, visit)}`)}
      ${section('compare', words.compare, compareForm(head, visit))}
      <p class="small">${words.watch} <a href="/log/checkpoint">/log/checkpoint</a></p>`,
  }
}

const headSection = (head: Head, { language }: Visit): Html => {
  const words = logWords[language]
  return section(
    'head',
    words.head,
    html`${facts([
        { label: words.size, text: countText(head.size, language) },
        { label: words.root, text: html`<code class="hash">${head.rootText}</code>` },
        { label: words.name, text: head.name, isCode: true },
      ])}
      <details>
        <summary>${words.note}</summary>
        <pre class="note-text">${head.note}</pre>
      </details>`,
  )
}

/** The island checks again, and holds the head against the one that this browser has seen before. */
const checksSection = (head: Head, { language }: Visit): Html => {
  const words = logWords[language]
  return section(
    'log-checks',
    words.checks,
    html`<div data-log-head data-language="${language}">${checksList([head.check], language)}</div>
      <p class="small" data-checked-by="${words.byBrowser}">${words.byService}</p>`,
  )
}

function entriesTable(entries: readonly LogEntryView[], { language }: Visit): Html {
  const words = logWords[language]
  if (entries.length === 0) return emptyState(words.empty, words.emptyText)
  return table({
    caption: words.entries,
    columns: [
      { head: words.index, isFigure: true },
      { head: words.says },
      { head: words.about },
      { head: words.at },
      { head: words.hash },
    ],
    rows: entries.map(({ index, statement, leafHash }) => [
      html`<a href="/log/entry/${index}">${index}</a>`,
      chip(kindsOfEntry[statement.kind].tone, kindsOfEntry[statement.kind][language]),
      aboutOf(statement, words.version),
      statement.at === undefined ? '–' : instant(statement.at, language),
      html`<code>${beginningOf(leafHash, 12)}</code>`,
    ]),
  })
}

const aboutOf = (
  { number, version, kid, commitment }: LogEntryView['statement'],
  versionWord: string,
): Html => {
  if (number !== undefined)
    return html`<a href="/verify/${encodeURIComponent(number)}?version=${version}"><code>${number}</code></a>
      <span class="small">${versionWord} ${version}</span>`
  const text = kid ?? commitment
  return text === undefined ? html`–` : html`<code>${beginningOf(text, 12)}</code>`
}

const olderLink = (from: number, before: number, { size }: Head, { language }: Visit): Html => {
  const words = logWords[language]
  return html`<nav class="pager" aria-label="${words.entries}">
    ${when(before < size, () => html`<a href="/log">${words.newest}</a>`)}
    ${when(from > 0, () => html`<a rel="next" href="/log?before=${from}">${words.older}</a>`)}
  </nav>`
}

export const compareForm = (
  { size }: Pick<Head, 'size'>,
  { language }: Visit,
  asked?: { from: number; to: number },
): Html => {
  const words = logWords[language]
  return html`<form class="compare" action="/log/consistency" method="get">
    <p class="small">${words.compareText}</p>
    <div class="fields">
      ${field({ name: 'from', label: words.from, type: 'number', value: String(asked?.from ?? Math.max(0, size - 1)), isRequired: true })}
      ${field({ name: 'to', label: words.to, type: 'number', value: String(asked?.to ?? size), isRequired: true })}
    </div>
    <button class="second">${words.prove}</button>
  </form>`
}
