import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { addressFinder, limitsOf } from '#registry/limits/limits.ts'
import { sharedLimit } from '#registry/limits/shared-limit.ts'
import { createApp } from '../../../src/app.ts'
import { administrator, administratorKey } from '../../registry/people-of-the-tests.ts'
import { service, testKey } from '../../service.ts'

const s = service()
administrator(s)
const store = () => s.orm.em.getConnection().getNativeClient()
const log = { debug: () => undefined, info: () => undefined, warn: console.warn, error: console.error }

async function app(
  perMinute: Partial<Record<'lookups' | 'logins' | 'files' | 'reads' | 'writes', number>>,
  origins: string[] = [],
) {
  const none = { lookups: 0, logins: 0, files: 0, reads: 0, writes: 0 }
  const limits = limitsOf({
    perMinute: { ...none, ...perMinute },
    trustedProxies: ['10.0.0.0/8'],
    store: await store(),
  })
  const { orm, clock } = s
  return createApp({
    orm,
    log,
    clock: clock.now,
    key: testKey,
    origin: 'http://etalon.test',
    strict: true,
    limits,
    allowedOrigins: origins,
  })
}
const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })

describe('who asks too often', () => {
  it('is told when to ask again, and nobody else is held up', async () => {
    const one = await app({ lookups: 3 })
    const ask = (address: string) => one.request('/v1/certificates/NONE/validity', {}, from(address))
    for (let i = 0; i < 3; i++) expect((await ask('192.0.2.1')).status).toBe(404)
    const refused = await ask('192.0.2.1')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.headers.get('ratelimit-policy')).toBe('"lookups";q=3;w=60')
    expect(refused.headers.get('ratelimit')).toMatch(/^"lookups";r=0;t=\d+$/)
    expect(await refused.json()).toMatchObject({ code: 'request.rate-exceeded' })
    expect((await ask('192.0.2.2')).status).toBe(404)
  })

  it('is counted by all processes together', async () => {
    const [one, other] = [await app({ logins: 4 }), await app({ logins: 4 })]
    const wrong = { headers: { authorization: 'Bearer a-key-that-opens-nothing' } }
    const statuses = []
    for (let i = 0; i < 6; i++)
      statuses.push(
        (await (i % 2 === 0 ? one : other).request('/v1/people', wrong, from('192.0.2.3'))).status,
      )
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429])
    const right = { headers: { authorization: `Bearer ${administratorKey}` } }
    expect((await one.request('/v1/people', right, from('192.0.2.3'))).status).toBe(200)
  })

  it('is counted by key where a key was shown', async () => {
    const one = await app({ writes: 2 })
    const headers = { authorization: `Bearer ${administratorKey}`, 'content-type': 'application/json' }
    const post = (address: string) =>
      one.request('/v1/people', { method: 'POST', headers, body: '{}' }, from(address))
    expect([
      (await post('192.0.2.4')).status,
      (await post('192.0.2.5')).status,
      (await post('192.0.2.6')).status,
    ]).toEqual([400, 400, 429])
  })

  it('uses up no more than one fiftieth of a large quota before the others hear of it', async () => {
    const options = { name: 'large', quota: 200, windowSeconds: 60, store: await store() }
    const [one, other] = [sharedLimit(options), sharedLimit(options)]
    let allowed = 0
    for (let i = 0; i < 150; i++) {
      for (const use of [one, other]) if ((await use('somebody')) === undefined) allowed++
      await delay(5)
    }
    expect(allowed).toBeGreaterThanOrEqual(200)
    expect(allowed).toBeLessThan(260)
  })

  it('is still counted here where the store does not answer', async () => {
    const broken = { query: () => Promise.reject(new Error('gone')) }
    const use = sharedLimit({ name: 'alone', quota: 2, windowSeconds: 60, store: broken })
    expect([await use('a'), await use('a')]).toEqual([undefined, undefined])
    expect(await use('a')).toMatchObject({ policy: 'alone', quota: 2 })
  })
})

describe('the address of who asks', () => {
  const addressOf = addressFinder(['10.0.0.0/8', '2001:db8:1::1'])
  it.each([
    ['198.51.100.7', undefined, '198.51.100.7', 'is that of the connection'],
    ['198.51.100.7', '203.0.113.9', '198.51.100.7', 'is not what a stranger says it is'],
    ['10.0.0.2', '203.0.113.9', '203.0.113.9', 'is what a trusted proxy says'],
    ['10.0.0.2', '1.1.1.1, 203.0.113.9, 10.3.0.1', '203.0.113.9', 'is the last that no trusted proxy has'],
    ['::ffff:10.0.0.2', '203.0.113.9', '203.0.113.9', 'is IPv4 also where the socket says it in IPv6'],
    ['2001:db8:1::1', '2001:db8:9:8:7:6:5:4', '2001:db8:9:8::/64', 'is a network in IPv6'],
    ['10.0.0.2', 'unknown', '10.0.0.2', 'is no word'],
    ['127.0.0.1', undefined, undefined, 'is nobody’s where everybody comes through this machine'],
    [undefined, '203.0.113.9', undefined, 'is unknown without a connection'],
  ])('%s, forwarded for %s → %s: it %s', (peer, forwarded, expected, _) => {
    expect(addressOf(peer, forwarded)).toBe(expected)
  })
})

describe('pages of other origins', () => {
  const preflight = {
    method: 'OPTIONS',
    headers: { origin: 'https://lims.example', 'access-control-request-method': 'POST' },
  }
  it('may ask where they are on the list, and read what the answer says beside its body', async () => {
    const one = await app({}, ['https://lims.example'])
    const allowed = await one.request('/v1/people', preflight)
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://lims.example')
    expect(allowed.headers.get('access-control-allow-headers')).toMatch(/Authorization.*Idempotency-Key/)
    for (const path of ['/v1/measurand-kinds', '/nowhere']) {
      const answer = await one.request(path, { headers: { origin: 'https://lims.example' } })
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://lims.example')
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
      expect(answer.headers.get('vary')).toContain('Origin')
    }
  })

  it('may not where they are not', async () => {
    const one = await app({}, ['https://lims.example'])
    const headers = { origin: 'https://lims.example.evil' }
    const answer = await one.request('/v1/measurand-kinds', { headers })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    const none = await (await app({})).request('/v1/people', preflight)
    expect(none.headers.get('access-control-allow-origin')).toBeNull()
  })
})
