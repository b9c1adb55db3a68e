import { html } from 'hono/html'
import { field } from '../ground/blocks/field.ts'
import { emptyState, pager } from '../ground/blocks/lists.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { table } from '../ground/blocks/table.ts'
import { day } from '../ground/moments.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { pageWords } from './page-words.ts'

/** What the visitor may read of all certificates. */
export async function listPage(visit: Visit): Promise<Page> {
  const { api, url, language } = visit
  const words = pageWords[language]
  const asked = (name: string) => url.searchParams.get(name)?.trim() || undefined
  const { body } = await api.ask('list-certificates', {
    query: {
      issuer: asked('issuer'),
      equipment: asked('equipment'),
      // Where the dashboard leads whoever checks what others have typed.
      awaitingCheck: asked('awaitingCheck') === 'true' || undefined,
      cursor: asked('cursor'),
      limit: 50,
    },
  })
  const rows = body.items.map(({ number, version, issuer, item, origin, issued, performed }) => [
    html`<a href="/certificates/${encodeURIComponent(number)}?version=${version}"><code>${number}</code></a
      >${version > 1 ? html` <span class="small">v${version}</span>` : ''}`,
    issuer,
    html`<a href="/equipment/${encodeURIComponent(item.equipment)}"><code>${item.equipment}</code></a>`,
    day(performed, language),
    day(issued, language),
    origin === 'transcribed' ? words.elsewhere : words.here,
  ])
  return {
    title: words.title,
    content: html`${pageHead(visit, { title: words.title, lead: words.lead })}
      <section aria-label="${words.title}">
        ${filterOf(visit, asked)}
        ${
          rows.length === 0
            ? emptyState(words.none, words.noneText)
            : table({
                caption: words.title,
                columns: [
                  words.number,
                  words.issuer,
                  words.item,
                  words.performed,
                  words.issued,
                  words.origin,
                ].map((head) => ({ head })),
                rows,
              })
        }
        ${pager(visit, body.next)}
      </section>`,
  }
}

const filterOf = ({ language }: Visit, asked: (name: string) => string | undefined): Html => {
  const words = pageWords[language]
  return html`<form class="filter" method="get" action="/certificates">
    <div class="fields">
      ${field({ name: 'issuer', label: words.issuerCode, value: asked('issuer'), maxLength: 64 })}
      ${field({ name: 'equipment', label: words.equipment, value: asked('equipment'), maxLength: 64 })}
    </div>
    <button class="second">${words.search}</button>
  </form>`
}
