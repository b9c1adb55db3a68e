import { describe, expect, it } from 'vitest'
import {
  bytesOf,
  casesFor,
  hostileCases,
  isAbsent,
  isListHere,
  valueOf,
  type HostileCase,
} from '../hostile/hostile-inputs.ts'
import { thing, things } from './things.ts'

// The list is not part of this repository: it lies beside it where the conformance corpus is checked out. What needs
// the registry behind it is applied in tests/hostile.
describe.skipIf(!isListHere)('a hostile input', () => {
  const s = things()

  async function keeps(each: HostileCase, asked: Promise<Response> | Response) {
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

  it.each(casesFor('raw-body'))('as a whole body: %s', async (_, each) => {
    for (const path of ['/v1/things', '/v1/checks', '/v1/keys']) {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer maker' }
      const isRead = path !== '/v1/keys' || each.expect === 'reject'
      if (isRead)
        await keeps(each, s.app.request(path, { method: 'POST', headers, body: bytesOf(each.payload) }))
    }
  })

  it.each(casesFor('each-string-field', 'each-name-field', 'each-text-field', 'serial-number'))(
    'as a text: %s',
    async (_, each) => {
      for (const field of ['pointer', 'code', 'detail'])
        await keeps(each, s.send('POST', '/v1/checks', { ...thing('a'), [field]: valueOf(each.payload) }))
    },
  )

  it.each(casesFor('add-member'))('as a further member: %s', async (_, each) => {
    await keeps(each, s.send('POST', '/v1/checks', { ...thing('a'), ...(valueOf(each.payload) as object) }))
  })

  it.each(
    hostileCases
      .filter(({ apply }) => apply.startsWith('header:'))
      .map((each) => [`${each.apply} ${each.aim}`, each] as const),
  )('as a %s', async (_, each) => {
    const name = each.apply.slice('header:'.length).toLowerCase()
    const headers = new Headers({
      authorization: 'Bearer maker',
      'content-type': 'application/json',
      'if-match': '"1"',
    })
    if (isAbsent(each.payload)) headers.delete(name)
    else headers.set(name, String(valueOf(each.payload)))
    const method = name === 'if-match' ? 'PUT' : 'POST'
    const path = name === 'if-match' ? '/v1/things/only' : '/v1/things'
    const answer = await s.app.request(path, { method, headers, body: JSON.stringify(thing('a')) })
    // That a version is stale is said by the record; without one the number only arrives.
    if (name === 'if-match') expect(await answer.json()).toMatchObject({ detail: '-1' })
    else await keeps(each, answer)
  })

  it.each(casesFor('limit', 'sort'))('as a query, %s', async (_, each) => {
    await keeps(each, s.app.request(`/v1/things?${each.apply}=${encodeURIComponent(String(each.payload))}`))
  })
})
