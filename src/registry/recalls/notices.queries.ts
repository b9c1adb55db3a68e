import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import { asNode } from '#db/tenancy/standing.ts'
import type { NoticeDocument } from './recall-notice.entity.ts'
import type { Recall } from './recall.entity.ts'

/** Written by the node, since it tells others: one message to each owner, of these or of all: how many of their items were decided how. Answers with the messages. */
export const writeNotices = (
  em: EntityManager,
  recall: Recall,
  owners: readonly string[] | undefined,
  now: Date,
) =>
  asNode(em, () =>
    preparedRows<{ readonly id: string }>(
      em,
      `insert into recall_notices (id, recall_id, owner_id, document, recorded_at)
     select uuidv7(), c.id, o.id,
            jsonb_build_object('recall', c.code, 'owner', o.code, 'openedBy', b.code, 'cause', c.cause,
              'items', count(*),
              'decisions', jsonb_build_object(
                'no-effect', count(*) filter (where d.decision = 'no-effect'),
                'amend', count(*) filter (where d.decision = 'amend'),
                'recall', count(*) filter (where d.decision = 'recall'),
                'customer-decides', count(*) filter (where d.decision = 'customer-decides'))),
            $3::timestamptz
       from recall_items i
       join recalls c on c.id = i.recall_id
       join organizations b on b.id = c.organization_id
       join organizations o on o.id = i.owner_id
      cross join lateral (select d.decision from recall_dispositions d
                           where d.item_id = i.id order by d.id desc limit 1) d
      where c.id = $1::uuid and ($2::uuid[] is null or o.id = any($2))
      group by c.id, c.code, c.cause, b.code, o.id, o.code
     returning id`,
      [recall.id, owners ?? null, now],
    ),
  )

export interface ListedNotice {
  readonly id: string
  readonly document: NoticeDocument
  readonly at: string
  readonly acknowledgedBy: string | null
  readonly acknowledgedAt: string | null
  readonly remark: string | null
}

/** The newest first; to an owner their own. */
export const noticesListed = (
  em: EntityManager,
  recall: Recall,
  page: { readonly party: string | null; readonly after: string | undefined; readonly limit: number },
): Promise<readonly ListedNotice[]> =>
  preparedRows<ListedNotice>(
    em,
    `select n.id, n.document, to_json(n.recorded_at) #>> '{}' as at, p.code as "acknowledgedBy",
            to_json(a.recorded_at) #>> '{}' as "acknowledgedAt", a.remark
       from recall_notices n
       left join recall_acknowledgements a on a.notice_id = n.id
       left join people p on p.id = a.recorded_by_id
      where n.recall_id = $1::uuid and ($2::uuid is null or n.owner_id = $2) and ($3::uuid is null or n.id < $3)
      order by n.id desc limit $4`,
    [recall.id, page.party, page.after ?? null, page.limit],
  )

/** Takes note of whatever the organization has been told and has not acknowledged; answers with how much that was. Null: of all owners. */
export async function acknowledgeAll(
  em: EntityManager,
  recall: Recall,
  by: { readonly organization: string | null; readonly person: string; readonly remark: string | undefined },
  now: Date,
): Promise<number> {
  const rows = await preparedRows(
    em,
    `insert into recall_acknowledgements (notice_id, remark, recorded_by_id, recorded_at)
     select n.id, $3, $4::uuid, $5::timestamptz from recall_notices n
      where n.recall_id = $1::uuid and ($2::uuid is null or n.owner_id = $2)
        and not exists (select 1 from recall_acknowledgements a where a.notice_id = n.id)
     returning notice_id`,
    [recall.id, by.organization, by.remark ?? null, by.person, now],
  )
  return rows.length
}
