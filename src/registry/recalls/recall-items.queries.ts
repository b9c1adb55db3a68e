import type { EntityManager } from '@mikro-orm/postgresql'
import type { ImpactFigure, ImpactSummary, RecallItemSearch } from '#contract/types.ts'
import { preparedRows } from '#db/prepared.ts'
import { asChain } from '#db/tenancy/standing.ts'
import type { RecallDecision } from './recall-disposition.entity.ts'
import type { Recall } from './recall.entity.ts'

/** An item as it is frozen. */
export interface FrozenItem {
  readonly id: string
  readonly result: string
  readonly certificate: string
  readonly issuer: string
  readonly owner: string
  readonly depth: number
  readonly before: ImpactFigure
  readonly after: ImpactFigure
  readonly flipped: boolean
  readonly lost: boolean
}

export const freeze = (em: EntityManager, recall: Recall, items: readonly FrozenItem[]) =>
  preparedRows(
    em,
    `insert into recall_items
       (id, recall_id, result_id, certificate_id, issuer_id, owner_id, depth, before, after, flipped, lost)
     select x.id, $1::uuid, x.result, x.certificate, x.issuer, x.owner, x.depth, x.before, x.after, x.flipped, x.lost
       from json_to_recordset($2::json) as x (id uuid, result uuid, certificate uuid, issuer uuid, owner uuid, depth int,
                                              before jsonb, after jsonb, flipped boolean, lost boolean)`,
    [recall.id, JSON.stringify(items)],
  )

/** What the frozen set amounts to. */
export async function summaryOfFrozen(em: EntityManager, recall: Recall): Promise<ImpactSummary> {
  const [row] = await preparedRows<ImpactSummary>(
    em,
    `with frozen as (
       select t.number, m.equipment_id, i.issuer_id, i.owner_id, i.flipped
         from recall_items i
         join certificates t on t.id = i.certificate_id
         join equipment_components m on m.id = t.component_id
        where i.recall_id = $1::uuid
     )
     select count(*)::int as results, count(distinct number)::int as certificates,
            count(distinct equipment_id)::int as equipment,
            (select count(*)::int from (select issuer_id from frozen union select owner_id from frozen) o) as organizations,
            count(*) filter (where flipped)::int as "decisionsFlipped"
       from frozen`,
    [recall.id],
  )
  if (!row) throw new Error('A count has a row')
  return row
}

export interface ListedItem {
  readonly id: string
  readonly certificate: string
  readonly version: number
  readonly result: string
  readonly equipment: string
  readonly component: string
  readonly issuer: string
  readonly owner: string
  readonly depth: number
  readonly unit: string
  readonly before: ImpactFigure
  readonly after: ImpactFigure
  readonly flipped: boolean
  readonly lost: boolean
  readonly decision: RecallDecision | null
  readonly reason: string | null
  readonly by: string | null
  readonly at: string | null
}

/** The disposition that counts: the last one. */
const lastDisposition = `left join lateral (
  select d.decision, d.reason, d.recorded_by_id, d.recorded_at from recall_dispositions d
   where d.item_id = i.id order by d.id desc limit 1) d on true`

type Filters = Omit<RecallItemSearch, 'limit' | 'cursor'>

/** Standards before what used them. Whoever did not open it sees their own certificates and items. */
export const itemsListed = (
  em: EntityManager,
  recall: Recall,
  { decided, decision, flipped, owner, issuer, certificate }: Filters,
  page: { readonly party: string | null; readonly after: string | undefined; readonly limit: number },
): Promise<readonly ListedItem[]> =>
  preparedRows<ListedItem>(
    em,
    `select i.id, t.number as certificate, t.edition as version, r.code as result, e.code as equipment,
            m.code as component, s.code as issuer, o.code as owner, i.depth, r.unit, i.before, i.after, i.flipped, i.lost,
            d.decision, d.reason, p.code as by, to_json(d.recorded_at) #>> '{}' as at
       from recall_items i
       join calibration_results r on r.id = i.result_id
       join certificates t on t.id = i.certificate_id
       join equipment_components m on m.id = t.component_id
       join equipment e on e.id = m.equipment_id
       join organizations s on s.id = i.issuer_id
       join organizations o on o.id = i.owner_id
       ${lastDisposition}
       left join people p on p.id = d.recorded_by_id
      where i.recall_id = $1::uuid
        and ($2::uuid is null or $2 in (i.issuer_id, i.owner_id))
        and ($3::boolean is null or $3 = (d.decision is not null))
        and ($4::text is null or d.decision = $4)
        and ($5::boolean is null or i.flipped = $5)
        and ($6::text is null or o.code = $6)
        and ($7::text is null or s.code = $7)
        and ($8::text is null or t.number = $8)
        and ($9::uuid is null or i.id > $9)
      order by i.id limit $10`,
    [
      recall.id,
      page.party,
      decided ?? null,
      decision ?? null,
      flipped ?? null,
      owner ?? null,
      issuer ?? null,
      certificate ?? null,
      page.after ?? null,
      page.limit,
    ],
  )

export interface RecallOfCertificate {
  readonly recall: string
  readonly state: Recall['state']
  readonly result: string
  readonly version: number
  readonly disposition: RecallDecision | null
  readonly opened: string
  /** How often the recall has moved. */
  readonly moves: number
}

/** Every recall that concerns any version of a certificate: told to whoever sees the certificate. */
export const recallsOfCertificate = (
  em: EntityManager,
  number: string,
): Promise<readonly RecallOfCertificate[]> =>
  asChain(em, () =>
    preparedRows<RecallOfCertificate>(
      em,
      `select c.code as recall, c.state, r.code as result, t.edition as version, d.decision as disposition, c.version as moves,
            to_json(c.recorded_at) #>> '{}' as opened
       from certificates t
       join recall_items i on i.certificate_id = t.id
       join recalls c on c.id = i.recall_id
       join calibration_results r on r.id = i.result_id
       ${lastDisposition}
      where t.number = $1 order by i.id limit 1000`,
      [number],
    ),
  )
