import type { EntityManager } from '@mikro-orm/postgresql'
import type { LocalizedText } from '#db/columns.ts'
import { preparedRows } from '#db/prepared.ts'

export interface DueRow {
  readonly id: string
  readonly equipment: string
  readonly name: LocalizedText | string
  readonly owner: string
  readonly manufacturer: string
  readonly model: string
  readonly serialNumber: string
  readonly location: string | null
  readonly intervalMonths: number | null
  readonly validUntil: string | null
  /** The last day; null for what was never calibrated. */
  readonly due: string | null
  readonly certificate: string | null
  readonly issuer: string | null
}

/** Days of a programme are civil days of China, as they are where a chain is judged. */
const civil = (column: string) => `(${column} at time zone 'Asia/Shanghai')`

/**
 * Equipment `e` with its last certificate that still holds. A verification certificate states its last day (有效期); of a calibration
 * it follows from the interval of the OWNER, reckoned from the measurement (ISO/IEC 17025:2017, 6.4.7 and 7.8.4.3).
 */
const dueOf = (chosen: string, now: string) => `
  select e.id, e.code as equipment, e.name, o.code as owner, e.manufacturer, e.model,
         e.serial_number as "serialNumber", e.location, e.calibration_interval_months as "intervalMonths",
         last.valid_until::text as "validUntil", last.number as certificate, last.issuer,
         coalesce(last.valid_until,
           (${civil('last.finished_at')} + make_interval(months => e.calibration_interval_months))::date)::text as due
    from ${chosen} e
    join organizations o on o.id = e.owner_id
    left join lateral (
      select t.number, t.valid_until, c.finished_at, i.code as issuer
        from equipment_components m
        join certificates t on t.component_id = m.id
        join calibrations c on c.id = t.calibration_id
        join organizations i on i.id = t.issuer_id
       where m.equipment_id = e.id and not exists (
         select 1 from certificates x join certificate_events v on v.certificate_id = x.id
          where x.number = t.number and (v.kind = 'revoked' or v.kind = 'withdrawn' and v.effective_from <= ${now}))
       order by t.performed_at desc, t.edition desc limit 1) last on true
   where e.state not in ('retired', 'lost')
     and (e.calibration_interval_months is not null or last.valid_until is not null)`

/** What is due until a day, the most urgent first; what was never calibrated before all. */
export const dueListed = (
  em: EntityManager,
  asked: { readonly owner: string; readonly until: string; readonly now: Date },
  page: {
    readonly after: { readonly value: string; readonly id: string } | undefined
    readonly limit: number
  },
): Promise<readonly DueRow[]> =>
  preparedRows<DueRow>(
    em,
    `select * from (${dueOf('(select * from equipment where owner_id = (select id from organizations where code = $1))', '$3::timestamptz')}) d
      where (d.due is null or d.due <= $2)
        and ($4::text is null or (coalesce(d.due, ''), d.id) > ($4, $5::uuid))
      order by coalesce(d.due, ''), d.id limit $6`,
    [asked.owner, asked.until, asked.now, page.after?.value ?? null, page.after?.id ?? null, page.limit],
  )

export interface DuePage {
  /** Where the next piece begins; undefined at the end. */
  readonly last: string | undefined
  readonly rows: readonly DueRow[]
}

const pieceSize = 2_000

/** Of everybody, in pieces: what has a last day until then. */
export async function dueOfEverybody(
  em: EntityManager,
  asked: { readonly after: string | undefined; readonly until: string; readonly now: Date },
): Promise<DuePage> {
  const piece = `(select * from equipment where $1::uuid is null or id > $1::uuid order by id limit ${pieceSize})`
  const rows = await preparedRows<DueRow>(em, dueOf(piece, '$2::timestamptz'), [
    asked.after ?? null,
    asked.now,
  ])
  const [end] = await preparedRows<{ last: string | null }>(
    em,
    `select (array_agg(id order by id desc))[1] as last from ${piece} e`,
    [asked.after ?? null],
  )
  return {
    last: end?.last ?? undefined,
    rows: rows.filter(({ due }) => due !== null && due <= asked.until),
  }
}
