import type { EntityManager } from '@mikro-orm/postgresql'
import { cancellableRows } from '#db/cancellable.ts'
import { asChain } from '#db/tenancy/standing.ts'
import { preparedRows } from '#db/prepared.ts'
import type { Roots, Window } from './downstream.queries.ts'

/** An input that names a device, and the affected results of that device that were there before the work began. */
export interface NamedDevice {
  readonly key: string
  readonly result: string
  readonly sources: readonly string[]
}

const sql = `
  select l.result_id || ' ' || l.input as key, l.result_id as result, array_agg(u.id)::text[] as sources
    from result_links l
    join calibration_results r on r.id = l.result_id
    join calibrations c on c.id = r.calibration_id
    join calibrations d on d.component_id = l.upstream_component_id and d.finished_at <= c.started_at
    join calibration_results u on u.calibration_id = d.id
   where l.upstream_component_id is not null
     and exists (select 1 from certificates t where t.calibration_id = c.id)
     and (u.ancestors && $1::uuid[] or u.id = any($2::uuid[])
          or u.id = any($3::uuid[]) and ($4::timestamptz is null or c.finished_at >= $4)
                                    and ($5::timestamptz is null or c.started_at <= $5))
   group by l.result_id, l.input`

export const namedAsDevice = (
  em: EntityManager,
  asked: { readonly subject: readonly string[]; readonly window: Window; readonly affected: Roots },
  signal: AbortSignal,
): Promise<readonly NamedDevice[]> => {
  const { subject, window, affected } = asked
  const { since = null, until = null } = window
  const parameters = [affected.above, affected.own, subject, since, until]
  return asChain(em, () => cancellableRows(em, sql, parameters, signal))
}

export async function ancestorsOf(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await preparedRows<{ id: string; ancestors: readonly string[] }>(
    em,
    'select id, ancestors::text[] as ancestors from calibration_results where id = any($1::uuid[])',
    [ids],
  )
  return new Map(rows.map(({ id, ancestors }) => [id, ancestors]))
}
