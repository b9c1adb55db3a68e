import type { InventoryItem, InventorySummary, RecallSummary } from '#contract/types.ts'
import type { Visit } from '../ground/page-route.ts'
import { waitsFor } from '../calibrations/queue-page.ts'
import { orNothing } from '../equipment/or-nothing.ts'

export interface Counted {
  readonly count: number
  /** There are more than were counted. */
  readonly isMore: boolean
}

/** Work that waits for somebody with these rights. */
export interface Waiting extends Counted {
  readonly what: 'toSubmit' | 'returned' | 'toReview' | 'toAuthorise' | 'toCheck'
  readonly href: string
}

export interface Dashboard {
  readonly summary: InventorySummary
  readonly urgent: readonly InventoryItem[]
  readonly quarantined: Counted
  /** Certificates of the organization that a recall puts in doubt; undefined where the visitor may not read certificates. */
  readonly suspect: Counted | undefined
  readonly waiting: readonly Waiting[]
  /** Undefined where the visitor may not read recalls. */
  readonly recalls: readonly RecallSummary[] | undefined
}

const urgentShown = 12

export async function readDashboard(visit: Visit): Promise<Dashboard> {
  const { api, who } = visit
  const [summary, urgent, quarantined, suspect, recalls, waiting] = await Promise.all([
    api.ask('inventory-summary', { query: {} }),
    api.ask('list-inventory', { query: { limit: urgentShown } }),
    api.ask('list-inventory', { query: { state: 'quarantined', limit: 500 } }),
    who?.may('certificate.read') === true
      ? api.ask('list-certificates', { query: { standing: 'suspect', limit: 500 } })
      : undefined,
    who?.may('recall.read') === true
      ? orNothing(api.ask('list-recalls', { query: { limit: 500 } }))
      : undefined,
    waitingFor(visit),
  ])
  return {
    summary: summary.body,
    urgent: urgent.body.items.filter(({ standing }) => isUrgent.has(standing)),
    quarantined: counted(quarantined.body),
    suspect: suspect && counted(suspect.body),
    waiting,
    recalls: recalls?.body.items.filter(({ state }) => state !== 'closed'),
  }
}

const counted = ({
  items,
  next,
}: {
  readonly items: readonly unknown[]
  readonly next: string | null
}): Counted => ({
  count: items.length,
  isMore: next !== null,
})

const isUrgent: ReadonlySet<string> = new Set(['never-calibrated', 'overdue', 'soon'])

const queues = [
  { what: 'returned', state: 'returned' },
  { what: 'toSubmit', state: 'evaluated' },
  { what: 'toReview', state: 'submitted' },
  { what: 'toAuthorise', state: 'reviewed' },
] as const

/** What the visitor does next: four eyes and roles are told apart as in the queues themselves. */
async function waitingFor({ api, who }: Visit): Promise<readonly Waiting[]> {
  if (who === null) return []
  const laboratory = who.organization.code
  const states = who.may('calibration.read') ? queues : []
  const calibrations = states.map(async ({ what, state }) => {
    const { body } = await api.ask('list-calibrations', { query: { laboratory, state, limit: 500 } })
    const mine = body.items.filter((each) => waitsFor(each, who))
    return { what, count: mine.length, isMore: body.next !== null, href: '/calibrations' }
  })
  const checks = who.may('certificate.check') ? [unchecked(api)] : []
  return (await Promise.all([...calibrations, ...checks])).filter(({ count }) => count > 0)
}

async function unchecked(api: Visit['api']): Promise<Waiting> {
  const { body } = await api.ask('list-certificates', { query: { awaitingMyCheck: true, limit: 500 } })
  return {
    what: 'toCheck',
    ...counted(body),
    href: '/certificates?awaitingMyCheck=true',
  }
}
