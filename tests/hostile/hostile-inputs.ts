import { existsSync, readFileSync } from 'node:fs'

/** The published list of hostile inputs. It is not part of this repository: it lies beside it with the corpus. */
const place = '../shared/conformance/hostile/hostile-inputs.json'

export const isListHere = existsSync(place)

type Part = string | { readonly repeat: string; readonly times: number; readonly counter?: boolean }
export type Payload =
  | string
  | {
      readonly parts?: readonly Part[]
      readonly base64?: string
      readonly json?: unknown
      readonly absent?: true
    }

export interface HostileCase {
  readonly id: string
  readonly category: string
  /** Where the payload goes. */
  readonly apply: string
  readonly aim: string
  readonly payload: Payload
  readonly expect: 'reject' | 'inert' | 'reject-or-inert' | 'accept'
  readonly variables?: Readonly<Record<string, number>>
}

interface HostileList {
  readonly defaults: { readonly max_ms: number; readonly status_for_reject: readonly number[] }
  readonly cases: readonly HostileCase[]
}

const { defaults, cases } = isListHere
  ? (JSON.parse(readFileSync(place, 'utf8')) as HostileList)
  : { defaults: { max_ms: 1000, status_for_reject: [] }, cases: [] }

export const hostileCases: readonly HostileCase[] = cases
export const mostMilliseconds = defaults.max_ms
export const refusingStatuses: ReadonlySet<number> = new Set(defaults.status_for_reject)

/** The cases for one place, ready for `it.each`: their aim is the name of the test. */
export const casesFor = (...places: readonly string[]): (readonly [aim: string, hostile: HostileCase])[] =>
  cases
    .filter(({ apply }) => places.includes(apply))
    .map((hostile) => [`${hostile.id}, ${hostile.aim}`, hostile] as const)

function written(part: Part): string {
  if (typeof part === 'string') return part
  const { repeat, times, counter } = part
  if (!counter) return repeat.repeat(times)
  return Array.from({ length: times }, (_, i) => repeat.replaceAll('{i}', String(i))).join('')
}

/** The payload as it goes over the wire. */
export function bytesOf(payload: Payload): Uint8Array<ArrayBuffer> {
  if (typeof payload === 'string') return new TextEncoder().encode(payload)
  if (payload.base64 !== undefined) return new Uint8Array(Buffer.from(payload.base64, 'base64'))
  return new TextEncoder().encode(payload.parts?.map(written).join('') ?? JSON.stringify(payload.json))
}

/** The payload as the value of a member. */
export const valueOf = (payload: Payload): unknown =>
  typeof payload === 'object' && 'json' in payload ? payload.json : new TextDecoder().decode(bytesOf(payload))

export const isAbsent = (payload: Payload): boolean => typeof payload === 'object' && payload.absent === true
