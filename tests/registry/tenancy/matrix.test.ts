import { beforeAll, describe, expect, it } from 'vitest'
import { changes, type Operation } from '#http/operation.ts'
import { roles, type Role } from '#registry/people/api-key.entity.ts'
import { mayOf } from '#registry/people/may.ts'
import { operations } from '../../../src/app.ts'
import { exampleRegistry } from '../../hostile/example-registry.ts'
import { initOf, targetOf, validRequests, type ValidRequest } from '../../hostile/valid-requests.ts'
import { service } from '../../service.ts'
import { administratorKey, asking, newOrganization, newPerson } from '../people-of-the-tests.ts'

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
describe('who asks for what', () => {
  const s = service()
  const registry = exampleRegistry(s)
  const own = new Map<Who, string | undefined>([['public', undefined]])
  const strangers = new Map<Who, string>()
  const stranger = { every: '' }

  beforeAll(async () => {
    const admin = asking(s, administratorKey)
    await newOrganization(admin, 'STRANGER')
    for (const role of roles) {
      own.set(role, (await newPerson(s, admin, { organization: 'EX-LAB', roles: [role] })).key)
      strangers.set(role, (await newPerson(s, admin, { organization: 'STRANGER', roles: [role] })).key)
    }
    const others = roles.filter((role) => role !== 'administrator')
    stranger.every = (await newPerson(s, admin, { organization: 'STRANGER', roles: others })).key
  }, 60_000)

  const requestFor = (operation: Operation): ValidRequest => {
    const [request] = validRequests(registry).get(operation.id) ?? []
    if (!request) throw new Error(`${operation.id} has no valid request`)
    return request
  }
  const send = async (request: ValidRequest, key: string | undefined) => {
    const { authorization: _, ...headers } = initOf(request).headers as Record<string, string>
    const shown = key === undefined ? headers : { ...headers, authorization: `Bearer ${key}` }
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

  const aboutRecords = operations.filter(
    ({ path }) => path.includes('{') && !/^\/(?:log|v1\/evaluate)\//.test(path),
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
