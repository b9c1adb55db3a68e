import { beforeAll, describe, expect, it } from 'vitest'
import { changes, type Operation } from '#http/operation.ts'
import { roles, type Role } from '#registry/people/api-key.entity.ts'
import { mayOf } from '#registry/people/may.ts'
import { operations } from '../../../src/app.ts'
import { exampleRegistry } from '../../hostile/example-registry.ts'
import { initOf, targetOf, validRequests, type ValidRequest } from '../../hostile/valid-requests.ts'
import { service } from '../../service.ts'
import {
  administratorKey,
  asking,
  must,
  newOrganization,
  newPerson,
  type Asking,
} from '../people-of-the-tests.ts'

type Who = Role | 'public'
const everybody: readonly Who[] = ['public', ...roles]

/** What others may do to a record that is not theirs, because that is what it is for. */
const openToOthers: Readonly<Record<string, string>> = {
  'revise-measurand-kind': 'the words of all are kept by the quality managers of all',
  'revise-normative-document': 'the words of all are kept by the quality managers of all',
  'submit-comparison-result': 'whoever holds the competence takes part in the round of another',
  'check-certificate': 'a transcribed certificate is checked by any second person',
}

/** Records that others find in a list, though not by an address of their own. */
const listed: readonly string[] = ['end-equipment-restriction']

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Of the same form, and nobody's. */
const unknownLike = (known: string) =>
  uuid.test(known) ? '0190a000-0000-7000-8000-00000000dead' : 'NO-SUCH-1'

/** The record that a path names stands in its first parameter. */
const withSubject = (request: ValidRequest, subject: string): ValidRequest => {
  const [first = ''] = Object.keys(request.params)
  return { ...request, params: { ...request.params, [first]: subject } }
}

/** Nothing is changed by a request for what does not exist, or whose body says nothing. */
const harmless = (request: ValidRequest): ValidRequest => {
  if (!changes(request.operation)) return request
  const [subject] = Object.values(request.params)
  return { ...(subject === undefined ? request : withSubject(request, unknownLike(subject))), body: {} }
}

/** Without what differs from request to request, and with the name of the subject taken out. */
const alike = ({ status, body }: { status: number; body: unknown }, subject: string) => {
  const {
    requestId: _,
    instance: __,
    ...rest
  } = (typeof body === 'string' ? { body } : body) as Record<string, unknown>
  return JSON.parse(
    JSON.stringify({ status, ...rest })
      .replaceAll(subject, 'IT')
      .replaceAll(encodeURIComponent(subject), 'IT'),
  )
}
const signedIn = async (person: Asking) => {
  const cookie = must(await person.post('/v1/sessions')).headers.get('set-cookie') ?? ''
  return { cookie: cookie.split(';')[0] ?? '' }
}

const answered = ({ status, body }: { readonly status: number; readonly body: unknown }) =>
  [status, typeof body === 'string' ? undefined : (body as { code?: unknown }).code] as const

