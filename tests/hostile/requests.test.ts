import { afterAll, describe, expect, it } from 'vitest'
import { readSchema } from '#contract/schema-files.ts'
import type { Operation } from '#http/operation.ts'
import { service } from '../service.ts'
import { exampleRegistry } from './example-registry.ts'
import {
  bytesOf,
  casesFor,
  hostileCases,
  isAbsent,
  isListHere,
  valueOf,
  type HostileCase,
} from './hostile-inputs.ts'
import { brokenPromises } from './outcome.ts'
import { runningProcess } from './running-process.ts'
import { initOf, targetOf, validRequests, type ValidRequest } from './valid-requests.ts'

const s = service()
const registry = exampleRegistry(s)
const etalon = runningProcess(s)

/** One valid request to each such operation, changed and sent to the running process. */
async function brokenBy(
  { expect: expected }: HostileCase,
  isMeant: (operation: Operation) => boolean,
  change: (request: ValidRequest) => { target?: string; init?: RequestInit },
): Promise<string[]> {
  const requests = [...validRequests(registry).values()].flatMap(([first]) => first ?? [])
  const meant = requests.filter(({ operation }) => isMeant(operation))
  expect(meant.length).toBeGreaterThan(0)
  const broken: string[] = []
  for (const request of meant) {
    const { operation } = request
    const { target = targetOf(request), init = initOf(request) } = change(request)
    const promises = brokenPromises(await etalon.ask(target, init), { operation, expect: expected })
    broken.push(...promises.map((what) => `${operation.id}: ${what}`))
  }
  return broken
}

const takesJson = ({ body, bytes, method }: Operation) => method !== 'get' && (body ?? bytes) !== undefined
const isBare = (operation: Operation) => operation.method !== 'get' && !takesJson(operation)

function withHeader({ payload }: HostileCase, name: string) {
  return (request: ValidRequest) => {
    const headers = new Headers(request.headers)
    if (isAbsent(payload)) headers.delete(name)
    else headers.set(name, String(valueOf(payload)))
    return { init: { ...initOf(request), headers } }
  }
}

/** Which operations a header means something to. */
const meantBy: Readonly<Record<string, (operation: Operation) => boolean>> = {
  authorization: ({ access }) => access !== 'public',
  'content-type': takesJson,
  'if-match': ({ ifMatch }) => ifMatch === true,
  'idempotency-key': ({ method }) => method === 'post',
}

const isList = ({ query }: Operation) =>
  query !== undefined && Object.hasOwn(readSchema(query)['properties'] ?? {}, 'limit')

// The list lies beside this repository where the conformance corpus is checked out.
describe.skipIf(!isListHere)('a running process', () => {
  afterAll(() => expect(etalon.isRunning()).toBe(true))

  it.each(casesFor('raw-body'))(
    'is asked with a whole body: %s',
    async (_, hostile) => {
      const body = bytesOf(hostile.payload)
      const init = (request: ValidRequest) => ({ init: { ...initOf(request), body } })
      expect(await brokenBy(hostile, takesJson, init)).toEqual([])
      expect(await brokenBy(hostile, isBare, init)).toEqual([])
    },
    60_000,
  )

  it.each(
    hostileCases
      .filter(({ apply }) => apply.startsWith('header:'))
      .map((hostile) => [`${hostile.id}, ${hostile.apply.slice(7)} ${hostile.aim}`, hostile] as const),
  )('is asked with the header %s', async (_, hostile) => {
    const name = hostile.apply.slice('header:'.length).toLowerCase()
    expect(await brokenBy(hostile, meantBy[name] ?? (() => true), withHeader(hostile, name))).toEqual([])
  })

  it.each(casesFor('limit', 'sort'))('is asked with the query %s', async (_, hostile) => {
    const { apply, payload } = hostile
    const isMeant = (operation: Operation) =>
      operation.method === 'get' && (apply === 'sort' || isList(operation))
    const change = (request: ValidRequest) => ({
      target: targetOf({ ...request, query: { ...request.query, [apply]: String(payload) } }),
    })
    expect(await brokenBy(hostile, isMeant, change)).toEqual([])
  })

  it.each(casesFor('path-parameter'))('is asked for %s', async (_, hostile) => {
    const change = (request: ValidRequest) => {
      const params = Object.fromEntries(Object.keys(request.params).map((name) => [name, '{}']))
      return { target: targetOf({ ...request, params }).replace('%7B%7D', String(hostile.payload)) }
    }
    expect(await brokenBy(hostile, ({ params }) => params !== undefined, change)).toEqual([])
  })

  it.each(casesFor('certificate-number'))('is asked for a certificate: %s', async (_, hostile) => {
    const change = (request: ValidRequest) => ({
      target: targetOf({ ...request, params: { number: String(hostile.payload) } }),
    })
    expect(await brokenBy(hostile, ({ path }) => path.includes('{number}'), change)).toEqual([])
  })
})
