import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { service, testOrigin } from '../../../service.ts'
import {
  administrator,
  asking,
  must,
  newOrganization,
  newPerson,
  type Answer,
  type Asking,
} from '../../people-of-the-tests.ts'
import { from, ids, own, tokenIn } from './session-cookies.ts'

describe('a session of the pages', () => {
  const s = service()
  const admin = administrator(s)
  const people: Record<string, Asking & { readonly code: string; readonly key: string }> = {}
  const who = (name: string) => people[name] ?? expect.fail(`${name} is there once the tests run`)

  beforeEach(() => s.clock.moveTo('2026-03-02T08:00:00Z'))
  beforeAll(async () => {
    await newOrganization(admin, 'LAB')
    await newOrganization(admin, 'OTHER')
    const staff = { tech: ['technician'], rev: ['reviewer', 'signatory'], qm: ['quality-manager'] } as const
    for (const [code, roles] of Object.entries(staff))
      people[code] = await newPerson(s, admin, { organization: 'LAB', roles, code })
    people['other'] = await newPerson(s, admin, { organization: 'OTHER', roles: ['quality-manager'] })
  })

  const opened = async (name: string) => must(await who(name).post('/v1/sessions'))
  const withCookie = async (
    token: string,
    method: string,
    path: string,
    headers: Record<string, string> = own,
  ): Promise<Answer> =>
    asking(s, undefined).send(method, path, undefined, { cookie: `etalon=${token}`, ...headers })
  const status = async (token: string, path = '/v1/people') => (await withCookie(token, 'GET', path)).status

  it('is opened by showing a key once, and its cookie is out of reach for scripts and other sites', async () => {
    const answer = await opened('tech')
    expect(answer.status).toBe(201)
    const token = tokenIn(answer)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(answer.headers.get('set-cookie')).toBe(
      `etalon=${token}; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax`,
    )
    expect(await status(token)).toBe(200)
    expect(JSON.stringify(answer.body)).not.toContain(token)
    const [row] = await s.orm.em
      .fork()
      .execute(`select * from page_sessions where id = ?`, [answer.body.session.id])
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row?.token_hash).toBe(createHash('sha256').update(token).digest('hex'))
    const trail = must(await admin.get(`/v1/audit-events?subject=/v1/sessions/${answer.body.session.id}`))
      .body.items[0]
    expect(trail).toMatchObject({ operation: 'open-session', person: 'tech' })
    expect(JSON.stringify(trail)).not.toContain(token)
  })

  it('is kept nowhere else either: not with the key under which it was asked for once', async () => {
    const answer = must(
      await who('tech').send('POST', '/v1/sessions', undefined, { 'idempotency-key': 'once' }),
    )
    const kept = await s.orm.em.fork().execute(`select * from idempotency_keys where key = 'once'`)
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(tokenIn(answer))
  })

  it('says who somebody is, what they may do by it, and what they may do by showing the key', async () => {
    const token = tokenIn(await opened('rev'))
    const { body } = must(await withCookie(token, 'GET', '/v1/sessions/current'))
    expect(body).toMatchObject({
      person: { code: 'rev', name: 'rev' },
      organization: { code: 'LAB', name: { en: 'Laboratory LAB', zh: 'LAB 实验室' } },
      roles: ['reviewer', 'signatory'],
      actionsWithKey: expect.arrayContaining(['calibration.review', 'certificate.revoke']),
      shown: 'session',
      key: { prefix: expect.stringMatching(/^etl_live_/) },
      session: {
        isCurrent: true,
        idleUntil: '2026-03-02T09:00:00.000Z',
        expiresAt: '2026-03-02T20:00:00.000Z',
      },
    })
    expect(body.actionsWithKey).toHaveLength(5)
    expect(body.actions).not.toContain('calibration.review')
    const byKey = must(await who('rev').get('/v1/sessions/current')).body
    expect([byKey.shown, byKey.actionsWithKey, byKey.session]).toEqual(['key', [], undefined])
    expect(byKey.actions).toContain('calibration.review')
  })

  it('never signs: the page sends the key itself with that one request', async () => {
    const token = tokenIn(await opened('tech'))
    const path = '/v1/calibrations/0190a000-0000-7000-8000-000000000000/submit'
    const headers = { ...own, 'if-match': '"1"' }
    const refused = await withCookie(token, 'POST', path, headers)
    expect([refused.status, refused.body.code, refused.body.needsKey]).toEqual([
      403,
      'request.role-missing',
      true,
    ])
    const authorization = `Bearer ${who('tech').key}`
    const withKey = await withCookie(token, 'POST', path, { ...headers, authorization })
    expect(withKey.body.code).toBe('calibration.unknown')
  })

  it('counts for requests of our own pages only', async () => {
    const token = tokenIn(await opened('tech'))
    const post = async (headers: Record<string, string>) => {
      const { body } = await withCookie(token, 'POST', '/v1/usages', headers)
      return body.code
    }
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'cross-site', origin: testOrigin },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      {},
    ])
      expect([headers, await post(headers)]).toEqual([headers, 'request.cross-site'])
    for (const headers of [own, { ...own, origin: testOrigin }, { origin: testOrigin }])
      expect([headers, await post(headers)]).not.toEqual([headers, 'request.cross-site'])
    // What is read from elsewhere is read as by anybody.
    for (const site of ['cross-site', 'same-site']) {
      const read = await withCookie(token, 'GET', '/v1/people', { 'sec-fetch-site': site })
      expect(read.body.code).toBe('request.key-missing')
      expect((await withCookie(token, 'GET', '/v1/policies', { 'sec-fetch-site': site })).body.code).not.toBe(
        'request.cross-site',
      )
    }
    expect((await withCookie(token, 'GET', '/v1/people', {})).status).toBe(200)
    expect((await withCookie(token, 'GET', '/v1/people', { 'sec-fetch-site': 'none' })).status).toBe(200)
  })

  it('yields to a key in the header, whoever the cookie stands for', async () => {
    const token = tokenIn(await opened('tech'))
    const authorization = `Bearer ${who('other').key}`
    const read = await withCookie(token, 'GET', '/v1/sessions/current', { ...own, authorization })
    expect(read.body.person.code).toBe(who('other').code)
    const cross = { 'sec-fetch-site': 'cross-site', authorization }
    expect((await withCookie(token, 'GET', '/v1/sessions/current', cross)).status).toBe(200)
    const wrong = { ...own, authorization: 'Bearer etl_live_wrong' }
    expect((await withCookie(token, 'GET', '/v1/people', wrong)).body.code).toBe('request.key-unknown')
    expect((await asking(s, token).get('/v1/people')).status).toBe(401)
  })

  it('is another one at each sign-in: a token that was planted before opens nothing', async () => {
    const planted = 'A'.repeat(43)
    const answer = await withCookie(planted, 'POST', '/v1/sessions', {
      ...own,
      authorization: `Bearer ${who('tech').key}`,
    })
    expect(tokenIn(must(answer))).not.toBe(planted)
    expect(await status(planted)).toBe(401)
    const [one, two] = [tokenIn(await opened('tech')), tokenIn(await opened('tech'))]
    expect(one).not.toBe(two)
    // Of two cookies with one name nobody knows which is ours.
    const both = await asking(s, undefined).send('GET', '/v1/people', undefined, {
      ...own,
      cookie: `etalon=${planted}; etalon=${one}`,
    })
    expect(both.body.code).toBe('request.key-missing')
  })

  it('cannot prolong itself', async () => {
    const token = tokenIn(await opened('tech'))
    const answer = await withCookie(token, 'POST', '/v1/sessions')
    expect([answer.status, answer.body.code]).toEqual([403, 'session.needs-key'])
  })

  it('is over when somebody signs out, and its cookie forgotten', async () => {
    const token = tokenIn(await opened('tech'))
    const answer = await withCookie(token, 'DELETE', '/v1/sessions/current')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('set-cookie')).toBe('etalon=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax')
    const after = await withCookie(token, 'GET', '/v1/people')
    expect([after.status, after.body.code]).toEqual([401, 'request.session-over'])
    // What is public is answered to whoever comes with it all the same.
    expect(await status(token, '/v1/certificates/NONE/validity')).toBe(404)
  })

  it('is over after an hour without a request, and after twelve hours with them', async () => {
    const token = tokenIn(await opened('tech'))
    const idle = tokenIn(await opened('tech'))
    const start = Date.parse('2026-03-02T08:00:00Z')
    const after = (minutes: number) => s.clock.moveTo(new Date(start + minutes * 60_000).toISOString())
    for (let minutes = 59; minutes < 720; minutes += 59) {
      after(minutes)
      expect([minutes, await status(token)]).toEqual([minutes, 200])
    }
    after(719)
    expect([await status(token), await status(idle)]).toEqual([200, 401])
    s.clock.moveTo('2026-03-02T20:00:00Z')
    expect(await status(token)).toBe(401)
  })

  it('is written down as seen at most once a minute', async () => {
    const { body, headers } = await opened('tech')
    const token = tokenIn({ status: 201, headers, body })
    const seen = async () => {
      const [row] = await s.orm.em
        .fork()
        .execute<{ at: string }[]>('select last_seen_at as at from page_sessions where id = ?', [
          body.session.id,
        ])
      return new Date(row?.at ?? 0).toISOString()
    }
    s.clock.moveTo('2026-03-02T08:00:59Z')
    await status(token)
    expect(await seen()).toBe('2026-03-02T08:00:00.000Z')
    s.clock.moveTo('2026-03-02T08:01:00Z')
    await status(token)
    expect(await seen()).toBe('2026-03-02T08:01:00.000Z')
  })

  const newKey = async (more: object = {}) =>
    must(await who('qm').post('/v1/api-keys', { person: 'tech', roles: ['technician'], ...more })).body
  const openedBy = async (key: string) => tokenIn(must(await asking(s, key).post('/v1/sessions')))

  it('ends with its key: revoked, expired, or with the secret by which it was opened', async () => {
    const revoked = await newKey()
    const token = await openedBy(revoked.key)
    expect(await status(token)).toBe(200)
    must(await who('qm').post(`/v1/api-keys/${revoked.id}/revoke`))
    expect(await status(token)).toBe(401)

    const short = await newKey({ expiresAt: '2026-03-02T08:10:00Z' })
    const brief = await openedBy(short.key)
    const told = await withCookie(brief, 'GET', '/v1/sessions/current')
    expect(told.body.session.expiresAt).toBe('2026-03-02T08:10:00.000Z')
    s.clock.moveTo('2026-03-02T08:10:00Z')
    expect(await status(brief)).toBe(401)
    s.clock.moveTo('2026-03-02T08:00:00Z')

    const rotated = await newKey()
    const before = await openedBy(rotated.key)
    const next = must(await who('qm').post(`/v1/api-keys/${rotated.id}/rotate`, { overlapHours: 2 })).body
    const [byFormer, byNewest] = [await openedBy(rotated.key), await openedBy(next.key)]
    expect([await status(before), await status(byFormer), await status(byNewest)]).toEqual([200, 200, 200])
    must(await who('qm').post(`/v1/api-keys/${rotated.id}/rotate`, { overlapHours: 0 }))
    expect([await status(before), await status(byFormer), await status(byNewest)]).toEqual([401, 401, 401])
  })

  it('reaches no further than its key: scopes and addresses hold for it, too', async () => {
    const narrow = await newKey({ scopes: ['registry.read'] })
    const token = await openedBy(narrow.key)
    expect(await status(token)).toBe(200)
    expect((await withCookie(token, 'POST', '/v1/usages')).body.code).toBe('request.role-missing')
    const { body } = await withCookie(token, 'GET', '/v1/sessions/current')
    expect([body.scopes, body.actions, body.actionsWithKey]).toEqual([
      ['registry.read'],
      ['registry.read', 'session.keep'],
      [],
    ])
    const bound = await newKey({ addresses: ['192.0.2.0/24'] })
    const response = await s.app.request(
      '/v1/sessions',
      { method: 'POST', headers: { authorization: `Bearer ${bound.key}` } },
      from('192.0.2.7'),
    )
    const cookie = `etalon=${tokenIn({ status: 201, headers: response.headers, body: undefined })}`
    const ask = async (address: string) =>
      (await s.app.request('/v1/people', { headers: { cookie, ...own } }, from(address))).status
    expect([await ask('192.0.2.7'), await ask('198.51.100.7')]).toEqual([200, 401])
  })

  it('is listed and ended by whoever has it, and by the management of the organization', async () => {
    const mine = await opened('tech')
    const [id, token] = [mine.body.session.id, tokenIn(mine)]
    expect(await ids(who('tech'))).toContain(id)
    expect(await ids(who('qm'))).toContain(id)
    expect(await ids(who('rev'))).not.toContain(id)
    expect(await ids(who('other'))).not.toContain(id)
    const listed = must(await withCookie(token, 'GET', '/v1/sessions?person=tech&limit=500')).body.items
    expect(listed.filter((one: { isCurrent: boolean }) => one.isCurrent)).toHaveLength(1)
    for (const name of ['rev', 'other']) {
      const refused = await who(name).post(`/v1/sessions/${id}/end`)
      expect([refused.status, refused.body.code]).toEqual([404, 'session.unknown'])
    }
    expect(await status(token)).toBe(200)
    const scoped = must(
      await admin.post('/v1/api-keys', {
        person: 'qm',
        roles: ['quality-manager'],
        scopes: ['registry.read', 'api-key.read'],
      }),
    ).body
    const narrow = asking(s, scoped.key)
    expect(await ids(narrow)).toContain(id)
    expect((await narrow.post(`/v1/sessions/${id}/end`)).status).toBe(404)
    must(await who('qm').post(`/v1/sessions/${id}/end`))
    expect(await status(token)).toBe(401)
    expect(await ids(who('tech'))).not.toContain(id)
  })
})
