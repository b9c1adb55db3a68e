/** The kinds of expected failure; `http/problem.ts` turns each into a status. */
export type RefusalKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'absent'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'unsupported-media'
  | 'unprocessable'
  | 'precondition-required'
  | 'exhausted'
  | 'unavailable'

/** A text a person reads, in one language or in both. */
export type Wording = string | { readonly en: string; readonly zh: string }

/** One fault inside a message: where (JSON Pointer), which (stable code) and what. */
export interface Fault {
  readonly pointer: string
  readonly code: string
  readonly detail: Wording
  /** The clause of the standard that asks for it. */
  readonly clause?: string
}

export interface RefusalDefinition {
  readonly code: string
  readonly kind: RefusalKind
  readonly title: Wording
}

/** Where in the message the refusal happened, and the rule of the traceability page that refused. */
export interface Place {
  readonly pointer?: string
  readonly rule?: string
  readonly errors?: readonly Fault[]
}

/** An expected failure: the request was understood and is not carried out. */
export class Refusal extends Error {
  readonly definition: RefusalDefinition
  readonly detail: Wording
  readonly facts: Readonly<Record<string, unknown>>
  readonly place: Place

  constructor(definition: RefusalDefinition, detail: Wording, facts: Record<string, unknown>, place: Place) {
    super(typeof detail === 'string' ? detail : detail.en)
    this.name = 'Refusal'
    this.definition = definition
    this.detail = detail
    this.facts = facts
    this.place = place
  }
}

export interface RefusalMaker {
  (detail: Wording, facts?: Record<string, unknown>, place?: Place): Refusal
  readonly definition: RefusalDefinition
}

const defined = new Map<string, RefusalMaker>()

/** Every refusal has one definition; a code that is defined twice would mean two things. */
export function defineRefusal(definition: RefusalDefinition): RefusalMaker {
  if (defined.has(definition.code)) throw new Error(`The refusal ${definition.code} is defined twice`)
  const make = (detail: Wording, facts: Record<string, unknown> = {}, place: Place = {}) =>
    new Refusal(definition, detail, facts, place)
  const maker = Object.assign(make, { definition })
  defined.set(definition.code, maker)
  return maker
}

/** Every refusal of these rooms (the word before the point of the code), for the list of what an operation refuses. */
export const refusalsOf = (...rooms: readonly string[]): readonly RefusalMaker[] =>
  [...defined].flatMap(([code, maker]) => (rooms.includes(code.split('.', 1)[0] ?? '') ? [maker] : []))

/** The same refusal, told at a place further out: the pointer of the inner place is appended to `prefix`. */
export function at(prefix: string, refusal: Refusal): Refusal {
  const pointer = prefix + (refusal.place.pointer ?? '')
  return new Refusal(refusal.definition, refusal.detail, refusal.facts, { ...refusal.place, pointer })
}

/** Runs `work` and tells its refusals at `prefix`. */
export function within<T>(prefix: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Refusal ? at(prefix, error) : error
  }
}
