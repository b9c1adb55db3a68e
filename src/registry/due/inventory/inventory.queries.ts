import type { EntityManager } from '@mikro-orm/postgresql'
import type { InventoryStanding } from '#contract/types.ts'
import type { LocalizedText } from '#db/columns.ts'
import { containing } from '#db/natural-key.ts'
import { preparedRows } from '#db/prepared.ts'

export interface InventoryRow {
  readonly id: string
  readonly equipment: string
  readonly name: LocalizedText | string
  readonly owner: string
  readonly manufacturer: string
  readonly model: string
  readonly serialNumber: string
  readonly level: string
  readonly state: string
  readonly location: string | null
  readonly intervalMonths: number | null
  readonly due: string | null
  readonly certificate: string | null
  readonly issuer: string | null
  readonly standing: InventoryStanding
  /** By what the list is in order. */
  readonly place: string
}

export interface InventoryAsked {
  readonly owner: string
  readonly today: string
  /** What is due by then is due soon. */
  readonly soon: string
  readonly now: Date
  readonly q?: string | undefined
  readonly level?: string | undefined
  readonly state?: string | undefined
  readonly measurandKind?: string | undefined
  readonly location?: string | undefined
  readonly standing?: string | undefined
}

/** Days of a programme are civil days of China, as they are where a chain is judged. */
const civil = (column: string) => `(${column} at time zone 'Asia/Shanghai')`

/** $1 owner, $2 today, $3 soon, $4 now, $5 words, $6 level, $7 state, $8 kind, $9 location, $10 standing. */
const standings = `
  with chosen as (
    select e.*, o.code as owner from equipment e join organizations o on o.id = e.owner_id
     where o.code = $1
       and ($5::text is null or concat_ws(' ', e.code, e.name ->> 'en', e.name ->> 'zh', e.name #>> '{}', e.manufacturer, e.model,
            e.serial_number) ilike $5)
       and ($6::text is null or e.level = $6) and ($7::text is null or e.state = $7)
       and ($9::text is null or e.location ilike $9)
       and ($8::text is null or exists (
            select 1 from equipment_components m join measuring_intervals i on i.component_id = m.id
              join measurand_kinds k on k.id = i.measurand_kind_id where m.equipment_id = e.id and k.code = $8))
  ), last as (
    select distinct on (m.equipment_id) m.equipment_id, t.number, t.valid_until, t.performed_at, t.issuer_id
      from chosen e
      join equipment_components m on m.equipment_id = e.id
      join certificates t on t.component_id = m.id
     where not exists (
       select 1 from certificates x join certificate_events v on v.certificate_id = x.id
        where x.number = t.number and (v.kind = 'revoked' or v.kind = 'withdrawn' and v.effective_from <= $4::timestamptz))
     order by m.equipment_id, t.performed_at desc, t.edition desc
  ), dated as (
    select e.*, last.number as certificate, last.issuer_id, last.performed_at,
           coalesce(last.valid_until,
             (${civil('last.performed_at')} + make_interval(months => e.calibration_interval_months))::date)::text as due
      from chosen e left join last on last.equipment_id = e.id
  ), judged as (
    select d.*, case
             when state in ('retired', 'lost') then 'out-of-use'
             when due is null and calibration_interval_months is null then 'no-programme'
             when due is null then 'never-calibrated'
             when due < $2 then 'overdue' when due <= $3 then 'soon' else 'in-force' end as standing
      from dated d
  )`

const parametersOf = (asked: InventoryAsked): unknown[] => [
  asked.owner,
  asked.today,
  asked.soon,
  asked.now,
  asked.q === undefined ? null : containing(asked.q),
  asked.level ?? null,
  asked.state ?? null,
  asked.measurandKind ?? null,
  asked.location === undefined ? null : containing(asked.location),
  asked.standing ?? null,
]

/** Never calibrated before all; what is not due, after all that is. */
const place = `case standing when 'never-calibrated' then '' when 'no-programme' then '9998' when 'out-of-use' then '9999' else due end`

export const inventoryListed = (
  em: EntityManager,
  asked: InventoryAsked,
  page: {
    readonly after: { readonly value: string; readonly id: string } | undefined
    readonly limit: number
  },
): Promise<readonly InventoryRow[]> =>
  preparedRows<InventoryRow>(
    em,
    `${standings}
     select id, code as equipment, name, owner, manufacturer, model, serial_number as "serialNumber", level, state, location,
            calibration_interval_months as "intervalMonths", due, certificate,
            (select code from organizations where id = issuer_id) as issuer, standing, place
       from (select *, ${place} as place from judged) p
      where ($10::text is null or standing = $10) and ($11::text is null or (place, id) > ($11, $12::uuid))
      order by place, id limit $13`,
    [...parametersOf(asked), page.after?.value ?? null, page.after?.id ?? null, page.limit],
  )

export interface StandingCount {
  readonly standing: InventoryStanding
  readonly count: number
}

export const standingsCounted = (
  em: EntityManager,
  asked: InventoryAsked,
): Promise<readonly StandingCount[]> =>
  preparedRows<StandingCount>(
    em,
    `${standings}
     select standing, count(*)::int as count from judged where ($10::text is null or standing = $10) group by standing`,
    parametersOf(asked),
  )

export interface WeekCount {
  /** Its Monday. */
  readonly from: string
  readonly count: number
}

/** What falls due in each week from this one on; weeks without anything are left out. */
export const weeksCounted = (
  em: EntityManager,
  asked: InventoryAsked,
  weeks: number,
): Promise<readonly WeekCount[]> =>
  preparedRows<WeekCount>(
    em,
    `${standings}
     select date_trunc('week', due::date)::date::text as from, count(*)::int as count from judged
      where standing in ('soon', 'in-force') and ($10::text is null or standing = $10)
        and due::date < date_trunc('week', $2::date) + make_interval(weeks => $11)
      group by 1 order by 1`,
    [...parametersOf(asked), weeks],
  )
