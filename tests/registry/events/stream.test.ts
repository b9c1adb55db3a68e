import { describe, expect, it, vi } from 'vitest'
import { openStream } from '#registry/events/open-streams.ts'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { administrator, must } from '../people-of-the-tests.ts'

const readerOf = (response: Response) => {
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const until = async (part: string): Promise<string> => {
    while (!text.includes(part)) {
      const { done, value } = await reader.read()
      if (done) throw new Error(`It ended after ${text}`)
      text += value
    }
    return text
  }
  return { until, leave: () => reader.cancel() }
}

describe('the stream of events', () => {
  const s = service()
  const lab = laboratory(s)
  const admin = administrator(s)
  const follow = async (headers: Record<string, string> = {}, key = lab.signatory.key) =>
    s.app.request('/v1/events', {
      headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream', ...headers },
    })
  const end = async () => must(await lab.signatory.get('/v1/events?limit=500')).body.after

  it('says an event as it happens, as the feed says it', async () => {
    const after = await end()
    const response = await follow({ 'last-event-id': after })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const stream = readerOf(response)
    await stream.until('retry:')
    const { number } = (await issued(lab, entryOfWeight())).body
    const text = await stream.until('event: certificate.issued')
    await stream.leave()
    const { items } = must(await lab.signatory.get(`/v1/events?after=${after}`)).body
    expect(text).toContain(`id: ${items[0].position}\nevent: calibration.submitted\n`)
    expect(JSON.stringify(items[1])).toContain(number)
  })

  it('goes on after the event that was seen last, and after no other', async () => {
    const all = must(await lab.signatory.get('/v1/events')).body.items
    const stream = readerOf(await follow({ 'last-event-id': all[0].position }))
    const text = await stream.until(`id: ${all.at(-1).position}\n`)
    await stream.leave()
    expect(text).not.toContain(`id: ${all[0].position}\n`)
    expect((await follow({ 'last-event-id': 'yesterday' })).status).toBe(400)
  })

  it('is open at most three times for a key; who leaves makes room', async () => {
    const open = await Promise.all([follow(), follow(), follow()])
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200])
    const refused = await follow()
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ code: 'event.too-many-streams', most: 3 })
    expect((await follow({}, lab.reviewer.key)).status).toBe(200)
    await Promise.all(open.map((response) => response.body?.cancel()))
    const again = await follow()
    expect(again.status).toBe(200)
    await again.body?.cancel()
  })

  it('tells nothing more once its key is revoked, or the session has ended by which it was opened', async () => {
    const { key, id } = must(
      await admin.post('/v1/api-keys', { person: 'signatory', roles: ['signatory'] }),
    ).body
    const session = async () => {
      const opened = await s.app.request('/v1/sessions', {
        method: 'POST',
        headers: { authorization: `Bearer ${lab.reviewer.key}` },
      })
      return { cookie: (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
    }
    const { cookie } = await session()
    const accept = 'text/event-stream'
    const own = { cookie, 'sec-fetch-site': 'same-origin' }
    const byKey = readerOf(await follow({}, key))
    const bySession = readerOf(
      await s.app.request('/v1/events?after=latest', { headers: { ...own, accept } }),
    )
    await Promise.all([byKey.until('event: '), bySession.until('retry: ')])
    must(await admin.post(`/v1/api-keys/${id}/revoke`))
    await s.app.request('/v1/sessions/current', { method: 'DELETE', headers: own })
    await issued(lab, entryOfWeight())
    await expect(byKey.until('never said')).rejects.toThrow(/It ended/)
    await expect(bySession.until('event: ')).rejects.toThrow(/It ended/)
  })

  it('ends after five minutes, so that who asks is asked again', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const actor = { person: { id: '1', code: 'p' }, organization: { id: '1', code: 'o' }, roles: [] }
      const { signal } = openStream({ actor, now: new Date() }, [])
      vi.advanceTimersByTime(299_000)
      expect(signal.aborted).toBe(false)
      vi.advanceTimersByTime(1_000)
      expect(signal.aborted).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })
})
