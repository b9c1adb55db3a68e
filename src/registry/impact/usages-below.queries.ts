import type { EntityManager } from '@mikro-orm/postgresql'
import { patientRows } from '#db/cancellable.ts'
import { asChain } from '#db/tenancy/standing.ts'
import { belowSql, type Roots, type Window } from './downstream.queries.ts'

/** A use of an item whose results rest on the subject: by its certificate, or as the subject itself. */
export interface UsageBelow {
  readonly id: string
  /** None where the item is the subject. */
  readonly certificate: string | null
}

/** Of which items the uses are meant. */
export interface UsagesAsked {
  readonly roots: Roots
  readonly window: Window
  /** The subject, where it is an item: whatever was measured with it within the window. */
  readonly item: { readonly equipment: string; readonly component: string | null } | null
  /** The subject, where it is a certificate: whatever was measured with the item while it stood by that. */
  readonly certificate: string | null
  /** Whose items; null: of all. */
  readonly owner: string | null
}

/**
 * An item stands by a certificate from the end of that calibration to the end of the next. What was measured with an item below the
 * subject is meant at any time; what was measured with the subject itself, within the window.
 */
const usagesSql = ({ roots }: UsagesAsked): string => {
  const { prefix, from } = belowSql(roots)
  return `
    with ${prefix === '' ? '' : `${prefix}, `}affected (calibration_id) as (select distinct r.calibration_id from ${from}),
    named (calibration_id) as (select t.calibration_id from certificates t where t.number = $6),
    standing as (
      select c.component_id, c.finished_at as begun, a.is_subject,
             (select min(n.finished_at) from calibrations n
               where n.component_id = c.component_id and n.finished_at > c.finished_at
                 and exists (select 1 from certificates t where t.calibration_id = n.id)) as ended,
             (select t.number from certificates t where t.calibration_id = c.id order by t.edition desc limit 1) as number
        from (select calibration_id, false as is_subject from affected
               union all select calibration_id, true from named) a
        join calibrations c on c.id = a.calibration_id
       union all
      select m.id, '-infinity', true, null, null
        from equipment e join equipment_components m on m.equipment_id = e.id
       where e.code = $4 and ($5::text is null or m.code = $5)
    )
    select distinct on (u.used_at, u.id) u.id, s.number as certificate
      from standing s
      join equipment_components m on m.id = s.component_id
      join equipment e on e.id = m.equipment_id
      join usages u on u.equipment_id = e.id and u.component_id = m.id
       and u.used_at >= s.begun and (s.ended is null or u.used_at < s.ended)
     where ($3::uuid is null or e.owner_id = $3)
       and (not s.is_subject or (($7::timestamptz is null or u.used_at >= $7) and ($8::timestamptz is null or u.used_at <= $8)))
     order by u.used_at, u.id, s.number nulls first`
}

/** In the order of time. */
export const usagesBelow = (
  em: EntityManager,
  asked: UsagesAsked,
  signal: AbortSignal,
): Promise<readonly UsageBelow[]> => {
  const { roots, window, item, certificate, owner } = asked
  const { since = null, until = null } = window
  const named = [item?.equipment ?? null, item?.component ?? null, certificate]
  const parameters = [roots.above, roots.own, owner, ...named, since, until]
  return asChain(em, () => patientRows(em, usagesSql(asked), parameters, signal))
}
