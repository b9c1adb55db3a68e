import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { etalonClient, type ClientParts } from '#client/client.ts'

type Reaction = (request: IncomingMessage, response: ServerResponse) => void

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** Something on the other end of a socket that reacts to the first request so, to the second so, … */
async function nodeThat(...reactions: readonly Reaction[]) {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    request.resume().on('end', () => reactions[seen.length - 1]?.(request, response))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { seen, origin: `http://127.0.0.1:${port}` }
}

const breaks: Reaction = ({ socket }) => socket.destroy()
const answers =
  (status: number, headers: Record<string, string> = {}, body = '{}'): Reaction =>
  (_, response) =>
    void response.writeHead(status, headers).end(body)

/** Waits for nothing, and remembers for how long it should have. */
function impatient(origin: string, more: Partial<ClientParts> = {}) {
  const pauses: number[] = []
  const pause = (milliseconds: number) => {
    pauses.push(milliseconds)
    return Promise.resolve()
  }
  return { pauses, client: etalonClient({ origin, pause, ...more }) }
}

const person = { body: { code: 'p', organization: 'LAB', name: 'P' } }
const keysOf = (seen: readonly IncomingMessage[]) => seen.map(({ headers }) => headers['idempotency-key'])

describe('a request that was not answered', () => {
  it('is sent again under the same key when the connection broke', async () => {
    const { seen, origin } = await nodeThat(breaks, breaks, answers(201))
    const { client } = impatient(origin)
    expect((await client.ask('register-person', person)).status).toBe(201)
    const keys = keysOf(seen)
    expect(keys).toHaveLength(3)
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(keys).size).toBe(1)
  })

  it('has a key of its own, and none where nothing is changed', async () => {
    const { seen, origin } = await nodeThat(answers(201), answers(201), answers(200), answers(200))
    const { client } = impatient(origin)
    await client.ask('register-person', person)
    await client.ask('register-person', person)
    await client.ask('list-people')
    await client.ask('validity-of-certificates', { body: { items: [{ number: 'A-1' }] } })
    const keys = keysOf(seen)
    expect(keys[0]).not.toBe(keys[1])
    expect(keys.slice(2)).toEqual([undefined, undefined])
  })

  it('waits as long as the node asks for, a little longer so that not all come back at once', async () => {
    const { origin } = await nodeThat(
      answers(429, { 'retry-after': '7' }),
      answers(503, { 'retry-after': new Date(Date.now() + 30_000).toUTCString() }),
      answers(503),
      answers(200, {}, '{"items":[],"next":null}'),
    )
    const { client, pauses } = impatient(origin)
    expect((await client.ask('list-people')).status).toBe(200)
    expect(pauses[0]).toBeGreaterThanOrEqual(7_000)
    expect(pauses[0]).toBeLessThanOrEqual(7_000 * 1.25)
    expect(pauses[1]).toBeGreaterThan(20_000)
    expect(pauses[2]).toBeLessThanOrEqual(1_000)
  })

  it('is given up when the node asks for longer than anybody waits', async () => {
    const { seen, origin } = await nodeThat(answers(503, { 'retry-after': '3600' }))
    const { client, pauses } = impatient(origin)
    await expect(client.ask('list-people')).rejects.toMatchObject({ status: 503, code: 'not-a-problem' })
    expect([seen.length, pauses]).toEqual([1, []])
  })

  it('is given up in the end', async () => {
    const { seen, origin } = await nodeThat(breaks, breaks, breaks)
    const { client, pauses } = impatient(origin, { retries: 2 })
    await expect(client.ask('list-people')).rejects.toThrow(TypeError)
    expect([seen.length, pauses.length]).toEqual([3, 2])
  })

  it('is not sent again where it could be done twice', async () => {
    const put = { params: { id: 'p' }, ifMatch: 1, body: { name: 'P', active: true } } as const
    const { seen, origin } = await nodeThat(breaks, answers(503))
    const { client } = impatient(origin)
    await expect(client.ask('revise-person', put as never)).rejects.toThrow(TypeError)
    await expect(client.ask('revise-person', put as never)).rejects.toMatchObject({ status: 503 })
    expect(seen.map(({ headers }) => headers['if-match'])).toEqual(['"1"', '"1"'])
    const once = await nodeThat(breaks)
    const content = new Blob(['<x/>']).stream() as ReadableStream<Uint8Array<ArrayBuffer>>
    const streamed = impatient(once.origin).client.ask('import-certificate', {
      body: { content, media: 'application/xml' },
    })
    await expect(streamed).rejects.toThrow(TypeError)
    expect(once.seen).toHaveLength(1)
  })

  it('is not sent again once nobody waits for it', async () => {
    const stopping = new AbortController()
    const { seen, origin } = await nodeThat(answers(429, { 'retry-after': '30' }), answers(200))
    const asked = etalonClient({ origin }).ask('list-people', { signal: stopping.signal })
    setTimeout(() => stopping.abort(new Error('no longer wanted')), 50)
    await expect(asked).rejects.toThrow('no longer wanted')
    expect(seen).toHaveLength(1)
  })
})
