import { html } from 'hono/html'
import type { InventoryItem, InventoryPage, InventorySummary } from '#contract/types.ts'
import type { Asked } from '#client/client.ts'
import { both } from '#faces/both.ts'
import { numberText } from '#faces/numbers.ts'
import { emptyState, pager } from '../ground/blocks/lists.ts'
import { pageHead } from '../ground/blocks/page-head.ts'
import { table } from '../ground/blocks/table.ts'
import { attribute, when } from '../ground/html.ts'
import { countText } from '../ground/moments.ts'
import type { Html, Page, Visit } from '../ground/page-route.ts'
import { filterForm, filtersOf, type Filters } from './filters.ts'
import { standingChip, standings, toneOfCount } from './standing-chip.ts'
import { equipmentWords } from './words.ts'

const rowsOnPage = 50

type InventoryQuery = NonNullable<Asked<'list-inventory'>['query']>

/** All equipment of the visitor's organization by urgency; what is looked for stands in the address. */
export async function equipmentList(visit: Visit): Promise<Page> {
  const { api, url, language } = visit
  const words = equipmentWords[language]
  // What is no filter of the interface is refused there, and told in its words.
  const filters = filtersOf(visit) as Filters & InventoryQuery
  const cursor = url.searchParams.get('cursor') ?? undefined
  const { standing: _, ...others } = filters
  const [list, summary, kinds] = await Promise.all([
    api.ask('list-inventory', { query: { ...filters, cursor, limit: rowsOnPage } }),
    api.ask('inventory-summary', { query: others }),
    api.ask('list-measurand-kinds', { query: { limit: 500 } }),
  ])
  const { total, owner } = summary.body
  return {
    title: words.equipment,
    wide: true,
    content: html`${pageHead(visit, {
      title: words.equipment,
      lead: words.lead(countText(total, language), owner),
      actions: html`<a class="button second" href="/import">${words.importList}</a>`,
    })}
    ${tiles(visit, summary.body, filters)} ${filterForm(visit, kinds.body.items)}
    ${listSection(visit, list.body, filters)}`,
  }
}

/** How many of each; a tile shows those alone. */
function tiles({ language }: Visit, { standings: counts }: InventorySummary, filters: Filters): Html {
  const words = equipmentWords[language]
  return html`<ul class="standing-tiles">
    ${standings.map((standing) => {
      const query = new URLSearchParams({ ...filters, standing })
      return html`<li class="${toneOfCount(standing, counts[standing])}">
        <a
          href="/equipment?${query.toString()}"
          ${attribute('aria-current', filters.standing === standing && 'true')}
        >
          <b>${countText(counts[standing], language)}</b> <span>${words[standing]}</span>
        </a>
      </li>`
    })}
  </ul>`
}

function listSection(visit: Visit, { items, next }: InventoryPage, filters: Filters): Html {
  const { language } = visit
  const words = equipmentWords[language]
  const isFiltered = Object.keys(filters).length > 0
  if (items.length === 0)
    return html`<section aria-label="${words.equipment}">
      ${
        isFiltered
          ? emptyState(words.none, words.noneText)
          : emptyState(
              words.empty,
              words.emptyText,
              html`<a class="button" href="/import">${words.importList}</a>`,
            )
      }
    </section>`
  return html`<section aria-label="${words.equipment}">
    ${files(visit, filters)}
    <div class="standing-table">
      ${table({
        caption: words.equipment,
        columns: [
          { head: words.code },
          { head: words.name },
          { head: words.standing },
          { head: words.days, isFigure: true },
          { head: words.due },
          { head: words.model },
          { head: words.location },
        ],
        rows: items.map((item) => rowOf(item, language)),
      })}
    </div>
    ${pager(visit, next)}
  </section>`
}

function files({ language }: Visit, filters: Filters): Html {
  const words = equipmentWords[language]
  const query = new URLSearchParams({ ...filters, language }).toString()
  return html`<p class="files">
    ${words.files}: <a href="/v1/inventory.csv?${query}" download>CSV</a>
    <a href="/v1/inventory.xlsx?${query}" download>XLSX</a>
    <a href="/v1/due.ics" download>${words.calendar} (ICS)</a>
  </p>`
}

function rowOf(item: InventoryItem, language: Visit['language']): (string | Html)[] {
  const { equipment, name, model, serialNumber, location, due, days, standing, state } = item
  const words = equipmentWords[language]
  const isOrdinary = state === 'in-service' || state === 'registered' || standing === 'out-of-use'
  return [
    html`<a href="/equipment/${encodeURIComponent(equipment)}"><code>${equipment}</code></a>`,
    both(name)[language],
    html`${standingChip(standing, language)}${when(!isOrdinary, () => html` <span class="label">${words[state]}</span>`)}`,
    days === undefined ? '' : numberText(days),
    due === undefined ? '' : html`<time datetime="${due}">${due}</time>`,
    html`${model} <span class="label">${serialNumber}</span>`,
    location ?? '',
  ]
}
