import { describe, expect, it } from 'vitest'
import { operations } from '../../src/app.ts'
import { service } from '../service.ts'
import { exampleRegistry } from './example-registry.ts'
import { undoing } from './undone.ts'
import { initOf, targetOf, validRequests } from './valid-requests.ts'

const s = service()
const registry = exampleRegistry(s)
const ask = undoing(s)

describe('the examples of the interface', () => {
  it('are accepted by an empty registry in the order of a laboratory', () => {
    expect(s.complaints).toEqual([])
  })

  it.each(operations.map(({ id }) => id))('are accepted as they stand: %s', async (id) => {
    const requests = validRequests(registry).get(id) ?? []
    expect(requests.length, 'its schema shows no example').toBeGreaterThan(0)
    for (const request of requests) {
      const { operation } = request
      const answer = await ask(targetOf(request), initOf(request))
      const answers = Object.keys(operation.answers).map(Number)
      const expected = answers.length === 0 ? [404] : answers
      expect(expected, answer.text.slice(0, 500)).toContain(answer.status)
    }
  })
})
