import type { EntityManager } from '@mikro-orm/postgresql'
import { patientRows } from '#db/cancellable.ts'
import { asChain } from '#db/tenancy/standing.ts'
import type { Actor } from '#http/actor.ts'
import { isAdministrator } from '../people/may.ts'
import { belowSql, type Roots } from './downstream.queries.ts'

export interface Counts {
  readonly results: number
  readonly certificates: number
  readonly equipment: number
  /** Who issued, and whose equipment it is. */
  readonly organizations: number
}

/** Who may see what is decided on the rows; they are counted afterwards. */
function countsSql(roots: Roots): string {
  const { prefix, from } = belowSql(roots)
  return `
    with ${prefix === '' ? '' : `${prefix}, `}affected as (select r.calibration_id from ${from}),
    told as materialized (
      select t.number, c.laboratory_id, c.equipment_id, e.owner_id
        from affected r
        join calibrations c on c.id = r.calibration_id
        join equipment e on e.id = c.equipment_id
       cross join lateral (select t.number, t.visibility from certificates t
                            where t.calibration_id = c.id order by t.edition desc limit 1) t
       where t.visibility = 'public' or $3::uuid is null or $3 in (c.laboratory_id, c.customer_id, e.owner_id)
    )
    select count(*)::int as results, count(distinct number)::int as certificates,
           count(distinct equipment_id)::int as equipment,
           (select count(*)::int from (select laboratory_id from told union select owner_id from told) o)
             as organizations
      from told`
}

/** How much rests on the subject, of what the actor may see. */
export async function countsBelow(
  em: EntityManager,
  roots: Roots,
  actor: Actor,
  signal: AbortSignal,
): Promise<Counts> {
  const party = isAdministrator(actor) ? null : actor.organization.id
  const parameters = [roots.above, roots.own, party]
  const [row] = await asChain(em, () => patientRows<Counts>(em, countsSql(roots), parameters, signal))
  if (!row) throw new Error('A count has a row')
  return row
}
