import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import type { Recall } from './recall.entity.ts'
import type { RecallDecision } from './recall-disposition.entity.ts'

/** An item as somebody decides about it. */
export interface DecidableItem {
  readonly id: string
  readonly certificate: string
  readonly version: number
  readonly result: string
  readonly owner: string
  /** Who may decide beside whoever opened the recall: the issuer, or the owner of what was certified elsewhere. */
  readonly organization: string
}

export const itemsNumbered = (
  em: EntityManager,
  recall: Recall,
  numbers: readonly string[],
): Promise<readonly DecidableItem[]> =>
  preparedRows<DecidableItem>(
    em,
    `select i.id, t.number as certificate, t.edition as version, r.code as result, i.owner_id as owner,
            case t.origin when 'issued' then i.issuer_id else i.owner_id end as organization
       from recall_items i
       join certificates t on t.id = i.certificate_id
       join calibration_results r on r.id = i.result_id
      where i.recall_id = $1::uuid and t.number = any($2::text[])`,
    [recall.id, numbers],
  )

/** What is decided, by whom and when. */
export interface Decided {
  readonly decision: RecallDecision
  readonly reason: string
  readonly person: string
  readonly at: Date
}

/** Identifiers are made by the database: by them it is told which disposition is the last. */
export const disposeOf = (
  em: EntityManager,
  items: readonly string[],
  { decision, reason, person, at }: Decided,
) =>
  preparedRows(
    em,
    `insert into recall_dispositions (id, item_id, decision, reason, recorded_by_id, recorded_at)
     select uuidv7(), item, $2, $3, $4::uuid, $5::timestamptz from unnest($1::uuid[]) as item`,
    [items, decision, reason, person, at],
  )

/** All that have no disposition yet and that the organization may decide about; answers with their owners. */
export async function disposeOfRemaining(
  em: EntityManager,
  recall: Recall,
  { organization, flipped }: { readonly organization: string | null; readonly flipped: boolean | undefined },
  { decision, reason, person, at }: Decided,
): Promise<readonly string[]> {
  const rows = await preparedRows<{ owner: string }>(
    em,
    `with left_over as (
       select i.id, i.owner_id
         from recall_items i
         join recalls c on c.id = i.recall_id
         join certificates t on t.id = i.certificate_id
        where i.recall_id = $1::uuid
          and not exists (select 1 from recall_dispositions d where d.item_id = i.id)
          and ($2::boolean is null or i.flipped = $2)
          and ($3::uuid is null or $3 in (c.organization_id, case t.origin when 'issued' then i.issuer_id else i.owner_id end))
     ), disposed as (
       insert into recall_dispositions (id, item_id, decision, reason, recorded_by_id, recorded_at)
       select uuidv7(), id, $4, $5, $6::uuid, $7::timestamptz from left_over
     )
     select distinct owner_id as owner from left_over`,
    [recall.id, flipped ?? null, organization, decision, reason, person, at],
  )
  return rows.map(({ owner }) => owner)
}
