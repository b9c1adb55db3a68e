import type { EntityManager } from '@mikro-orm/postgresql'
import type { EventData, EventKind } from '#contract/types.ts'
import { preparedRows } from '#db/prepared.ts'

/** Something to be told of a record; `parties` and names are found in SQL. */
export interface Telling {
  readonly kind: EventKind
  readonly about: 'certificate' | 'calibration' | 'recall' | 'notice' | 'equipment'
  readonly record: string
  readonly more: EventData
  /** What is told once for the same of these. */
  readonly occasion?: string
}

/** A certificate `t` as its events name it, and who is party to it: who issued it, for whom, and whose item it is. */
const certificateNamed = `jsonb_build_object('certificate', t.number, 'version', t.edition, 'sha256', t.sha256,
    'issuer', i.code, 'equipment', e.code, 'owner', o.code)`
const certificateParties = 'array[t.issuer_id, c.customer_id, e.owner_id]'
const certificateJoins = `join calibrations c on c.id = t.calibration_id
    join equipment e on e.id = c.equipment_id
    join organizations i on i.id = t.issuer_id
    join organizations o on o.id = e.owner_id`

const said = `
  select n, told.kind, told.occasion, ${certificateNamed} || more as data, ${certificateParties} as parties
    from told join certificates t on t.id = told.record ${certificateJoins}
   where about = 'certificate'
  union all
  select n, told.kind, told.occasion,
         jsonb_build_object('calibration', c.id, 'laboratory', l.code, 'equipment', e.code) || more,
         array[c.laboratory_id]
    from told join calibrations c on c.id = told.record
    join equipment e on e.id = c.equipment_id
    join organizations l on l.id = c.laboratory_id
   where about = 'calibration'
  union all
  select n, told.kind, told.occasion,
         jsonb_build_object('recall', r.code, 'openedBy', b.code, 'cause', r.cause,
                            'results', (r.summary ->> 'results')::int) || more,
         r.organization_id || (select array_agg(i.issuer_id) || array_agg(i.owner_id)
                                 from recall_items i where i.recall_id = r.id)
    from told join recalls r on r.id = told.record
    join organizations b on b.id = r.organization_id
   where about = 'recall'
  union all
  select n, told.kind, told.occasion, v.document || more, array[v.owner_id]
    from told join recall_notices v on v.id = told.record
   where about = 'notice'
  union all
  select n, told.kind, told.occasion,
         jsonb_build_object('equipment', e.code, 'owner', o.code) || more, array[e.owner_id]
    from told join equipment e on e.id = told.record
    join organizations o on o.id = e.owner_id
   where about = 'equipment'
  union all
  ${certificatesOfRecall('recall.opened', 'certificate.suspect', 'true')}
  union all
  ${certificatesOfRecall('recall.reopened', 'certificate.suspect', 'true')}
  union all
  ${certificatesOfRecall('recall.closed', 'certificate.cleared', `bool_and(d.decision = 'no-effect')`)}`

/** The certificates that a recall concerns, where all of their results in it are so. */
function certificatesOfRecall(occasion: string, kind: string, condition: string): string {
  return `
  select n, '${kind}', told.occasion, ${certificateNamed} || jsonb_build_object('recall', r.code), ${certificateParties}
    from told join recalls r on r.id = told.record
   cross join lateral (
     select i.certificate_id from recall_items i
       left join lateral (select d.decision from recall_dispositions d
                           where d.item_id = i.id order by d.id desc limit 1) d on true
      where i.recall_id = r.id group by i.certificate_id having ${condition}) concerned
    join certificates t on t.id = concerned.certificate_id ${certificateJoins}
   where told.kind = '${occasion}'`
}

/**
 * One statement: the events, whom they are told, and an order to deliver each where a webhook asks for it. It is asked under the lock of the trail's head, so the
 * greatest position it sees is the last.
 */
const enter = `
  with told as (
    select row_number() over () as n, x.*
      from jsonb_to_recordset($1::jsonb) as x (kind text, about text, record uuid, more jsonb, occasion text)
  ), said as (${said}
  ), placed as (
    select (select coalesce(max(position), 0) from events) + row_number() over (order by n) as position,
           uuidv7() as id, kind, occasion, data, parties
      from said
     where occasion is null or not exists (select 1 from events e where e.occasion = said.occasion)
  ), kept as (
    insert into events (position, id, kind, at, data, occasion)
    select position, id, kind, $2::timestamptz, jsonb_strip_nulls(data), occasion from placed
  ), shown as (
    insert into event_parties (organization_id, position)
    select distinct party, position from placed, unnest(parties) party where party is not null
    returning organization_id, position
  ), ordered as (
    insert into webhook_deliveries (id, webhook_id, position, state, attempts, recorded_at, first_at, next_at)
    select uuidv7(), w.id, placed.position, 'pending', 0, now(), now(), now()
      from shown join placed on placed.position = shown.position
      join webhooks w on w.organization_id = shown.organization_id and w.state = 'active'
       and (w.kinds is null or placed.kind = any(w.kinds))
    returning id
  )
  select graphile_worker.add_job('deliver-event', json_build_object('delivery', id),
           job_key => id::text, max_attempts => 10) from ordered`

export async function enterEvents(em: EntityManager, tellings: readonly Telling[], at: Date): Promise<void> {
  await preparedRows(em, enter, [JSON.stringify(tellings), at])
}
