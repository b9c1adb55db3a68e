import type { EntityManager } from '@mikro-orm/postgresql'
import { dueCalendar, type DueDay } from '#exchange/ical/due-calendar.ts'
import type { Actor } from '#http/actor.ts'
import { keyMissing, keyUnknown } from '#http/http.refusals.ts'
import { dueListed, type DueRow } from './due.queries.ts'
import { ownerByFeedKey } from './feed-keys.queries.ts'
import { dayAfter, todayAt } from './horizon.ts'
import { ownerAsked } from './owner-asked.ts'

/** A calendar of more days than this is read by nobody. */
const mostDays = 2_000

interface Asked {
  readonly owner?: string
  readonly within: string
  readonly key?: string
}

/** What is due, as a calendar; whoever has a feed key for it needs no other. */
export async function dueAsCalendar(
  em: EntityManager,
  asked: Asked,
  { actor, now, origin }: { readonly actor: Actor | null; readonly now: Date; readonly origin: string },
): Promise<string> {
  const owner = actor ? ownerAsked(asked.owner, actor) : await ownerByKey(em, asked.key)
  const until = dayAfter(todayAt(now), asked.within)
  const rows = await dueListed(em, { owner, until, now }, { after: undefined, limit: mostDays })
  const days = rows.flatMap((row) => (row.due === null ? [] : [dayOf(row, row.due, origin)]))
  return dueCalendar(`${owner}: calibration due`, days, now)
}

async function ownerByKey(em: EntityManager, key: string | undefined): Promise<string> {
  if (key === undefined)
    throw keyMissing({
      en: 'Send a feed key as `key`, or Authorization',
      zh: '请以 key 参数发送订阅密钥，或发送 Authorization',
    })
  const owner = await ownerByFeedKey(em, key)
  if (owner === null) throw keyUnknown(keyUnknown.definition.title)
  return owner
}

function dayOf(row: DueRow, day: string, origin: string): DueDay {
  const { id, equipment, name, manufacturer, model, serialNumber, certificate, location } = row
  const called = typeof name === 'string' ? name : [name.zh, name.en].filter(Boolean).join(' / ')
  const lines = [
    `${manufacturer} ${model}, ${serialNumber}`,
    ...(location === null ? [] : [location]),
    ...(certificate === null ? [] : [certificate]),
  ]
  return {
    uid: `${id}@${new URL(origin).host}`,
    day,
    title: `${equipment} ${called}`,
    description: lines.join('\n'),
    url: `${origin}/v1/equipment/${encodeURIComponent(equipment)}`,
  }
}
