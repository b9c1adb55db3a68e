import type { EntityManager } from '@mikro-orm/postgresql'
import type { EventData, EventKind } from '#contract/types.ts'
import { preparedRows } from '#db/prepared.ts'

export interface EventRow {
  readonly position: string
  readonly id: string
  readonly kind: EventKind
  readonly at: string
  readonly data: EventData
}

/** How every reader of events selects one. */
export const eventColumns = `e.position::text as position, e.id, e.kind, to_json(e.at) #>> '{}' as at, e.data`

/** What an organization was told after a position, in the order of the registry. */
export const eventsAfter = (
  em: EntityManager,
  organization: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly EventRow[]> =>
  preparedRows<EventRow>(
    em,
    `select ${eventColumns}
       from event_parties p join events e on e.position = p.position
      where p.organization_id = $1::uuid and p.position > $2::bigint
      order by p.position limit $3`,
    [organization, page.after, page.limit],
  )

/** The position of what the organization was told last; 0 before that. */
export async function lastPosition(em: EntityManager, organization: string): Promise<string> {
  const [last] = await preparedRows<{ readonly position: string }>(
    em,
    `select p.position::text as position from event_parties p
      where p.organization_id = $1::uuid order by p.position desc limit 1`,
    [organization],
  )
  return last?.position ?? '0'
}
