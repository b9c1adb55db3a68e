import type { EntityManager } from '@mikro-orm/postgresql'
import type { Component } from '../equipment/component.entity.ts'

/** What speaks against the use of a component at a moment, as recorded. */
export interface Standing {
  readonly quarantinedSince: Date | null
  /** Of the last calibration before the use that was not revoked. */
  readonly finishedAt: Date | null
  readonly validUntil: string | null
  /** By the programme that was in force on the day. */
  readonly intervalMonths: number | null
}

interface Row {
  readonly quarantinedSince: string | null
  readonly finishedAt: string | null
  readonly validUntil: string | null
  readonly intervalMonths: number | null
}

/** In one statement: the last event of quarantine, the last calibration, and the owner's programme on that day. */
export async function standingOf(
  em: EntityManager,
  component: Component,
  { at, day }: { readonly at: Date; readonly day: string },
): Promise<Standing> {
  const equipment = component.equipment.id
  const [row] = await em.execute<Row[]>(
    `select (select case v.kind when 'quarantine' then v.occurred_at end
               from equipment_events v
              where v.equipment_id = ? and v.kind in ('quarantine', 'release') and v.occurred_at <= ?
              order by v.occurred_at desc, v.recorded_at desc limit 1) as "quarantinedSince",
            c.finished_at as "finishedAt", c.valid_until::text as "validUntil",
            (select g.interval_months from equipment_programmes g
              where g.equipment_id = ? and coalesce(g.effective_from, '-infinity') <= ?::date
              order by coalesce(g.effective_from, '-infinity') desc, g.recorded_at desc limit 1) as "intervalMonths"
       from (select) nothing
       left join lateral (
            select c.finished_at, c.valid_until
              from calibrations c
              join certificates t on t.calibration_id = c.id
             where c.component_id = ? and c.finished_at <= ?
               and not exists (select 1 from certificate_events v join certificates w on w.id = v.certificate_id
                                where w.number = t.number and v.kind = 'revoked')
             order by c.finished_at desc limit 1) c on true`,
    [equipment, at, equipment, day, component.id, at],
  )
  return {
    quarantinedSince: momentOf(row?.quarantinedSince),
    finishedAt: momentOf(row?.finishedAt),
    validUntil: row?.validUntil ?? null,
    intervalMonths: row?.intervalMonths ?? null,
  }
}

const momentOf = (text: string | null | undefined): Date | null =>
  text === null || text === undefined ? null : new Date(text)
