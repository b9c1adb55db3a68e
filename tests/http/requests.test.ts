import { describe, expect, it } from 'vitest'
import { thing, things } from './things.ts'

const s = things()

async function problemOf(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const problem = (await answer.json()) as Record<string, unknown>
  expect(problem).toMatchObject({
    type: `https://etalon.test/problems/${String(problem['code'])}`,
    status: answer.status,
    requestId: answer.headers.get('x-request-id'),
  })
  return problem
}

const refused = async (answer: Response | Promise<Response>) => {
  const { status, code } = await problemOf(await answer)
  return `${String(status)} ${String(code)}`
}

describe('who asks', () => {
  it('is asked for a key', async () => {
    const answer = await s.app.request('/v1/things', { method: 'POST' })
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    expect(await refused(answer)).toBe('401 request.key-missing')
  })

  it.each(['Bearer unknown-key', 'Basic bWFrZXI6', 'maker'])('is not known by %j', async (authorization) => {
    expect(await refused(s.send('POST', '/v1/things', thing('a'), { authorization }))).toBe(
      '401 request.key-unknown',
    )
  })

  it('may do only what the roles of the key allow', async () => {
    const answer = await s.send('POST', '/v1/things', thing('a'), { authorization: 'Bearer reader' })
    expect(await problemOf(answer)).toMatchObject({
      status: 403,
      code: 'request.role-missing',
      action: 'thing.make',
    })
  })

  it('may be nobody where the answer is public, but not somebody unknown', async () => {
    const anonymous = await s.app.request('/v1/things')
    expect(anonymous.headers.get('x-actor')).toBe('nobody')
    expect((await s.send('GET', '/v1/things')).headers.get('x-actor')).toBe('P1')
    expect(await refused(s.send('GET', '/v1/things', undefined, { authorization: 'Bearer x' }))).toBe(
      '401 request.key-unknown',
    )
  })
})

describe('an address', () => {
  it('that leads nowhere is answered with a problem', async () => {
    expect(await refused(s.app.request('/v1/nothing'))).toBe('404 request.no-such-path')
  })

  it('says which methods it has', async () => {
    const answer = await s.send('DELETE', '/v1/things')
    expect(answer.headers.get('allow')).toBe('OPTIONS, POST, GET, HEAD')
    expect(await refused(answer)).toBe('405 request.no-such-method')
    expect((await s.send('OPTIONS', '/v1/things')).status).toBe(204)
  })

  it.each(['/v1/things?limit=%zz', '/v1/%ff', '/v1/%zz', '/v1/things/%'])(
    '%s is not decoded by guessing',
    async (path) => {
      expect(await refused(s.app.request(path))).toBe('400 request.undecodable')
    },
  )

  it.each(['/v1/%00', '/v1/things?cursor=%00', '/v1/things?%E2%80%AE=1'])(
    '%s holds no text',
    async (path) => {
      expect(await refused(s.app.request(path))).toBe('400 request.forbidden-character')
    },
  )

  it.each(['limit=0', 'limit=1000000', 'sort=nope', 'limit=1&limit=2', 'limit=', '__proto__=1'])(
    'does not take the query %s',
    async (query) => {
      expect(await refused(s.app.request(`/v1/things?${query}`))).toBe('400 request.does-not-match')
    },
  )

  it('takes no query where it has none', async () => {
    expect(await refused(s.app.request('/v1/files?x=1'))).toBe('400 request.does-not-match')
  })
})

