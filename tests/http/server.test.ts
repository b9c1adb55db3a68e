import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen, type Listening } from '#http/server.ts'
import { giveTime } from '#http/slow-bodies.ts'
import { things } from './things.ts'

const s = things()
const found: { server?: Listening } = {}
const port = () => found.server!.port
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

async function slowly(request: Request): Promise<Response> {
  if (!request.url.endsWith('/slow')) return s.app.fetch(request)
  await wait(300)
  return new Response('at last')
}
async function slowBody(request: Request, env: { incoming?: IncomingMessage }): Promise<Response> {
  if (request.url.endsWith('/answered')) return new Response('before it has arrived')
  if (request.url.endsWith('/file')) giveTime(env.incoming, 1_500)
  return new Response(await request.text())
}
const large = () => new Response(Buffer.alloc(64 * 1024 * 1024))
const start = () => listen(slowly, { host: '127.0.0.1', port: 0, origin: 'https://etalon.test', log: quiet })

beforeAll(async () => {
  found.server = await start()
})
afterAll(() => found.server?.drain())

/** What comes back over a bare connection, until it is closed or nothing more is said. */
function raw(text: string, at = port()): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(at, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => (answer += String(chunk)))
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
    socket.setTimeout(1500, () => socket.destroy())
    socket.write(text)
  })
}

function parsed(answer: string) {
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const [, status] = /^HTTP\/1\.1 (\d+)/.exec(head) ?? []
  const body = rest.join('').slice(rest.join('').indexOf('{'), rest.join('').lastIndexOf('}') + 1)
  const code = body === '' ? '' : (JSON.parse(body) as { code: string }).code
  return { status: Number(status), code, isProblem: /content-type: application\/problem\+json/i.test(head) }
}

const close = 'Connection: close\r\n'

describe('what never becomes a request', () => {
  it.each([
    ['no HTTP at all', 'GARBAGE\r\n\r\n', 400],
    ['two lengths', `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400],
    [
      'a length beside chunks',
      `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
      400,
    ],
    ['headers beyond 16 kB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['no host', `GET / HTTP/1.1\r\n${close}\r\n`, 400],
    ['a host that is none', `GET / HTTP/1.1\r\nHost: a b\r\n${close}\r\n`, 400],
    ['a backslash for a slash', `GET /\\a HTTP/1.1\r\nHost: a\r\n${close}\r\n`, 400],
    ['an expectation', `POST / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nContent-Length: 0\r\n\r\n`, 417],
    [
      'a bad chunk',
      `POST /v1/checks HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      400,
    ],
  ])('%s is answered with a problem', async (_, text, status) => {
    const answer = parsed(await raw(text))
    expect(answer).toMatchObject({ status, isProblem: true })
    expect(answer.code).toMatch(/^request\./)
  })
})

describe('a server', () => {
  it('refuses a body by its stated length before it has arrived', async () => {
    const head = `POST /v1/checks HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 20000000\r\n\r\n{`
    expect(parsed(await raw(head))).toMatchObject({ status: 413, code: 'request.too-large' })
  })

  it('survives a client that hangs up within its body', async () => {
    const head = `POST /v1/checks HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`
    const socket = connect(port(), '127.0.0.1', () => socket.write(head, () => socket.destroy()))
    await wait(100)
    expect((await fetch(`http://127.0.0.1:${port()}/v1/things`)).status).toBe(200)
  })

  it('answers HEAD without a body', async () => {
    const answer = await fetch(`http://127.0.0.1:${port()}/v1/things`, { method: 'HEAD' })
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([200, '"3"', ''])
  })

  it('ends with what is under way answered, although a client keeps its connection', async () => {
    const server = await start()
    connect(server.port, '127.0.0.1').on('error', () => undefined)
    await fetch(`http://127.0.0.1:${server.port}/v1/things`)
    const slow = raw('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n', server.port)
    await wait(100)
    const started = performance.now()
    await server.drain()
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(await slow).toContain('at last')
    await expect(fetch(`http://127.0.0.1:${server.port}/v1/things`)).rejects.toThrow()
  })

  it('hangs up on a client that sends its request drop by drop, with a problem, and serves others meanwhile', async () => {
    const patience = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 }
    const server = await listen(slowly, {
      host: '127.0.0.1',
      port: 0,
      origin: 'https://etalon.test',
      log: quiet,
      patience,
    })
    const slow = Array.from({ length: 100 }, () => raw('GET /v1/things HTTP/1.1\r\nHost:', server.port))
    const healthy = performance.now()
    expect((await fetch(`http://127.0.0.1:${server.port}/v1/things`)).status).toBe(200)
    expect(performance.now() - healthy).toBeLessThan(1000)
    for (const answer of await Promise.all(slow))
      expect(parsed(answer)).toMatchObject({ status: 408, code: 'request.too-slow', isProblem: true })
    await server.drain()
  })

  it('gives a body little time, but to whoever is known to send a large file', async () => {
    const patience = { slowBodyMilliseconds: 300 }
    const server = await listen(slowBody, { host: '127.0.0.1', port: 0, origin: '', log: quiet, patience })
    const drops = (path: string, times: number) =>
      new Promise<string>((resolve) => {
        const socket = connect(server.port, '127.0.0.1')
        let answer = ''
        socket.on('data', (chunk) => (answer += String(chunk))).on('error', () => undefined)
        socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\n${close}Content-Length: ${times}\r\n\r\n`)
        const dropping = setInterval(() => socket.write('x'), 60)
        socket.on('close', () => {
          clearInterval(dropping)
          resolve(answer)
        })
      })
    const [never, inTime, large, tooLarge, answered] = await Promise.all([
      drops('/v1/things', 1_000),
      drops('/v1/things', 2),
      drops('/file', 12),
      drops('/file', 1_000),
      drops('/answered', 1_000),
    ])
    expect(parsed(never)).toMatchObject({ status: 408, code: 'request.too-slow', isProblem: true })
    expect(inTime).toMatch(/^HTTP\/1.1 200 .*xx/s)
    expect(large).toMatch(/^HTTP\/1.1 200 .*x{12}/s)
    expect(parsed(tooLarge)).toMatchObject({ status: 408, code: 'request.too-slow' })
    expect(answered.match(/HTTP\/1.1/g)).toHaveLength(1)
    await server.drain()
  })

  it('hangs up on a client that does not take its answer', async () => {
    const patience = { slowReadMilliseconds: 300 }
    const server = await listen(large, { host: '127.0.0.1', port: 0, origin: '', log: quiet, patience })
    const socket = connect(server.port, '127.0.0.1')
    let received = 0
    socket.write('GET /v1/things HTTP/1.1\r\nHost: a\r\n\r\n')
    await wait(1_000)
    // Whatever lay in the buffers of the system still comes, and then the end.
    socket.on('data', (chunk) => (received += chunk.length)).on('error', () => undefined)
    await new Promise((resolve) => socket.once('close', resolve))
    expect(received).toBeLessThan(64 * 1024 * 1024)
    await server.drain()
  })

  it('says that its port is taken', async () => {
    const again = listen(slowly, { host: '127.0.0.1', port: port(), origin: '', log: quiet })
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
