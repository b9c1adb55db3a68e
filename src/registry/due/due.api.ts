import { v7 } from 'uuid'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { Person } from '../people/person.entity.ts'
import { dueAsCalendar } from './due-as-calendar.ts'
import { dueListed, type DueRow } from './due.queries.ts'
import { unknownFeedKey } from './due.refusals.ts'
import { viewDue } from './due.view.ts'
import { FeedKey } from './feed-key.entity.ts'
import { feedKeyOf, hashOfFeedKey, newFeedKey } from './feed-keys.queries.ts'
import { dayAfter, todayAt } from './horizon.ts'
import { ownerAsked } from './owner-asked.ts'

const calendar = 'text/calendar'

const placeByDay = ({ due, id }: DueRow) => ({ value: due ?? '', id })

export const dueOperations: readonly Operation[] = [
  operation(
    {
      id: 'list-due',
      method: 'get',
      path: '/v1/due',
      summary: 'Which equipment is overdue, or due soon, by the programme of its owner?',
      description: 'What was never calibrated first, then what is overdue, then what lies ahead.',
      access: 'due.read',
      query: 'due/search.json',
      answers: { 200: 'due/page.json' },
      spreadsheet: true,
      refuses: [notYourOrganization],
    },
    async ({ em, query, actor, now }) => {
      const owner = ownerAsked(query.owner, actor)
      const today = todayAt(now)
      const until = dayAfter(today, query.within)
      const place = pagePlace('due', query)
      const after = place && { value: String(place.value), id: place.id }
      const rows = await dueListed(em, { owner, until, now }, { after, limit: rowsToRead(query) })
      const page = pageOf('due', query, rows, placeByDay, viewDue(today))
      return { status: 200, body: { today, until, ...page } }
    },
  ),
  operation(
    {
      id: 'due-calendar',
      method: 'get',
      path: '/v1/due.ics',
      summary: 'What is due as a calendar, for programs that subscribe to one',
      description: 'With a feed key in `key`, because calendars send no header; or with Authorization.',
      access: 'public',
      query: 'due/calendar-search.json',
      answers: { 200: null },
      media: [calendar],
      refuses: [notYourOrganization],
    },
    async ({ em, query, actor, now, facilities }) => {
      const content = await dueAsCalendar(em, query, { actor, now, origin: facilities.origin })
      return { status: 200, media: `${calendar}; charset=utf-8`, content }
    },
  ),
  operation(
    {
      id: 'issue-feed-key',
      method: 'post',
      path: '/v1/due/feed-keys',
      summary: 'Make a key by which a calendar reads what is due; it is shown this once',
      access: 'feed-key.manage',
      answers: { 201: 'due/feed-key.json' },
      refuses: [],
      secret: true,
    },
    async ({ em, actor, now, facilities }) => {
      const key = newFeedKey()
      const row = em.create(FeedKey, {
        id: v7(),
        organization: em.getReference(Organization, actor.organization.id),
        secretHash: hashOfFeedKey(key),
        recordedBy: em.getReference(Person, actor.person.id),
        recordedAt: now,
      })
      await em.flush()
      const url = `${facilities.origin}/v1/due.ics?key=${key}`
      const shown = { id: row.id, recordedAt: now.toISOString() }
      const headers = { location: `/v1/due/feed-keys/${row.id}` }
      return { status: 201, body: { ...shown, key, url }, headers, after: shown }
    },
  ),
  operation(
    {
      id: 'revoke-feed-key',
      method: 'delete',
      path: '/v1/due/feed-keys/{id}',
      summary: 'Revoke a feed key: from the next request on it opens nothing',
      access: 'feed-key.manage',
      params: 'due/feed-key-path.json',
      answers: { 204: null },
      refuses: [unknownFeedKey],
    },
    async ({ em, params, actor, now }) => {
      const row = await feedKeyOf(em, params.id, actor)
      row.revokedAt = now
      await em.flush()
      return { status: 204 }
    },
  ),
]