describe('a body', () => {
  it.each(['text/plain', 'application/json; charset=gbk', ''])(
    'of the medium %j is not read',
    async (medium) => {
      expect(await refused(s.send('POST', '/v1/checks', '{}', { 'content-type': medium }))).toBe(
        '415 request.other-media',
      )
    },
  )

  it('that is packed is not unpacked', async () => {
    expect(await refused(s.send('POST', '/v1/checks', '{}', { 'content-encoding': 'gzip' }))).toBe(
      '415 request.other-media',
    )
  })

  it('may say that it is UTF-8', async () => {
    const answer = await s.send('POST', '/v1/checks', thing('a'), {
      'content-type': 'application/json; charset=UTF-8',
    })
    expect(answer.status).toBe(200)
  })

  it.each(['', 'hello', '{"a": 1', '{"value": NaN}'])('%j is not JSON', async (text) => {
    expect(await refused(s.send('POST', '/v1/checks', text))).toBe('400 request.json-syntax')
  })

  it('of a schema is told of each violation', async () => {
    const problem = await problemOf(
      await s.send('POST', '/v1/checks', { pointer: 1, isAdmin: true }, { 'accept-language': 'zh' }),
    )
    expect(problem).toMatchObject({ code: 'request.does-not-match', title: '请求内容不符合其数据模式' })
    expect(problem['errors']).toHaveLength(4)
  })

  it('of more than a mebibyte is not read, whether it says so or not', async () => {
    const text = `{"note":"${'x'.repeat(1 << 20)}"}`
    const stated = s.send('POST', '/v1/checks', text, { 'content-length': String(text.length) })
    expect(await refused(stated)).toBe('413 request.too-large')
    const body = new Blob([text]).stream()
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' }
    expect(await refused(s.app.request('/v1/checks', init as RequestInit))).toBe('413 request.too-large')
  })

  it('is not sent where none is read, but for an empty object', async () => {
    expect((await s.send('POST', '/v1/keys')).status).toBe(201)
    expect((await s.send('POST', '/v1/keys', {})).status).toBe(201)
    expect(await refused(s.send('POST', '/v1/keys', { a: 1 }))).toBe('400 request.body-unexpected')
  })

  it('that is not JSON has its own limit, and arrives as its bytes', async () => {
    const xml = { 'content-type': 'application/xml' }
    expect(await (await s.send('POST', '/v1/files', '<a/>', xml)).json()).toMatchObject({ detail: '4' })
    expect(await refused(s.send('POST', '/v1/files', 'x'.repeat(101), xml))).toBe('413 request.too-large')
    expect(await refused(s.send('POST', '/v1/files', '{}'))).toBe('415 request.other-media')
  })
})

describe('an answer', () => {
  it('is not sent again to whoever has it', async () => {
    const first = await s.app.request('/v1/things')
    expect(first.headers.get('etag')).toBe('"3"')
    const second = await s.app.request('/v1/things', { headers: { 'if-none-match': '"3"' } })
    expect([second.status, await second.text(), second.headers.get('etag')]).toEqual([304, '', '"3"'])
  })

  it('comes in the medium that was asked for', async () => {
    const pdf = await s.app.request('/v1/files', { headers: { accept: 'application/pdf' } })
    expect([pdf.headers.get('content-type'), await pdf.text()]).toEqual(['application/pdf', '%PDF'])
    expect(await refused(s.app.request('/v1/files', { headers: { accept: 'image/png' } }))).toBe(
      '406 request.not-acceptable',
    )
  })

  it('carries the order number of its request, and says how it may be used', async () => {
    const { headers } = await s.app.request('/v1/things', { headers: { 'x-request-id': 'order-1' } })
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-request-id': 'order-1',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'strict-transport-security': expect.stringContaining('max-age') as string,
    })
  })

  it('that does not match what was promised is a bug', async () => {
    const problem = await problemOf(await s.app.request('/v1/broken'))
    expect(problem).toMatchObject({ status: 500, code: 'service.internal' })
  })
})

describe('a change', () => {
  it('states the version it was decided on', async () => {
    expect(await refused(s.send('PUT', '/v1/things/only', thing('a')))).toBe('428 request.if-match-required')
    expect(await refused(s.send('PUT', '/v1/things/only', thing('a'), { 'if-match': '3' }))).toBe(
      '400 request.if-match-malformed',
    )
    const answer = await s.send('PUT', '/v1/things/only', thing('a'), { 'if-match': '"3"' })
    expect(await answer.json()).toMatchObject({ detail: '3' })
  })
})

describe('a refusal', () => {
  it('comes in the language of the reader, and its facts do not stand in for the members of a problem', async () => {
    const answer = await s.send('POST', '/v1/things', thing('a', 'unknown'), { 'accept-language': 'zh-CN' })
    expect(answer.headers.get('content-language')).toBe('zh')
    expect(await problemOf(answer)).toMatchObject({
      status: 404,
      title: '没有此物',
      detail: '不存在',
      thing: 7,
    })
  })

  it('that no operation lists is a bug where bugs are looked for', async () => {
    const problem = await problemOf(await s.send('POST', '/v1/things', thing('a', 'unlisted')))
    expect(problem).toMatchObject({ status: 500 })
    expect(s.lines.at(-1)).toMatchObject({
      message: 'refusal-not-listed',
      facts: { operation: 'make-thing' },
    })
  })
})
