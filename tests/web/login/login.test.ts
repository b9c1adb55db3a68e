import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limitsOf } from '#registry/limits/limits.ts'
import { createApp } from '../../../src/app.ts'
import { smallProvider, type SmallProvider } from '../../registry/people/sessions/provider-of-the-tests.ts'
import { administrator, must, newOrganization, newPerson } from '../../registry/people-of-the-tests.ts'
import { service, testKey, testOrigin } from '../../service.ts'
import { browser, placeOf, there, type App, type Browser } from './browser-of-the-tests.ts'

const silent = () => undefined
const log = { debug: silent, info: silent, warn: silent, error: silent }

const cameBack = async (user: Browser, address: string) => user.get(address.replace(testOrigin, ''))
const faultAt = (response: Response) => new URL(placeOf(response), testOrigin).searchParams.get('fault')

describe('signing in to the pages', () => {
  const s = service()
  const admin = administrator(s)
  const made: { provider?: SmallProvider; app?: App; key?: string } = {}
  const provider = () => there(made.provider)
  const app = () => there(made.app)
  const logins = 12

  const appWith = (more: object, origin = testOrigin): App =>
    createApp({ orm: s.orm, origin, log, clock: s.clock.now, key: testKey, strict: true, ...more })
  const limits = () =>
    limitsOf({
      perMinute: { lookups: 0, logins, files: 0, reads: 0, writes: 0 },
      trustedProxies: [],
      store: undefined,
    })

  beforeAll(async () => {
    const started = await smallProvider(s.clock.now)
    made.provider = started
    const signIn = { issuer: started.url, clientId: 'etalon-pages' }
    made.app = appWith({ signIn, limits: limits() })
    await newOrganization(admin, 'LAB')
    made.key = (await newPerson(s, admin, { organization: 'LAB', roles: ['technician'], code: 'wang' })).key
    await newPerson(s, admin, { organization: 'LAB', roles: ['auditor'], code: 'li' })
    const identity = async (person: string, stated: object) =>
      must(await admin.post(`/v1/people/${person}/identities`, { issuer: started.url, ...stated }))
    await identity('wang', { subject: 'w-1', roles: ['technician'] })
    await identity('li', { email: 'li@lab.example', roles: ['auditor'], scopes: ['registry.read'] })
  })
  afterAll(() => made.provider?.stop())

  describe('by a key', () => {
    it('asks for it in both languages, and leads to where one wanted to go', async () => {
      const user = browser(app())
      const page = await user.get('/login?next=%2Fequipment%3Flimit%3D5&language=zh')
      const text = await page.text()
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect(text).toContain('lang="zh-CN"')
      expect(text).toContain('type="password"')
      expect(text).toContain('value="/equipment?limit=5"')
      expect(text).toContain(`/login/oidc?next=%2Fequipment%3Flimit%3D5`)
      expect(await (await browser(app()).get('/login?language=en')).text()).toContain('Sign in')
      const answer = await user.post('/login', { key: ` ${there(made.key)}\n`, next: '/equipment?limit=5' })
      expect([answer.status, placeOf(answer)]).toEqual([303, '/equipment?limit=5'])
      expect(await user.who()).toMatchObject({ person: { code: 'wang' }, shown: 'session' })
    })

    it('says plainly that a key opens nothing, shows it to nobody, and counts it', async () => {
      const user = browser(app(), '192.0.2.99')
      for (const key of ['etl_live_wrong', '钥匙', 'a b', '']) {
        const answer = await user.post('/login', { key, next: '/' })
        const text = await answer.text()
        expect([answer.status, /aria-invalid="true"/.test(text)]).toEqual([key === '' ? 422 : 401, true])
        if (key !== '') expect(text).not.toContain(key)
      }
      const answers = []
      for (let i = 0; i < logins; i++)
        answers.push((await user.post('/login', { key: 'etl_live_wrong' })).status)
      expect(answers.at(0)).toBe(401)
      expect(answers.at(-1)).toBe(429)
      // Whoever has the right one is not held up.
      expect((await user.post('/login', { key: there(made.key) })).status).toBe(303)
    })

    it('takes no form of another site', async () => {
      const user = browser(app())
      const answer = await user.post('/login', { key: there(made.key) }, { 'sec-fetch-site': 'cross-site' })
      expect([answer.status, user.cookies.size]).toEqual([403, 0])
      await user.post('/login', { key: there(made.key) })
      const out = await user.post('/logout', {}, { 'sec-fetch-site': 'cross-site' })
      expect(out.status).toBe(403)
      expect(await user.who()).toBeDefined()
    })

    it('gives a new session each time, and ends the one before', async () => {
      const user = browser(app())
      user.cookies.set('etalon', 'A'.repeat(43))
      await user.post('/login', { key: there(made.key) })
      const first = user.cookies.get('etalon')
      expect(first).not.toBe('A'.repeat(43))
      await user.post('/login', { key: there(made.key) })
      const other = browser(app())
      other.cookies.set('etalon', there(first))
      expect(user.cookies.get('etalon')).not.toBe(first)
      expect(await other.who()).toBeUndefined()
    })

    it('ends when one signs out, also when it was over already', async () => {
      const user = browser(app())
      await user.post('/login', { key: there(made.key) })
      const cookie = there(user.cookies.get('etalon'))
      const out = await user.post('/logout', {})
      expect([out.status, placeOf(out), user.cookies.size]).toEqual([303, '/', 0])
      user.cookies.set('etalon', cookie)
      expect(await user.who()).toBeUndefined()
      expect((await user.post('/logout', {})).status).toBe(303)
      expect(user.cookies.size).toBe(0)
      expect((await user.get('/logout')).status).toBe(200)
    })

    it('sets a cookie that no other host can have set, where the origin has TLS', async () => {
      const user = browser(appWith({}, 'https://etalon.example'))
      const answer = await user.post('/login', { key: there(made.key) })
      expect(answer.headers.get('set-cookie')).toMatch(
        /^__Host-etalon=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/,
      )
    })
  })

  const attempt = async (user: Browser, next = '/equipment') => {
    const sent = await user.get(`/login/oidc?next=${encodeURIComponent(next)}`)
    expect(sent.status).toBe(303)
    return provider().signIn(placeOf(sent))
  }

  describe('with the issuer', () => {
    it('goes there with PKCE, state and nonce, and comes back as the person who is registered', async () => {
      const user = browser(app())
      const sent = await user.get('/login/oidc?next=/equipment')
      const { searchParams, origin, pathname } = new URL(placeOf(sent))
      expect([origin, pathname]).toEqual([provider().url, '/authorize'])
      expect(Object.fromEntries(searchParams)).toMatchObject({
        response_type: 'code',
        client_id: 'etalon-pages',
        redirect_uri: `${testOrigin}/login/oidc/return`,
        scope: 'openid email',
        code_challenge_method: 'S256',
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        state: expect.stringMatching(/^[\w-]{43}$/),
        nonce: expect.stringMatching(/^[\w-]{43}$/),
      })
      expect(sent.headers.get('set-cookie')).toMatch(
        /^etalon-login=v1\.[\w-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/,
      )
      const back = await cameBack(user, await provider().signIn(placeOf(sent)))
      expect([back.status, placeOf(back)]).toEqual([303, '/equipment'])
      expect([...user.cookies.keys()]).toEqual(['etalon'])
      expect(provider().asked.at(-1)?.get('code_verifier')).toMatch(/^[\w-]{43,}$/)
      expect(await user.who()).toMatchObject({
        person: { code: 'wang' },
        shown: 'session',
        roles: ['technician'],
        session: { issuer: provider().url },
        actionsWithKey: ['calibration.submit'],
      })
      const trail = must(await admin.get('/v1/audit-events?operation=open-session&limit=500')).body.items
      expect(trail.some((line: { by?: string; after?: { issuer?: string } }) => line.after?.issuer)).toBe(
        true,
      )
    })

    it('knows an address only where it was verified, and keeps to the scopes of the identity', async () => {
      const { manners } = provider()
      const user = browser(app())
      Object.assign(manners, { sub: 'l-7', email: { address: 'Li@Lab.example', isVerified: true } })
      await cameBack(user, await attempt(user))
      expect(await user.who()).toMatchObject({ person: { code: 'li' }, scopes: ['registry.read'] })
      expect((await user.get('/v1/audit-events')).status).toBe(403)
      Object.assign(manners, { email: { address: 'Li@Lab.example', isVerified: false } })
      const other = browser(app())
      expect(faultAt(await cameBack(other, await attempt(other)))).toBe('unknown')
      Object.assign(manners, { sub: 'w-1', email: undefined })
    })

    it('opens nothing for an answer that was not given to this attempt, once more, or too late', async () => {
      const user = browser(app(), '192.0.2.11')
      const address = await attempt(user)
      const foreign = browser(app(), '192.0.2.12')
      expect(faultAt(await cameBack(foreign, address))).toBe('late')
      expect(faultAt(await cameBack(user, address.replace(/state=[\w-]+/, `state=${'x'.repeat(43)}`)))).toBe(
        'not-genuine',
      )
      expect(user.cookies.size).toBe(0)
      const again = await attempt(user)
      const kept = there(user.cookies.get('etalon-login'))
      await cameBack(user, again)
      user.cookies.set('etalon-login', kept)
      expect(faultAt(await cameBack(user, again))).toBe('not-genuine')
      const late = browser(app(), '192.0.2.13')
      const slow = await attempt(late)
      s.clock.moveTo('2026-03-02T08:10:00Z')
      expect(faultAt(await cameBack(late, slow))).toBe('late')
      s.clock.moveTo('2026-03-02T08:00:00Z')
      const forged = browser(app(), '192.0.2.14')
      await attempt(forged)
      forged.cookies.set('etalon-login', `${there(forged.cookies.get('etalon-login')).slice(0, -2)}AA`)
      expect(faultAt(await cameBack(forged, slow))).toBe('late')
    })

    it('believes no token of another issuer, for another client, of another attempt, old or signed by others', async () => {
      const { manners } = provider()
      const seconds = Math.floor(s.clock.now().getTime() / 1000)
      for (const [index, claims] of [
        { iss: 'https://id.example.org' },
        { aud: 'another' },
        { nonce: 'another' },
        { exp: seconds - 120 },
        { sub: undefined },
      ].entries()) {
        const user = browser(app(), `198.51.100.${index}`)
        manners.claims = claims as typeof manners.claims
        expect([claims, faultAt(await cameBack(user, await attempt(user)))]).toEqual([claims, 'not-genuine'])
        expect(await user.who()).toBeUndefined()
      }
      manners.claims = {}
      manners.key = (await generateKeyPair('RS256')).privateKey
      const user = browser(app(), '198.51.100.50')
      expect(faultAt(await cameBack(user, await attempt(user)))).toBe('not-genuine')
      delete manners.key
    })

    it('says in words what went wrong, and that the issuer is silent: never a fault of the service', async () => {
      const user = browser(app(), '192.0.2.21')
      const address = await attempt(user)
      const denied = `${address.split('?')[0]}?error=access_denied&state=${new URL(address).searchParams.get('state')}`
      expect(faultAt(await cameBack(user, denied))).toBe('denied')
      provider().manners.isBroken = true
      const broken = await cameBack(user, await attempt(user))
      provider().manners.isBroken = false
      expect(faultAt(broken)).toBe('silent')
      const gone = browser(appWith({ signIn: { issuer: 'http://127.0.0.1:9', clientId: 'x' } }))
      const led = await gone.get('/login/oidc?next=/equipment')
      expect([led.status, placeOf(led)]).toEqual([303, '/login?fault=silent&next=%2Fequipment'])
      for (const [fault, words] of [
        ['silent', 'does not answer'],
        ['denied', 'declined'],
        ['not-genuine', 'does not belong to this attempt'],
        ['unknown', 'register your identity'],
        ['late', 'no longer known'],
      ] as const) {
        const page = await gone.get(`/login?fault=${fault}&language=en`)
        expect([fault, page.status]).toEqual([fault, fault === 'silent' ? 503 : 200])
        expect(await page.text()).toContain(words)
      }
      expect(await (await gone.get('/login?fault=%3Cscript%3E')).text()).not.toContain('script>')
    })

    it('counts whoever comes back, as it counts wrong keys, and asks the issuer nothing for those over the limit', async () => {
      const user = browser(app(), '203.0.113.10')
      const madeUp = async () => (await attempt(user)).replace(/code=[^&]+/, 'code=x')
      for (let i = 0; i < logins; i++) expect((await cameBack(user, await madeUp())).status).toBe(303)
      const address = await attempt(user)
      const asked = provider().asked.length
      expect([(await cameBack(user, address)).status, provider().asked.length]).toEqual([429, asked])
    })

    it('ends the session that was open in this browser before', async () => {
      const user = browser(app(), '192.0.2.32')
      await cameBack(user, await attempt(user))
      const first = there(user.cookies.get('etalon'))
      await cameBack(user, await attempt(user))
      expect(user.cookies.get('etalon')).not.toBe(first)
      expect(await user.who()).toBeDefined()
      const other = browser(app(), '192.0.2.33')
      other.cookies.set('etalon', first)
      expect(await other.who()).toBeUndefined()
    })

    it('ends with the identity on which it rests', async () => {
      const user = browser(app(), '192.0.2.31')
      await cameBack(user, await attempt(user))
      expect(await user.who()).toBeDefined()
      const [identity] = must(await admin.get('/v1/people/wang/identities')).body.items
      must(await admin.post(`/v1/identities/${identity.id}/end`))
      expect(await user.who()).toBeUndefined()
    })

    it('is not offered where the node is known to no issuer', async () => {
      const page = await browser(s.app).get('/login')
      expect(await page.text()).not.toContain('/login/oidc')
      expect((await browser(s.app).get('/login/oidc')).status).toBe(404)
    })
  })

  it('leads to pages of this registry only, by a key as with the issuer', async () => {
    const user = browser(app(), '192.0.2.41')
    const answer = await user.post('/login', { key: there(made.key), next: '//evil.example/' })
    expect(placeOf(answer)).toBe('/')
    const sent = await user.get('/login/oidc?next=%2F%2Fevil.example')
    expect(sent.status).toBe(303)
  })
})
