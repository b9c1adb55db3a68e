import type { EntityManager } from '@mikro-orm/postgresql'
import type { AuditEventSearch } from '#contract/types.ts'

export interface AuditRow {
  readonly sequence: string
  readonly at: string
  readonly person: string | null
  readonly organization: string | null
  /** As they are hashed. */
  readonly personId: string | null
  readonly organizationId: string | null
  readonly operation: string
  readonly subject: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
  readonly requestId: string
  readonly previousHash: string
  readonly hash: string
}

/** In the order of the trail. `organization`: only what was done by this one. */
export const auditEventsListed = (
  em: EntityManager,
  { subject, operation }: AuditEventSearch,
  organization: string | undefined,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<AuditRow[]> =>
  em.execute(
    `select a.sequence, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
            p.code as person, o.code as organization, a.person as "personId", a.organization as "organizationId", a.operation, a.subject, a.before, a.after, a.reason,
            a.request_id as "requestId", a.previous_hash as "previousHash", a.hash
     from audit_events a left join people p on p.id = a.person left join organizations o on o.id = a.organization
     where a.sequence > ?::bigint and (?::text is null or a.subject = ?) and (?::text is null or a.operation = ?)
       and (?::uuid is null or a.organization = ?::uuid)
     order by a.sequence limit ?`,
    [
      page.after ?? '0',
      ...twice(subject ?? null),
      ...twice(operation ?? null),
      ...twice(organization ?? null),
      page.limit,
    ],
  )

const twice = <T>(value: T): [T, T] => [value, value]

/** Held until the transaction ends: whoever writes in the order of the trail waits here. */
export const headOfTrail = (tx: EntityManager): Promise<unknown> =>
  tx.execute('select 1 from audit_head where id = 1 for update')
