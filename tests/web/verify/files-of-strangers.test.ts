import { describe, expect, it } from 'vitest'
import type { EtalonClient } from '#client/client.ts'
import { EtalonProblem } from '#client/client.ts'
import { limitsOf } from '#registry/limits/limits.ts'
import { formReader } from '#web/ground/read-form.ts'
import { fileChecksOf } from '#web/verify/apart/check-apart.ts'
import { checkFile } from '#web/verify/checking/check-file.ts'
import { createApp } from '../../../src/app.ts'
import { entryOfWeight, issued, laboratory } from '../../registry/laboratory-of-the-tests.ts'
import { service, testKey, testOrigin } from '../../service.ts'

const fileOf = (text: string) => ({ name: 'a.xml', bytes: new TextEncoder().encode(text) })
const apiThat = (ask: (id: string) => Promise<unknown>) =>
  ({ ask, media: () => Promise.reject(new EtalonProblem(404, {})) }) as unknown as EtalonClient
const knowsNothing = apiThat(async () => ({ body: { matches: [] } }))
const never = apiThat(() => new Promise(() => undefined))

describe('a file of a stranger, looked at on a thread', () => {
  it('is judged as it would be anywhere else, and what the registry refuses is told', async () => {
    const checks = fileChecksOf()
    const file = fileOf('<a/>')
    expect(await checks.check(file, knowsNothing)).toEqual(await checkFile(file, knowsNothing))
    const refusing = apiThat(() => Promise.reject(new EtalonProblem(429, { code: 'request.rate-exceeded' })))
    await expect(checks.check(file, refusing)).rejects.toMatchObject({
      status: 429,
      code: 'request.rate-exceeded',
    })
  })

  it('has so much time and no more, and nobody waits for a place that is taken', async () => {
    const checks = fileChecksOf({ atOnce: 1, mostSeconds: 0.3 })
    const first = checks.check(fileOf('<a/>'), never)
    expect(await checks.check(fileOf('<b/>'), knowsNothing)).toBe('busy')
    expect(await first).toBe('too-long')
    const gone = new AbortController()
    const patient = fileChecksOf({ atOnce: 1 })
    const left = patient.check(fileOf('<a/>'), never, gone.signal)
    gone.abort()
    expect(await left).toBe('too-long')
    expect(await patient.check(fileOf('<a/>'), knowsNothing)).toMatchObject({ verdict: 'unknown' })
  })
})

/** A body that comes when it is let go; `asked` tells whether anybody wanted it. */
function slowForm(bytes: number) {
  const { promise, resolve } = Promise.withResolvers<void>()
  const read = { asked: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        read.asked = true
        await promise
        controller.enqueue(Buffer.from('key=k'))
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-length': String(bytes) } }
  return { read, letGo: resolve, init, request: () => new Request(testOrigin, init as RequestInit) }
}

describe('a form', () => {
  it('that is large is read while few others are; a small one always; and none that says to be too long', async () => {
    const read = formReader(2)
    const most = 16_000_000
    const large = [slowForm(5_000_000), slowForm(5_000_000)]
    const reading = large.map(({ request }) => read(request(), most))
    const third = slowForm(5_000_000)
    expect(await read(third.request(), most)).toBe('busy')
    expect(third.read.asked).toBe(false)
    const small = slowForm(5)
    small.letGo()
    expect(await read(small.request(), most)).toBeInstanceOf(FormData)
    const long = slowForm(most + 1)
    expect([await read(long.request(), most), long.read.asked]).toEqual(['too-large', false])
    for (const { letGo } of large) letGo()
    expect(await Promise.all(reading)).toEqual([expect.any(FormData), expect.any(FormData)])
    third.letGo()
    expect(await read(third.request(), most)).toBeInstanceOf(FormData)
  })
})

const silent = () => undefined
const log = { debug: silent, info: silent, warn: silent, error: silent }

const formWith = (text: string) => {
  const body = new FormData()
  body.set('file', new File([text], 'a.json'))
  return { body }
}

describe('whoever has files looked at', () => {
  const s = service()
  const lab = laboratory(s)

  it('is told what they are, and to wait where there are too many: before a byte is read, by address', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    const document = await (await s.app.request(`/v1/certificates/${number}.json`)).text()
    const limits = limitsOf({
      perMinute: { lookups: 0, logins: 0, files: 2, reads: 0, writes: 0 },
      trustedProxies: [],
      store: undefined,
    })
    const app = createApp({ orm: s.orm, origin: testOrigin, log, clock: s.clock.now, key: testKey, limits })
    const send = async (address: string, init: RequestInit) =>
      app.request(
        '/verify?language=en',
        { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, ...init },
        { incoming: { socket: { remoteAddress: address } } },
      )
    const genuine = await send('192.0.2.1', formWith(document))
    expect(await genuine.text()).toContain('The file is genuine and unaltered')
    const forged = await send('192.0.2.1', formWith(document.replace('10000.025', '10000.020')))
    expect(await forged.text()).toContain('The file was altered')
    const unread = slowForm(100)
    const refused = await send('192.0.2.1', {
      ...(unread.init as RequestInit),
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect([refused.status, unread.read.asked]).toEqual([429, false])
    const seconds = refused.headers.get('retry-after') ?? ''
    expect(Number(seconds)).toBeGreaterThan(0)
    expect(await refused.text()).toContain(`Try again in ${seconds} seconds.`)
    expect((await send('192.0.2.2', formWith('?'))).status).toBe(200)
  })
})
