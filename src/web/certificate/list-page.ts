import { html } from 'hono/html'
import { field } from '../ground/blocks/field.ts'
import { emptyState, pager } from '../ground/blocks/lists.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { table } from '../ground/blocks/table.ts'
import { when } from '../ground/html.ts'
import { day } from '../ground/moments.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { pageWords } from './page-words.ts'

/** Where the dashboard leads: to what is in doubt, and to what others have typed and the visitor compares. */
const narrowings = [
  { name: 'standing', value: 'suspect', lead: 'leadSuspect' },
  { name: 'awaitingMyCheck', value: 'true', lead: 'leadToCheck' },
  { name: 'awaitingCheck', value: 'true', lead: 'leadUnchecked' },
] as const

/** What the visitor may read of all certificates. */
export async function listPage(visit: Visit): Promise<Page> {
  const { api, url, language } = visit
  const words = pageWords[language]
  const asked = (name: string) => url.searchParams.get(name)?.trim() || undefined
  const narrowed = narrowings.find(({ name, value }) => asked(name) === value)
  const { body } = await api.ask('list-certificates', {
    query: {
      issuer: asked('issuer'),
      equipment: asked('equipment'),
      awaitingCheck: narrowed?.name === 'awaitingCheck' || undefined,
      awaitingMyCheck: narrowed?.name === 'awaitingMyCheck' || undefined,
      standing: narrowed?.name === 'standing' ? 'suspect' : undefined,
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
    content: html`${pageHead(visit, { title: words.title, lead: narrowed ? words[narrowed.lead] : words.lead })}
      <section aria-label="${words.title}">
        ${filterOf(visit, asked, narrowed)}
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

const filterOf = (
  { language }: Visit,
  asked: (name: string) => string | undefined,
  narrowed: (typeof narrowings)[number] | undefined,
): Html => {
  const words = pageWords[language]
  return html`<form class="filter" method="get" action="/certificates">
    <div class="fields">
      ${field({ name: 'issuer', label: words.issuerCode, value: asked('issuer'), maxLength: 64 })}
      ${field({ name: 'equipment', label: words.equipment, value: asked('equipment'), maxLength: 64 })}
    </div>
    ${when(narrowed, () => html`<input type="hidden" name="${narrowed?.name}" value="${narrowed?.value}" />`)}
    <button class="second">${words.search}</button>
    ${when(narrowed, () => html`<a href="/certificates">${words.all}</a>`)}
  </form>`
}