describe('who asks for what', () => {
  const s = service()
  const registry = exampleRegistry(s)
  const own = new Map<Who, string | undefined>([['public', undefined]])
  const sessions = new Map<Role, { readonly cookie: string }>()
  const strangers = new Map<Who, string>()
  const stranger = { every: '', session: { cookie: '' } }

  beforeAll(async () => {
    const admin = asking(s, administratorKey)
    await newOrganization(admin, 'STRANGER')
    for (const role of roles) {
      const person = await newPerson(s, admin, { organization: 'EX-LAB', roles: [role] })
      own.set(role, person.key)
      sessions.set(role, await signedIn(person))
      strangers.set(role, (await newPerson(s, admin, { organization: 'STRANGER', roles: [role] })).key)
    }
    const others = roles.filter((role) => role !== 'administrator')
    const person = await newPerson(s, admin, { organization: 'STRANGER', roles: others })
    stranger.every = person.key
    stranger.session = await signedIn(person)
  }, 60_000)

  const ourPage = { 'sec-fetch-site': 'same-origin' }
  const otherSite = { 'sec-fetch-site': 'cross-site' }

  const requestFor = (operation: Operation): ValidRequest => {
    const [request] = validRequests(registry).get(operation.id) ?? []
    if (!request) throw new Error(`${operation.id} has no valid request`)
    return request
  }
  /** By a key, as nobody, or by the cookie of a session. */
  const send = async (request: ValidRequest, key: string | undefined | { readonly cookie: string }) => {
    const { authorization: _, ...headers } = initOf(request).headers as Record<string, string>
    const shown = { ...headers, ...(typeof key === 'string' ? { authorization: `Bearer ${key}` } : key) }
    const response = await s.app.request(targetOf(request), { ...initOf(request), headers: shown })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      body: isJson && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : text,
    }
  }
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s is for those whom the table of roles names',
    async (_, operation) => {
      const request = harmless(requestFor(operation))
      for (const who of everybody) {
        const { status, body } = await send(request, own.get(who))
        const { access } = operation
        const code = typeof body === 'string' ? '' : body['code']
        const isAllowed = access === 'public' || (who !== 'public' && mayOf([who], access))
        if (isAllowed) expect([who, code]).not.toEqual([who, 'request.role-missing'])
        else
          expect([who, status, code]).toEqual(
            who === 'public' ? [who, 401, 'request.key-missing'] : [who, 403, 'request.role-missing'],
          )
        expect(status, `${who}: ${JSON.stringify(body)}`).toBeLessThan(500)
      }
    },
  )

  /** What somebody who is signed in to the pages may not do without showing the key. */
  const withKeyOnly = [
    'submit-calibration',
    'review-calibration',
    'authorise-calibration',
    'amend-certificate',
    'withdraw-certificate',
    'revoke-certificate',
    // A session that gave out keys would sign with them.
    'issue-api-key',
    'rotate-api-key',
    'register-identity',
    'rotate-node-key',
    'retire-node-key',
  ]

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s is answered to a session as to its key, but for what needs the key itself, and to no page of another site',
    async (id, operation) => {
      const request = harmless(requestFor(operation))
      // The sessions themselves are asked about elsewhere, and would end here.
      if (operation.access === 'session.keep' && changes(operation)) return
      const { access } = operation
      const may = roles.find((role) => access === 'public' || mayOf([role], access))
      const mayNot = roles.find((role) => access !== 'public' && !mayOf([role], access))
      const ask = async (role: Role | undefined, from: object) =>
        send(request, { ...(sessions.get(role ?? 'auditor') ?? { cookie: '' }), ...from })
      if (may !== undefined) {
        const expected = withKeyOnly.includes(id)
          ? ([403, 'request.role-missing'] as const)
          : answered(await send(request, own.get(may)))
        expect([may, ...answered(await ask(may, ourPage))]).toEqual([may, ...expected])
        const elsewhere = answered(await ask(may, otherSite))
        if (operation.method !== 'get') expect(elsewhere).toEqual([403, 'request.cross-site'])
        else expect(elsewhere).toEqual(answered(await send(request, undefined)))
      }
      if (mayNot !== undefined)
        expect(answered(await ask(mayNot, ourPage))).toEqual([403, 'request.role-missing'])
    },
  )

  const aboutRecords = operations.filter(
    ({ path }) => path.includes('{') && !/^\/(?:log|v1\/evaluate|v1\/import)\//.test(path),
  )

  /** Whether everybody with a key reads the record itself: then there is nothing to hide about its being there. */
  const isReadByOthers = async (request: ValidRequest): Promise<boolean> => {
    const base = /^[^}]+\}/.exec(request.operation.path)?.[0]
    const read = operations.find(
      ({ path, method }) =>
        method === 'get' && path.split('{')[0] === base?.split('{')[0] && path.endsWith('}'),
    )
    if (listed.includes(request.operation.id)) return true
    if (!read) return false
    const { status } = await send(
      {
        ...requestFor(read),
        params: { [Object.keys(requestFor(read).params)[0] ?? '']: Object.values(request.params)[0] ?? '' },
      },
      stranger.every,
    )
    return status === 200
  }

  it.each(aboutRecords.map((operation) => [operation.id, operation] as const))(
    '%s answers about what is of another organization as about what is not there',
    async (_, operation) => {
      const request = requestFor(operation)
      const subject = Object.values(request.params)[0] ?? ''
      const unknown = unknownLike(subject)
      const other = await send(request, stranger.every)
      const isOpen = await isReadByOthers(request)
      if (changes(operation)) {
        const mayDo = Object.hasOwn(openToOthers, operation.id)
        if (!mayDo) expect(other.status, JSON.stringify(other.body)).toBeGreaterThanOrEqual(400)
      }
      // Nobody sees more by a session than by its key.
      const bySession = await send(request, { ...stranger.session, ...ourPage })
      if (!withKeyOnly.includes(operation.id) && !Object.hasOwn(openToOthers, operation.id))
        expect(bySession.status).toBe(other.status)
      if (isOpen) return
      const none = await send(withSubject(request, unknown), stranger.every)
      expect(alike(other, subject)).toEqual(alike(none, unknown))
    },
  )

  const seen = async (path: string, key: string | undefined) => asking(s, key).get(path)

  it('shows whoever looks after the equipment of an enterprise theirs, and that of nobody else', async () => {
    const [viewer, manager] = [strangers.get('enterprise-viewer'), strangers.get('quality-manager')]
    expect((await seen('/v1/equipment', viewer)).body.items).toEqual([])
    expect((await seen('/v1/equipment', manager)).body.items.length).toBeGreaterThan(0)
    for (const path of [
      '/v1/equipment/EX-STANDARD',
      '/v1/equipment/EX-STANDARD/events',
      '/v1/equipment/EX-STANDARD/restrictions',
    ]) {
      expect((await seen(path, viewer)).status, path).toBe(404)
      expect((await seen(path, own.get('enterprise-viewer'))).status, path).toBe(200)
    }
    const trace = '/v1/equipment/EX-STANDARD/traceability?measurandKind=mass.conventional&value=10&unit=kg'
    expect((await seen(trace, viewer)).status).toBe(404)
    expect((await seen(trace, own.get('enterprise-viewer'))).status).toBe(200)
  })
})
