import { describe, expect, it } from 'vitest'
import { operations } from '../../src/app.ts'
import { readSchema } from '#contract/schema-files.ts'
import { service } from '../service.ts'
import { exampleRegistry } from './example-registry.ts'
import { brokenPromises } from './outcome.ts'
import { undoing } from './undone.ts'
import { initOf, targetOf, validRequests } from './valid-requests.ts'

const s = service()
const registry = exampleRegistry(s)
const ask = undoing(s)

const paged = operations
  .filter(
    ({ query }) => query !== undefined && Object.hasOwn(readSchema(query)['properties'] ?? {}, 'cursor'),
  )
  .map(({ id }) => id)

const uuid = '00000000-0000-7000-8000-000000000000'
const odd = [
  'x',
  '',
  '7',
  '-1',
  '9'.repeat(30),
  uuid,
  '2026-02-30',
  '2026-03-02T08:00:00Z',
  "' or 1=1 --",
  7,
  -1,
  1e300,
]
const places = [
  ...odd.map((value) => [value, uuid]),
  ...odd.map((id) => ['x', id]),
  ...odd.map((both) => [both, both]),
]

const encoded = (parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

describe('a cursor that somebody wrote', () => {
  it.each(paged)('is a place in the list, or refused: %s', async (id) => {
    const [found] = validRequests(registry).get(id) ?? []
    if (!found) throw new Error(`${id} can be asked`)
    const request = { ...found, query: { limit: '1' } }
    const page = await ask(targetOf(request), initOf(request))
    const { next } = JSON.parse(page.text) as { next: string | null }
    const [binding = 'x'] =
      next === null ? [] : (JSON.parse(Buffer.from(next, 'base64url').toString()) as string[])
    const broken: string[] = []
    for (const place of places) {
      const target = targetOf({ ...request, query: { limit: '1', cursor: encoded([binding, ...place]) } })
      const answer = await ask(target, initOf(request))
      const promises = brokenPromises(answer, { operation: request.operation, expect: 'reject-or-inert' })
      broken.push(...promises.map((what) => `${JSON.stringify(place)}: ${what}`))
    }
    expect(broken).toEqual([])
  })
})
