import type { InventorySearch } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { dayAfter, todayAt } from '../horizon.ts'
import { ownerAsked } from '../owner-asked.ts'
import { notYourOrganization } from '../../people/access.refusals.ts'
import { inventoryListed, standingsCounted, weeksCounted, type InventoryRow } from './inventory.queries.ts'
import { viewInventory, viewSummary, weeksAhead } from './inventory.view.ts'

const placeOf = ({ place, id }: InventoryRow) => ({ value: place, id })

type Filters = Omit<InventorySearch, 'limit' | 'cursor'>

function understood({ owner, soonWithin, ...filters }: Filters, actor: Actor, now: Date) {
  const today = todayAt(now)
  return { ...filters, owner: ownerAsked(owner, actor), today, soon: dayAfter(today, soonWithin), now }
}

export const inventoryOperations: readonly Operation[] = [
  operation(
    {
      id: 'list-inventory',
      method: 'get',
      path: '/v1/inventory',
      summary: 'All equipment of an owner with how it stands, the most urgent first',
      description:
        'What was never calibrated, what is overdue, what lies ahead by its day, what has no programme, what is out of use.',
      access: 'due.read',
      query: 'inventory/search.json',
      answers: { 200: 'inventory/page.json' },
      spreadsheet: true,
      refuses: [notYourOrganization],
    },
    async ({ em, query, actor, now }) => {
      const asked = understood(query, actor, now)
      const place = pagePlace('inventory', query)
      const after = place && { value: String(place.value), id: place.id }
      const rows = await inventoryListed(em, asked, { after, limit: rowsToRead(query) })
      const page = pageOf('inventory', query, rows, placeOf, viewInventory(asked.today))
      return { status: 200, body: { today: asked.today, soon: asked.soon, ...page } }
    },
  ),
  operation(
    {
      id: 'inventory-summary',
      method: 'get',
      path: '/v1/inventory/summary',
      summary:
        'How much of the equipment of an owner is overdue, due soon, in force; and what falls due in which week',
      access: 'due.read',
      query: 'inventory/summary-query.json',
      answers: { 200: 'inventory/summary.json' },
      refuses: [notYourOrganization],
    },
    async ({ em, query, actor, now }) => {
      const asked = understood(query, actor, now)
      const counts = await standingsCounted(em, asked)
      const weeks = await weeksCounted(em, asked, weeksAhead)
      return { status: 200, body: viewSummary(asked, counts, weeks) }
    },
  ),
]
