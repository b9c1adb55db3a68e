import { describe, expect, it } from 'vitest'
import { ownOrigins } from '#web/ground/policy.ts'
import { entryOfWeight, issued, laboratory } from '../registry/laboratory-of-the-tests.ts'
import { service, testOrigin } from '../service.ts'

const policyOf = ({ headers }: { headers: Headers }) => headers.get('content-security-policy') ?? ''

describe('every page', () => {
  const s = service()
  const lab = laboratory(s)
  const page = async (path: string, init: RequestInit = {}) => {
    const answer = await s.app.request(`${testOrigin}${path}`, init)
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  const form = (
    headers: Record<string, string>,
    body: URLSearchParams | Uint8Array<ArrayBuffer> | string = new URLSearchParams({ key: 'k' }),
  ) => page('/verify', { method: 'POST', headers, body })

  it('lets in nothing but what the registry itself serves, and no other site frames it', async () => {
    for (const path of ['/', '/verify/NOBODY', '/log', '/competences', '/login']) {
      const answer = await page(path)
      expect(policyOf(answer)).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
      expect(policyOf(answer)).toContain("frame-ancestors 'none'")
      expect(policyOf(answer)).not.toMatch(/unsafe|\*|http/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.text).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)|<style|\sstyle=|\son[a-z]+="/i)
    }
  })

  it('is in the language of the address, else of the choice before, else of the browser', async () => {
    const lang = async (path: string, headers: Record<string, string> = {}) =>
      /<html lang="([^"]+)"/.exec((await page(path, { headers })).text)?.[1]
    const chinese = { 'accept-language': 'zh-CN,zh;q=0.9' }
    expect(await lang('/', chinese)).toBe('zh-CN')
    expect(await lang('/', { ...chinese, cookie: 'language=en' })).toBe('en')
    expect(await lang('/?language=zh', { cookie: 'language=en' })).toBe('zh-CN')
    const chosen = await page('/log?language=zh')
    expect(chosen.headers.getSetCookie()).toEqual([expect.stringMatching(/^language=zh; Path=\/; /)])
    expect(chosen.text).toContain('href="/log?language=en"')
    const dark = await page('/log?theme=dark&before=3')
    expect([dark.status, dark.headers.get('location')]).toEqual([303, '/log?before=3'])
    expect((await page('/', { headers: { cookie: 'theme=dark' } })).text).toContain('data-theme="dark"')
  })

  it('stays here, whatever the path looks like', async () => {
    const address = `${testOrigin}//elsewhere.example/x`
    const headers = { accept: 'text/html' }
    const chosen = await s.app.request(`${address}?theme=dark`, { headers })
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/elsewhere.example/x'])
    expect(await (await s.app.request(address, { headers })).text()).not.toContain('href="//')
  })

  it('takes no form that another site has sent, and none that is too large or no form', async () => {
    expect((await form({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await form({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await form({ origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await form({ cookie: 'etalon=x' })).status).toBe(403)
    expect((await form({ origin: testOrigin })).status).toBe(422)
    expect((await form({ 'sec-fetch-site': 'same-origin' }, new Uint8Array(16_000_001))).status).toBe(413)
    const json = new FormData()
    json.set('file', new File(['['.repeat(7_000_000)], 'long.json'))
    const headers = { 'sec-fetch-site': 'same-origin' }
    expect((await page('/verify', { method: 'POST', headers, body: json })).status).toBe(413)
    const wrong = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
    expect((await form(wrong, '{}')).status).toBe(400)
  })

  it('shows nobody more than the interface would tell them', async () => {
    const entry = entryOfWeight({ visibility: 'parties' })
    const { number } = (await issued(lab, entry)).body
    expect((await page(`/verify/${number}`)).status).toBe(404)
    expect((await page(`/certificates/${number}`)).headers.get('location')).toBe(`/verify/${number}`)
    const headers = { authorization: `Bearer ${lab.technician.key}` }
    const own = await page(`/certificates/${number}`, { headers })
    expect(own.status).toBe(200)
    expect(own.headers.get('cache-control')).toBe('no-store')
    const byStatus = (await issued(lab, entryOfWeight({ visibility: 'status' }))).body.number
    const known = await page(`/verify/${byStatus}`)
    expect(known.status).toBe(200)
    expect(known.text).toContain('The content of this certificate is not public')
    expect(known.text).not.toContain('10000.025')
  })

  it('asks who somebody is where that matters, and leads back afterwards', async () => {
    const answer = await page('/certificates?issuer=LAB')
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/login?next=%2Fcertificates%3Fissuer%3DLAB',
    ])
  })

  it('that is not there is told on a page to people, and by a problem to programs', async () => {
    const people = await page('/nowhere', { headers: { accept: 'text/html,*/*' } })
    expect([people.status, people.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    for (const [path, accept] of [
      ['/nowhere', '*/*'],
      ['/v1/nowhere', 'text/html'],
    ] as const)
      expect((await page(path, { headers: { accept } })).headers.get('content-type')).toBe(
        'application/problem+json',
      )
    expect(s.complaints).toEqual([])
  })

  it('names the registry as its operator does, whatever the client says that its host is', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    const elsewhere = 'http://elsewhere.example'
    const headers = { authorization: `Bearer ${lab.technician.key}` }
    for (const path of [`/verify/${number}`, `/certificates/${number}`]) {
      const text = await (await s.app.request(`${elsewhere}${path}`, { headers })).text()
      expect(text).toContain(testOrigin)
      expect(text).not.toContain('elsewhere.example')
    }
    const body = new URLSearchParams({ key: 'k' })
    const init = { method: 'POST', headers: { origin: elsewhere }, body }
    expect((await s.app.request(`${elsewhere}/verify`, init)).status).toBe(403)
    expect(ownOrigins('https://registry.example/')).toEqual(['https://registry.example'])
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0'])
      expect(ownOrigins(`http://${host}:3000`)).toEqual(
        expect.arrayContaining(['http://127.0.0.1:3000', 'http://localhost:3000']),
      )
  })

  it('leaves nothing at a browser for the next one who uses it', async () => {
    const byKey = { authorization: `Bearer ${lab.technician.key}` }
    const opened = await page('/v1/sessions', { method: 'POST', headers: byKey })
    const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const own = { cookie, 'sec-fetch-site': 'same-origin' }
    const read = await page('/v1/equipment/WEIGHT', { headers: own })
    expect([read.status, read.headers.get('vary')]).toEqual([200, 'Cookie, Authorization'])
    const known = { ...own, 'if-none-match': read.headers.get('etag') ?? '' }
    const again = await page('/v1/equipment/WEIGHT', { headers: known })
    expect([again.status, again.headers.get('vary')]).toEqual([304, 'Cookie, Authorization'])
    for (const path of ['/.well-known/jwks.json', '/log/checkpoint'])
      expect((await page(path)).headers.get('vary') ?? '').not.toContain('Cookie')
    expect((await page('/login')).headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const form = { method: 'POST', headers: own, body: new URLSearchParams({}) }
    expect((await page('/logout', form)).headers.get('clear-site-data')).toBe('"cache"')
  })

  it('fetches modules that are asked for again only when they have changed', async () => {
    const path = /src="(\/assets\/verify\.js)"/.exec((await page('/')).text)?.[1] ?? ''
    const first = await page(path)
    expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const etag = first.headers.get('etag') ?? ''
    expect((await page(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await page('/assets/nothing.js')).status).toBe(404)
  })
})
