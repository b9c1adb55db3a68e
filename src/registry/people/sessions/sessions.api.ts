import { placeById } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { sessionCookie, signedOut } from '#http/session-cookie.ts'
import { endSession } from './end-session.ts'
import { sessionSeconds } from './lifetime.ts'
import { openSessionByKey } from './open-session.ts'
import { needsKey, unknownSession } from './session.refusals.ts'
import { ownSession, sessionHeld, sessionsListed } from './session.queries.ts'
import { viewSession, viewWhoAsks } from './session.view.ts'
import { whoIsIt } from './who-is-it.queries.ts'

const path = (row: { readonly id: string }) => `/v1/sessions/${row.id}`

const open = operation(
  {
    id: 'open-session',
    method: 'post',
    path: '/v1/sessions',
    summary: 'Sign in to the pages: show a key once, and take a cookie that stands for it',
    access: 'session.keep',
    answers: { 201: 'people/who-asks.json' },
    refuses: [needsKey],
    secret: true,
  },
  async ({ em, actor, now, facilities }) => {
    const { row, token } = await openSessionByKey(em, actor, now)
    const body = viewWhoAsks(await whoIsIt(em, { ...actor, session: row.id }))
    const headers = { 'set-cookie': sessionCookie(token, sessionSeconds, facilities.origin) }
    return { status: 201, body, headers, subject: path(row), after: viewSession(row, row.id) }
  },
)

const readCurrent = operation(
  {
    id: 'read-current-session',
    method: 'get',
    path: '/v1/sessions/current',
    summary: 'As whom you are known, and what you may do: by a session, a key or a token',
    access: 'session.keep',
    answers: { 200: 'people/who-asks.json' },
    refuses: [],
  },
  async ({ em, actor }) => ({ status: 200, body: viewWhoAsks(await whoIsIt(em, actor)) }),
)

const endCurrent = operation(
  {
    id: 'end-current-session',
    method: 'delete',
    path: '/v1/sessions/current',
    summary: 'Sign out: the session by which you ask is over',
    access: 'session.keep',
    answers: { 204: null },
    refuses: [],
  },
  async ({ em, actor, now, facilities }) => {
    const headers = signedOut(facilities.origin)
    // Whoever asks by a key has no session that could be over; a cookie beside it is forgotten all the same.
    if (actor.session === undefined) return { status: 204, headers }
    const row = await endSession(em, await ownSession(em, actor.session), now)
    return { status: 204, headers, subject: path(row), after: viewSession(row, row.id) }
  },
)

const list = operation(
  {
    id: 'list-sessions',
    method: 'get',
    path: '/v1/sessions',
    summary: 'The sessions that you have open; for whoever looks after keys, those of the organization',
    access: 'session.keep',
    query: 'people/session-search.json',
    answers: { 200: 'people/session-page.json' },
    refuses: [],
  },
  async ({ em, query, actor, now }) => {
    const after = pagePlace('sessions', query)?.id
    const rows = await sessionsListed(em, query, { actor, now }, { after, limit: rowsToRead(query) })
    const view = (row: (typeof rows)[number]) => viewSession(row, actor.session)
    return { status: 200, body: pageOf('sessions', query, rows, placeById, view) }
  },
)

const end = operation(
  {
    id: 'end-session',
    method: 'post',
    path: '/v1/sessions/{id}/end',
    summary: 'End a session of your own, or, for whoever looks after keys, one of the organization',
    access: 'session.keep',
    params: 'people/session-path.json',
    answers: { 200: 'people/session.json' },
    refuses: [unknownSession],
  },
  async ({ em, params, actor, now }) => {
    const row = await sessionHeld(em, params.id, actor)
    const before = viewSession(row, actor.session)
    await endSession(em, row, now)
    return { status: 200, body: viewSession(row, actor.session), before, subject: path(row) }
  },
)

export const sessionOperations: readonly Operation[] = [open, readCurrent, endCurrent, list, end]
