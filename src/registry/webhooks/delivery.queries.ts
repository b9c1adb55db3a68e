import type { EntityManager } from '@mikro-orm/postgresql'
import type { EventKind, WebhookDeliverySearch, WebhookDeliveryState } from '#contract/types.ts'
import { preparedRows } from '#db/prepared.ts'
import { asNode } from '#db/tenancy/standing.ts'
import { eventColumns, type EventRow } from '../events/event.queries.ts'
import type { Webhook } from './webhook.entity.ts'

export interface DeliveryRow {
  readonly id: string
  readonly event: string
  readonly position: string
  readonly type: EventKind
  readonly state: WebhookDeliveryState
  readonly attempts: number
  readonly lastStatus: number | null
  readonly lastFault: string | null
  readonly recordedAt: string
  readonly attemptedAt: string | null
  readonly nextAt: string | null
}

/** As RFC 3339 writes it, in UTC; sessions of the service are. */
const text = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The newest first. */
export const deliveriesListed = (
  em: EntityManager,
  webhook: Webhook,
  { state }: WebhookDeliverySearch,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly DeliveryRow[]> =>
  preparedRows<DeliveryRow>(
    em,
    `select d.id, e.id as event, e.position::text as position, e.kind as type, d.state, d.attempts,
            d.last_status as "lastStatus", d.last_fault as "lastFault", ${text('d.recorded_at')} as "recordedAt",
            ${text('d.attempted_at')} as "attemptedAt", ${text('d.next_at')} as "nextAt"
       from webhook_deliveries d join events e on e.position = d.position
      where d.webhook_id = $1::uuid and ($2::text is null or d.state = $2) and ($3::uuid is null or d.id < $3)
      order by d.id desc limit $4`,
    [webhook.id, state ?? null, page.after ?? null, page.limit],
  )

/** A delivery with all that is needed to send it. */
export interface DueDelivery extends EventRow {
  readonly webhook: string
  readonly url: string
  readonly webhookState: Webhook['state']
  /** Sealed, as are its former ones. */
  readonly secret: string
  readonly previousSecret: string | null
  readonly attempts: number
  readonly secondsSinceFirst: number
}

/** Undefined once it has been delivered or given up. */
export async function pendingDelivery(em: EntityManager, id: string): Promise<DueDelivery | undefined> {
  const [row] = await preparedRows<DueDelivery>(
    em,
    `select ${eventColumns}, w.id as webhook, w.url, w.state as "webhookState", w.secret, d.attempts,
            case when w.previous_until > now() then w.previous_secret end as "previousSecret",
            extract(epoch from now() - d.first_at)::float8 as "secondsSinceFirst"
       from webhook_deliveries d
       join webhooks w on w.id = d.webhook_id
       join events e on e.position = d.position
      where d.id = $1::uuid and d.state = 'pending'`,
    [id],
  )
  return row
}

export interface Outcome {
  readonly state: WebhookDeliveryState
  readonly status: number | undefined
  readonly fault: string | undefined
  /** Until the next attempt, of what is still pending. */
  readonly delaySeconds: number | undefined
}

const order = (deliveries: string) => `
  select graphile_worker.add_job('deliver-event', json_build_object('delivery', id),
           run_at => next_at, job_key => id::text, max_attempts => 10) from ${deliveries}`

/** What came of an attempt, and the order for the next one, in one statement: neither without the other. */
export const recordOutcome = (em: EntityManager, id: string, outcome: Outcome) =>
  preparedRows(
    em,
    `with kept as (
       update webhook_deliveries
          set state = $2, attempts = attempts + 1, last_status = $3, last_fault = $4, attempted_at = now(),
              next_at = now() + make_interval(secs => $5::float8)
        where id = $1::uuid and state = 'pending' returning id, state, next_at
     ) ${order('kept')} where state = 'pending'`,
    [id, outcome.state, outcome.status ?? null, outcome.fault ?? null, outcome.delaySeconds ?? null],
  )

/** Orders what has ended again, from the first attempt on. */
export async function orderAgain(
  em: EntityManager,
  webhook: Webhook,
  deliveries: readonly string[] | undefined,
): Promise<number> {
  const sql = `with chosen as (
       select id from webhook_deliveries
        where webhook_id = $1::uuid and case when $2::uuid[] is null then state = 'dead'
                                             else state <> 'pending' and id = any($2) end
        order by id limit 500 for update
     ), kept as (
       update webhook_deliveries d
          set state = 'pending', attempts = 0, first_at = now(), next_at = now()
         from chosen where chosen.id = d.id returning d.id, d.next_at
     ) ${order('kept')}`
  // The queue is the node's.
  const rows = await asNode(em, () => preparedRows(em, sql, [webhook.id, deliveries ?? null]))
  return rows.length
}

/** Orders what is long due and not being carried out: the machine died with it, or the queue was not restored. */
export const orderForgotten = (em: EntityManager) =>
  preparedRows(
    em,
    `with forgotten as (
       update webhook_deliveries set next_at = now()
        where state = 'pending' and next_at < now() - interval '10 minutes' returning id, next_at
     ) ${order('forgotten')}`,
    [],
  )
