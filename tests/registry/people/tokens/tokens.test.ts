import { generateKeyPair, type JWTPayload } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenReader } from '#registry/people/tokens/read-token.ts'
import { createApp } from '../../../../src/app.ts'
import { service, testKey, testOrigin } from '../../../service.ts'
import {
  administrator,
  administratorKey,
  asking,
  must,
  newOrganization,
  type Answer,
} from '../../people-of-the-tests.ts'
import { smallIssuer, type SmallIssuer } from './issuer-of-the-tests.ts'

const silent = () => undefined
const log = { debug: silent, info: silent, warn: silent, error: silent }
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a token of the issuer that the node trusts', () => {
  const s = service()
  const admin = administrator(s)
  const made: { issuer?: SmallIssuer; app?: ReturnType<typeof createApp> } = {}
  const issuer = () => {
    if (made.issuer === undefined) throw new Error('The issuer is there once the tests run')
    return made.issuer
  }

  beforeAll(async () => {
    made.issuer = await smallIssuer()
    const tokens = tokenReader({ issuer: made.issuer.url, audience: 'etalon' })
    made.app = createApp({
      orm: s.orm,
      origin: testOrigin,
      log,
      clock: s.clock.now,
      key: testKey,
      strict: true,
      tokens,
    })
    await newOrganization(admin, 'LAB')
    must(await admin.post('/v1/people', { code: 'wang', organization: 'LAB', name: 'Wang' }))
    must(await admin.post('/v1/people', { code: 'li', organization: 'LAB', name: 'Li' }))
    await identity('wang', { subject: 'w-1', roles: ['technician'] })
    await identity('li', { email: 'Li@Lab.example', roles: ['auditor'], scopes: ['registry.read'] })
  })
  afterAll(() => made.issuer?.stop())

  const identity = async (person: string, stated: object): Promise<Answer> =>
    must(await withApp(administratorKey).post(`/v1/people/${person}/identities`, stated))
  const withApp = (token: string | undefined) =>
    asking(
      {
        ...s,
        clock: s.clock,
        complaints: [],
        orm: s.orm,
        url: s.url,
        adminUrl: s.adminUrl,
        app: made.app ?? s.app,
      },
      token,
    )
  const seconds = () => Math.floor(s.clock.now().getTime() / 1000)
  const claims = (said: JWTPayload = {}): JWTPayload => ({
    iss: issuer().url,
    aud: 'etalon',
    sub: 'w-1',
    iat: seconds(),
    exp: seconds() + 300,
    ...said,
  })
  const status = async (token: string, path = '/v1/people') => (await withApp(token).get(path)).status

  it('opens the API for the person whom an administrator has registered under its subject', async () => {
    const token = await issuer().token(claims())
    expect(await status(token)).toBe(200)
    expect(await status(token, '/v1/api-keys')).toBe(403)
    expect(await status(await issuer().token(claims({ sub: 'nobody' })))).toBe(401)
  })

  it('is known by its address only where the issuer has verified it, and does no more than its scopes', async () => {
    const email = 'li@lab.example'
    const verified = await issuer().token(claims({ sub: 'l-7', email, email_verified: true }))
    expect(await status(verified)).toBe(200)
    expect(await status(verified, '/v1/audit-events')).toBe(403)
    expect(await status(await issuer().token(claims({ sub: 'l-7', email })))).toBe(401)
    expect(await status(await issuer().token(claims({ sub: 'l-7', email, email_verified: 'true' })))).toBe(
      401,
    )
  })

  it('opens nothing when it is meant for another, from another, too old, too early, or has no end', async () => {
    for (const [why, said] of Object.entries<JWTPayload>({
      audience: { aud: 'another' },
      issuer: { iss: 'https://id.example.org' },
      expired: { exp: seconds() - 60 },
      early: { nbf: seconds() + 120 },
      endless: { exp: undefined as unknown as number },
    }))
      expect(await status(await issuer().token(claims(said))), why).toBe(401)
  })

  it('opens nothing when it is signed by somebody else, by a public key as a password, or by nobody', async () => {
    const other = await generateKeyPair('ES256')
    expect(await status(await issuer().token(claims(), { key: other.privateKey }))).toBe(401)
    const password = new TextEncoder().encode('a password that everybody could read in the published key')
    expect(await status(await issuer().token(claims(), { alg: 'HS256', key: password }))).toBe(401)
    expect(await status(`${part({ alg: 'none' })}.${part(claims())}.AA`)).toBe(401)
    const [head = '', , signature = ''] = (await issuer().token(claims())).split('.')
    expect(await status(`${head}.${part(claims({ sub: 'admin' }))}.${signature}`)).toBe(401)
  })

  it('is verified by keys that are kept, and fetched once for many', async () => {
    const before = issuer().fetched()
    const tokens = await Promise.all(Array.from({ length: 20 }, () => issuer().token(claims())))
    expect(await Promise.all(tokens.map((token) => status(token)))).toEqual(tokens.map(() => 200))
    expect(issuer().fetched()).toBe(before)
  })

  it('opens nothing from the moment the identity is ended', async () => {
    const made = await identity('wang', { subject: 'w-2', roles: ['auditor'] })
    const token = await issuer().token(claims({ sub: 'w-2' }))
    expect(await status(token)).toBe(200)
    const ended = must(await withApp(administratorKey).post(`/v1/identities/${made.body.id}/end`))
    expect(ended.body).toMatchObject({ person: 'wang', endedAt: '2026-03-02T08:00:00.000Z' })
    expect(await status(token)).toBe(401)
  })

  it('never signs: who reviews or authorises shows a key', async () => {
    const token = await issuer().token(claims())
    const answer = await withApp(token).post(
      `/v1/calibrations/0190a000-0000-7000-8000-000000000000/submit`,
      undefined,
      {
        'if-match': '"1"',
      },
    )
    expect(answer.body.code).toBe('request.role-missing')
  })

  it('is given to one person only, by the subject or by the address, of a stated issuer', async () => {
    const ask = async (stated: object, as = withApp(administratorKey)) =>
      (await as.post('/v1/people/li/identities', stated)).body.code
    expect(await ask({ subject: 'w-1', roles: ['technician'] })).toBe('identity.taken')
    expect(await ask({ roles: ['technician'] })).toBe('identity.subject-or-email')
    expect(await ask({ subject: 'x', roles: ['technician'], scopes: ['calibration.authorise'] })).toBe(
      'api-key.scope-beyond-roles',
    )
    expect(await ask({ subject: 'x', roles: ['administrator', 'signatory'] })).toBe(
      'api-key.roles-exclude-each-other',
    )
    expect(await ask({ subject: 'x', roles: ['technician'] }, asking(s, administratorKey))).toBe(
      'identity.no-issuer',
    )
    expect((await withApp(administratorKey).get('/v1/people/li/identities')).body.items).toHaveLength(1)
  })

  it('waits for an issuer that is silent, and says so', async () => {
    const tokens = tokenReader({ issuer: 'http://127.0.0.1:9', audience: 'etalon' })
    const app = createApp({
      orm: s.orm,
      origin: testOrigin,
      log,
      clock: s.clock.now,
      key: testKey,
      strict: true,
      tokens,
    })
    const headers = { authorization: `Bearer ${await issuer().token(claims())}` }
    const answer = await app.request('/v1/people', { headers })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
  })
})
