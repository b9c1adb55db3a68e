import { operation, type Operation } from '#http/operation.ts'
import { eventsAfter, lastPosition } from './event.queries.ts'
import { notAPosition, tooManyStreams } from './event.refusals.ts'
import { viewEvent } from './event.view.ts'
import { streamEvents } from './stream-events.ts'

declare module '#http/facilities.ts' {
  interface Facilities {
    /** Comes when the service stops: whoever answers for ever ends then. */
    readonly closing: AbortSignal
  }
}

const stream = 'text/event-stream'

export const eventOperations: readonly Operation[] = [
  operation(
    {
      id: 'list-events',
      method: 'get',
      path: '/v1/events',
      summary: 'Follow what happens to the records to which your organization is a party',
      description:
        'In the order in which it was committed, and without gaps: send `after` of one answer with the next question. ' +
        'With `Accept: text/event-stream` the answer does not end, and says each event as it happens; `Last-Event-ID` resumes.',
      access: 'event.read',
      query: 'events/search.json',
      answers: { 200: 'events/page.json' },
      media: [stream],
      refuses: [tooManyStreams, notAPosition],
    },
    async ({ em, now, query, actor, accept, lastEventId, signal, facilities }) => {
      const organization = actor.organization.id
      const isFromNowOn = query.after === 'latest'
      const after = isFromNowOn ? await lastPosition(em, organization) : query.after
      if (accept === stream) {
        const content = streamEvents(em, {
          actor,
          now,
          after: resumed(lastEventId) ?? after,
          ends: [signal(), facilities.closing],
        })
        // Proxies that gather answers would hold the events back.
        const headers = { 'x-accel-buffering': 'no', 'cache-control': 'no-store' }
        return { status: 200 as const, media: stream, content, headers }
      }
      const { limit } = query
      const rows = await eventsAfter(em, organization, { after, limit: limit + 1 })
      const items = rows.slice(0, limit).map(viewEvent)
      const next = items.at(-1)?.position ?? after
      return { status: 200 as const, body: { items, after: next, more: rows.length > limit } }
    },
  ),
]

function resumed(lastEventId: string | undefined): string | undefined {
  if (lastEventId === undefined || lastEventId === '') return undefined
  if (/^\d{1,18}$/.test(lastEventId)) return lastEventId
  throw notAPosition(notAPosition.definition.title)
}
