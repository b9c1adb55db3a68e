import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { RecallSearch } from '#contract/types.ts'
import { byKey } from '#db/natural-key.ts'
import { asChain } from '#db/tenancy/standing.ts'
import type { Actor } from '#http/actor.ts'
import { isAdministrator } from '../people/may.ts'
import { RecallEvent } from './recall-event.entity.ts'
import { Recall, type RecallState } from './recall.entity.ts'
import { unknownRecall } from './recall.refusals.ts'

const populate = ['organization', 'recordedBy'] as const

/** Of whom a recall may be seen: null for whoever sees all. */
export const partyOf = (actor: Actor): string | null =>
  isAdministrator(actor) ? null : actor.organization.id

/** A party opened it, issued one of its certificates, or owns one of its items. */
const isParty = `(?::uuid is null or r.organization_id = ?::uuid or exists (
  select 1 from recall_items i where i.recall_id = r.id and ?::uuid in (i.issuer_id, i.owner_id)))`

/** The recall that a path names, for a party; to anybody else it does not exist. */
export async function recallAt(em: EntityManager, key: string, actor: Actor): Promise<Recall> {
  const found = await em.findOne(Recall, byKey(key), { populate })
  const party = partyOf(actor)
  const [seen] = found
    ? await em.execute<unknown[]>(`select 1 from recalls r where r.id = ? and ${isParty}`, [
        found.id,
        party,
        party,
        party,
      ])
    : []
  if (found && seen !== undefined) return found
  throw unknownRecall({ en: `None is called ${key}`, zh: `没有编号为 ${key} 的召回` }, {}, { pointer: '/id' })
}

/** As `recallAt`, and others who want to move it wait. */
export async function recallHeld(em: EntityManager, key: string, actor: Actor): Promise<Recall> {
  await em.findOne(Recall, byKey(key), { lockMode: LockMode.PESSIMISTIC_WRITE })
  return recallAt(em, key, actor)
}

export interface ListedRecall {
  readonly id: string
  readonly code: string
  readonly organization: string
  readonly state: RecallState
  readonly cause: string
  readonly results: number
  readonly undecided: number
  readonly recordedAt: string
}

/** The newest first. */
export const recallsListed = (
  em: EntityManager,
  { state = null, organization = null }: { [F in 'state' | 'organization']?: RecallSearch[F] | null },
  actor: Actor,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<ListedRecall[]> => {
  const party = partyOf(actor)
  const after = page.after ?? null
  return em.execute(
    `select r.id, r.code, o.code as organization, r.state, r.cause, (r.summary ->> 'results')::int as results,
            r.undecided, to_json(r.recorded_at) #>> '{}' as "recordedAt"
       from recalls r join organizations o on o.id = r.organization_id
      where ${isParty} and (?::text is null or r.state = ?) and (?::text is null or o.code = ?)
        and (?::uuid is null or r.id < ?::uuid)
      order by r.id desc limit ?`,
    [party, party, party, state, state, organization, organization, after, after, page.limit],
  )
}

export const historyOf = (em: EntityManager, recall: Recall): Promise<RecallEvent[]> =>
  em.find(RecallEvent, { recall }, { orderBy: { id: 'asc' }, populate: ['recordedBy'] })

/** How far it is, counted. */
export interface Progress {
  readonly undecided: number
  readonly noEffect: number
  readonly amend: number
  readonly recall: number
  readonly customerDecides: number
  readonly owners: number
  readonly acknowledged: number
}

/** Of all its items, also for whoever sees some of them only. */
export async function progressOf(em: EntityManager, recall: Recall): Promise<Progress> {
  const [row] = await asChain(em, () =>
    em.execute<Progress[]>(
      `with decided as (
       select (select d.decision from recall_dispositions d where d.item_id = i.id order by d.id desc limit 1) as decision
         from recall_items i where i.recall_id = ?
     ), told as (
       select n.owner_id, bool_and(a.notice_id is not null) as acknowledged
         from recall_notices n left join recall_acknowledgements a on a.notice_id = n.id
        where n.recall_id = ? group by n.owner_id
     )
     select count(*) filter (where decision is null)::int as undecided,
            count(*) filter (where decision = 'no-effect')::int as "noEffect",
            count(*) filter (where decision = 'amend')::int as amend,
            count(*) filter (where decision = 'recall')::int as recall,
            count(*) filter (where decision = 'customer-decides')::int as "customerDecides",
            (select count(*)::int from told) as owners,
            (select count(*)::int from told where acknowledged) as acknowledged
       from decided`,
      [recall.id, recall.id],
    ),
  )
  if (!row) throw new Error('A count has a row')
  return row
}
