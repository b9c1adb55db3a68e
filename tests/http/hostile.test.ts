import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { thing, things } from './things.ts'

/** The published list of hostile inputs; what needs the registry behind it is applied there. */
const list = '../shared/conformance/hostile/hostile-inputs.json'
const isHere = existsSync(list)

type Payload =
  | string
  | { parts?: (string | { repeat: string; times: number })[]; base64?: string; json?: unknown; absent?: true }
interface Case {
  readonly id: string
  readonly apply: string
  readonly aim: string
  readonly payload: Payload
  readonly expect: 'reject' | 'inert' | 'reject-or-inert' | 'accept'
}

const cases = isHere ? (JSON.parse(readFileSync(list, 'utf8')) as { cases: Case[] }).cases : []
const of = (apply: string) => cases.filter((each) => each.apply === apply)

function bytesOf(payload: Payload): Uint8Array<ArrayBuffer> {
  if (typeof payload === 'string') return new TextEncoder().encode(payload)
  if (payload.base64 !== undefined) return new Uint8Array(Buffer.from(payload.base64, 'base64'))
  const parts = payload.parts?.map((part) =>
    typeof part === 'string' ? part : part.repeat.repeat(part.times),
  )
  return new TextEncoder().encode(parts?.join('') ?? JSON.stringify(payload.json))
}

const valueOf = (payload: Payload) =>
  typeof payload === 'object' && 'json' in payload ? payload.json : new TextDecoder().decode(bytesOf(payload))

// The list is not part of this repository: it lies beside it where the conformance corpus is checked out.
describe.skipIf(!isHere)('a hostile input', () => {
  const s = things()

  async function keeps(each: Case, asked: Promise<Response> | Response) {
    const started = performance.now()
    const answer = await asked
    expect(performance.now() - started).toBeLessThan(1000)
    const isRefused = answer.status >= 400 && answer.status < 500
    expect(isRefused || answer.status < 300, `${each.id}: ${answer.status}`).toBe(true)
    if (each.expect === 'reject') expect(isRefused, each.id).toBe(true)
    if (each.expect === 'accept') expect(isRefused, each.id).toBe(false)
    if (isRefused) expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
    expect((await s.app.request('/v1/things')).status).toBe(200)
  }

  it.each(of('raw-body').map((each) => [each.aim, each] as const))('as a whole body: %s', async (_, each) => {
    for (const path of ['/v1/things', '/v1/checks', '/v1/keys']) {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer maker' }
      const isRead = path !== '/v1/keys' || each.expect === 'reject'
      if (isRead)
        await keeps(each, s.app.request(path, { method: 'POST', headers, body: bytesOf(each.payload) }))
    }
  })

  it.each(
    [
      ...of('each-string-field'),
      ...of('each-name-field'),
      ...of('each-text-field'),
      ...of('serial-number'),
    ].map((each) => [each.aim, each] as const),
  )('as a text: %s', async (_, each) => {
    for (const field of ['pointer', 'code', 'detail'])
      await keeps(each, s.send('POST', '/v1/checks', { ...thing('a'), [field]: valueOf(each.payload) }))
  })

  it.each(of('add-member').map((each) => [each.aim, each] as const))(
    'as a further member: %s',
    async (_, each) => {
      await keeps(each, s.send('POST', '/v1/checks', { ...thing('a'), ...(valueOf(each.payload) as object) }))
    },
  )

  it.each(
    cases
      .filter(({ apply }) => apply.startsWith('header:'))
      .map((each) => [`${each.apply} ${each.aim}`, each] as const),
  )('as a %s', async (_, each) => {
    const name = each.apply.slice('header:'.length).toLowerCase()
    const headers = new Headers({
      authorization: 'Bearer maker',
      'content-type': 'application/json',
      'if-match': '"1"',
    })
    if (typeof each.payload === 'object' && each.payload.absent) headers.delete(name)
    else headers.set(name, String(valueOf(each.payload)))
    const method = name === 'if-match' ? 'PUT' : 'POST'
    const path = name === 'if-match' ? '/v1/things/only' : '/v1/things'
    const answer = await s.app.request(path, { method, headers, body: JSON.stringify(thing('a')) })
    // That a version is stale is said by the record; without one the number only arrives.
    if (name === 'if-match') expect(await answer.json()).toMatchObject({ detail: '-1' })
    else await keeps(each, answer)
  })

  it.each([...of('limit'), ...of('sort')].map((each) => [`${each.apply}: ${each.aim}`, each] as const))(
    'as a query, %s',
    async (_, each) => {
      await keeps(each, s.app.request(`/v1/things?${each.apply}=${encodeURIComponent(String(each.payload))}`))
    },
  )
})
