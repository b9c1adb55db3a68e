import { operations } from '../../src/app.ts'
import type { Service } from '../service.ts'
import { exampleRegistry } from './example-registry.ts'
import type { HostileCase } from './hostile-inputs.ts'
import { leavesOf, objectsOf, replaced, valueAt, type Leaf } from './leaves.ts'
import { brokenPromises, names } from './outcome.ts'
import { undoing, type Answered } from './undone.ts'
import { initOf, targetOf, validRequests, type ValidRequest } from './valid-requests.ts'

type Expect = HostileCase['expect']

/** The operations that take JSON, by their identifiers. */
export const withBody = operations.filter(({ body }) => body !== undefined).map(({ id }) => id)

/** A value to put into a message; made from the one that stood there. */
export type Odd = (was: Leaf['value']) => unknown

export interface Fields {
  /** What is broken when the value stands at each such leaf, in every example of the operation. */
  readonly atLeaves: (
    id: string,
    isMeant: (leaf: Leaf) => boolean,
    odd: Odd,
    expect: Expect,
  ) => Promise<string[]>
  /** What is broken when each object in turn has these members beside its own. */
  readonly inObjects: (id: string, members: object, expect: Expect) => Promise<string[]>
}

/** A value and where it is put. */
interface Put {
  readonly pointer: string
  readonly value: unknown
}

export function fields(s: Service): Fields {
  const registry = exampleRegistry(s)
  const ask = undoing(s)
  const requestsTo = (id: string) => validRequests(registry).get(id) ?? []

  const askWith = (request: ValidRequest, puts: readonly Put[]) => {
    const body = puts.reduce((whole, { pointer, value }) => replaced(whole, pointer, value), request.body)
    return ask(targetOf(request), initOf({ ...request, body }))
  }

  async function brokenWith(request: ValidRequest, put: Put, expect: Expect): Promise<string[]> {
    const { operation } = request
    const answer = await askWith(request, [put])
    const broken = brokenPromises(answer, { operation, expect, pointer: put.pointer })
    const isKept = answer.status >= 400 || operation.readsOnly || keeps(answer, put.value)
    return [...broken, ...(isKept ? [] : ['was accepted and is kept otherwise than it was sent'])].map(
      (what) => `${operation.id} ${put.pointer}: ${what}`,
    )
  }

  async function brokenInTurn(
    request: ValidRequest,
    puts: readonly Put[],
    expect: Expect,
  ): Promise<string[]> {
    const broken: string[] = []
    for (const put of puts) broken.push(...(await brokenWith(request, put, expect)))
    return broken
  }

  /** All of them at once: those that a refusal names are settled, and those of a message that is accepted; what is left is sent again. */
  async function unsettled(
    request: ValidRequest,
    puts: readonly Put[],
    expect: Expect,
  ): Promise<readonly Put[]> {
    const { operation } = request
    let rest = puts
    while (rest.length > 1) {
      const answer = await askWith(request, rest)
      const isWell = brokenPromises(answer, { operation, expect }).length === 0
      if (answer.status < 400)
        return isWell ? rest.filter(({ value }) => !operation.readsOnly && !keeps(answer, value)) : rest
      const left = rest.filter(({ pointer }) => !names(answer, pointer))
      if (!isWell || left.length === rest.length) return rest
      rest = left
    }
    return rest
  }

  /** With ETALON_FUZZ one after another, as at night; else only those that one message leaves open. */
  async function brokenAmong(request: ValidRequest, puts: readonly Put[], expect: Expect): Promise<string[]> {
    const left = process.env['ETALON_FUZZ'] ? puts : await unsettled(request, puts, expect)
    return brokenInTurn(request, left, expect)
  }

  return {
    atLeaves: async (id, isMeant, odd, expect) => {
      const broken: string[] = []
      for (const request of requestsTo(id)) {
        const leaves = leavesOf(request.body, request.operation.body ?? '').filter(isMeant)
        const puts = leaves.map(({ pointer, value }) => ({ pointer, value: odd(value) }))
        broken.push(...(await brokenAmong(request, puts, expect)))
      }
      return broken
    },
    inObjects: async (id, members, expect) => {
      const broken: string[] = []
      for (const request of requestsTo(id)) {
        const puts = objectsOf(request.body).map((pointer) => ({
          pointer,
          value: { ...(valueAt(request.body, pointer) as object), ...members },
        }))
        broken.push(...(await brokenInTurn(request, puts, expect)))
      }
      return broken
    },
  }
}

/** A text that was accepted stands, as it was sent, in the answer or in a row that was written. */
function keeps({ text, written }: Answered, value: unknown): boolean {
  if (typeof value !== 'string') return true
  const inJson = JSON.stringify(value).slice(1, -1)
  return [inJson, value].some((form) => text.includes(form) || written.includes(form))
}
