import * as fc from 'fast-check'
import { administratorKey } from '../registry/people-of-the-tests.ts'
import { readSchema } from '#contract/schema-files.ts'
import { leavesOf, objectsOf, replaced, valueAt } from './leaves.ts'
import { anyNumber, aptFor, codes, days, oddTexts, units } from './odd-values.ts'
import { targetOf, type ValidRequest } from './valid-requests.ts'

/** One change of a valid request; places are counted, so that a smaller number is another place of the same request. */
export type Mutation =
  | { readonly part: 'apt'; readonly place: number; readonly choice: number }
  | { readonly part: 'value'; readonly place: number; readonly value: unknown }
  | { readonly part: 'removal' | 'repetition' | 'exchange'; readonly place: number; readonly other: number }
  | { readonly part: 'member'; readonly place: number; readonly name: string; readonly value: unknown }
  | { readonly part: 'text'; readonly place: number; readonly inserted: string }
  | { readonly part: 'header'; readonly name: string; readonly text: string }
  | { readonly part: 'query'; readonly place: number; readonly text: string }
  | { readonly part: 'path'; readonly text: string }

/** A request as it is sent. */
export interface Sent {
  readonly target: string
  readonly init: RequestInit
}

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...codes) },
  { weight: 3, arbitrary: fc.constantFrom(...units, ...days) },
  { weight: 2, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
)
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 2, arbitrary: fc.constantFrom(...anyNumber) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false, [], {}, [null], [[]], { en: '' }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
)

const headers: Readonly<Record<string, readonly string[]>> = {
  accept: [
    'application/xml',
    'text/csv',
    '*/*;q=0',
    'text/html, */*',
    'application/x-ndjson',
    ';;,,',
    'a/b;q=2',
  ],
  'accept-language': ['zh', 'zh-CN,en;q=0.5', '*', ';;;', 'x'.repeat(3000)],
  authorization: [
    '',
    'Basic abc',
    'Bearer',
    `Bearer ${administratorKey}`,
    `bearer  ${administratorKey}`,
    'Bearer é',
  ],
  'if-match': ['*', '"1"', 'W/"1"', '"999999999"', '"99999999999999999999"', '1', '"1", "2"', '""', ''],
  'if-none-match': ['*', '"1"', 'W/"1", "2"', '"'],
  'idempotency-key': ['k', '', 'k'.repeat(256), 'a b', 'é'],
  'content-type': [
    'text/plain',
    'application/json; charset=utf-16',
    'application/json;charset="UTF-8"',
    'x',
    '',
  ],
  'content-encoding': ['gzip', 'identity', 'br'],
  'x-request-id': ['r'.repeat(200), '<>', 'a b', ''],
}

const place = fc.nat({ max: 10_000 })
const header = fc.constantFrom(...Object.entries(headers)).chain(([name, texts]) =>
  fc.record({
    part: fc.constant('header' as const),
    name: fc.constant(name),
    text: fc.constantFrom(...texts),
  }),
)

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ part: fc.constant('apt' as const), place, choice: place }) },
  { weight: 4, arbitrary: fc.record({ part: fc.constant('value' as const), place, value }) },
  {
    weight: 3,
    arbitrary: fc.record({
      part: fc.constantFrom('removal' as const, 'repetition' as const, 'exchange' as const),
      place,
      other: place,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ part: fc.constant('member' as const), place, name: text, value }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      part: fc.constant('text' as const),
      place,
      inserted: fc.constantFrom('"', '{', '}', ',', '1e999', '\\u0000', '\n', '01', 'é', '﻿', ' '),
    }),
  },
  { weight: 2, arbitrary: header },
  { weight: 2, arbitrary: fc.record({ part: fc.constant('query' as const), place, text }) },
  {
    weight: 1,
    arbitrary: fc.record({ part: fc.constant('path' as const), text: text.filter((each) => each !== '') }),
  },
)

export const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 })

/** The valid request with these changes; one that has no place in it changes nothing. */
export function mutated(request: ValidRequest, changes: readonly Mutation[]): Sent {
  const { body, headers: sentHeaders, params, query } = changes.reduce(changed, request)
  const json = body === undefined ? undefined : JSON.stringify(body)
  const sent = changes.reduce((whole, change) => inserted(whole, change), json)
  return {
    target: targetOf({ ...request, params, query }),
    init: {
      method: request.operation.method.toUpperCase(),
      headers: asLatin(sentHeaders),
      ...(sent !== undefined && { body: sent }),
    },
  }
}

/** A header is bytes: what is no byte is left out. */
const asLatin = (stated: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(stated).map(([name, each]) => [name, each.replaceAll(/[^\t -ÿ]/g, '')]))

function inserted(json: string | undefined, change: Mutation): string | undefined {
  if (json === undefined || change.part !== 'text') return json
  const at = change.place % (json.length + 1)
  return json.slice(0, at) + change.inserted + json.slice(at)
}

function changed(request: ValidRequest, change: Mutation): ValidRequest {
  if (change.part === 'header')
    return { ...request, headers: { ...request.headers, [change.name]: change.text } }
  if (change.part === 'path') {
    const params = Object.fromEntries(Object.keys(request.params).map((name) => [name, change.text]))
    return { ...request, params }
  }
  if (change.part === 'query') return withQuery(request, change.place, change.text)
  if (change.part === 'text' || request.body === undefined) return request
  return { ...request, body: changedBody(request, change) }
}

function withQuery(request: ValidRequest, at: number, stated: string): ValidRequest {
  const { query } = request.operation
  const known = query === undefined ? {} : ((readSchema(query)['properties'] ?? {}) as object)
  const names = [...Object.keys(known), 'odd']
  return { ...request, query: { ...request.query, [names[at % names.length] ?? 'odd']: stated } }
}

type BodyChange = Extract<Mutation, { readonly place: number }>

const at = (number: number, list: readonly string[]) => list[number % list.length] ?? ''

function changedBody({ body, operation }: ValidRequest, change: BodyChange): unknown {
  const found = leavesOf(body, operation.body ?? 'http/fault.json')
  if (change.part === 'apt') {
    const leaf = found[change.place % found.length]
    const apt = leaf ? aptFor(leaf) : []
    return leaf && apt.length > 0 ? replaced(body, leaf.pointer, apt[change.choice % apt.length]) : body
  }
  const leaves = found.map(({ pointer }) => pointer)
  const objects = objectsOf(body)
  const places = [...leaves, ...objects]
  const pointer = at(change.place, places)
  if (change.part === 'value') return replaced(body, pointer, change.value)
  if (change.part === 'member') {
    const object = at(change.place, objects)
    return replaced(body, object, { ...(valueAt(body, object) as object), [change.name]: change.value })
  }
  if (change.part === 'removal') return replaced(body, pointer, undefined)
  if (change.part === 'repetition') return replaced(body, pointer, Array(12).fill(valueAt(body, pointer)))
  if (change.part === 'exchange') return replaced(body, pointer, valueAt(body, at(change.other, places)))
  return body
}
