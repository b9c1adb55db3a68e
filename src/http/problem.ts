import type { Refusal, RefusalKind } from '#refusal.ts'
import { internal } from './http.refusals.ts'
import type { Exceeded } from './limits.ts'
import { inLanguage, type Language } from './language.ts'

export const statusOf: Readonly<Record<RefusalKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  absent: 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'unsupported-media': 415,
  unprocessable: 422,
  'precondition-required': 428,
  exhausted: 429,
  unavailable: 503,
}

/** What a problem says beside the refusal itself. */
export interface Circumstance {
  readonly origin: string
  readonly language: Language
  readonly requestId: string
}

export interface ProblemAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
}

/** As `http/problem.json` bounds them: what a stranger sent may be quoted, and is not sent back whole. */
const longestDetail = 4000
const longestPointer = 1000
const cut = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`

/** RFC 9457. No fact can stand in the place of a standard member. */
export function problemOf(refusal: Refusal, { origin, language, requestId }: Circumstance): ProblemAnswer {
  const { definition, detail, facts, place } = refusal
  const status = statusOf[definition.kind]
  const say = (wording: typeof detail) => cut(inLanguage(wording, language), longestDetail)
  const errors = place.errors?.map((fault) => ({ ...fault, detail: say(fault.detail) }))
  const standard = {
    type: `${origin}/problems/${definition.code}`,
    title: say(definition.title),
    status,
    detail: say(detail),
    code: definition.code,
    ...(place.pointer !== undefined && { pointer: cut(place.pointer, longestPointer) }),
    ...(place.rule !== undefined && { rule: place.rule }),
    ...(errors && { errors }),
    requestId,
    instance: `urn:etalon:request:${requestId}`,
  }
  const body = { ...standard, ...facts, ...standard }
  return { status, headers: headersOf(refusal, language), body }
}

function headersOf({ definition, facts }: Refusal, language: Language): Record<string, string> {
  const { allow, retryAfterSeconds, rateLimit } = facts
  return {
    'content-type': 'application/problem+json',
    'content-language': language,
    'cache-control': 'no-store',
    ...(definition.kind === 'unauthenticated' && { 'www-authenticate': 'Bearer realm="etalon"' }),
    ...(Array.isArray(allow) && { allow: allow.join(', ') }),
    ...(isExceeded(rateLimit) && limitHeaders(rateLimit)),
    ...(typeof retryAfterSeconds === 'number' && { 'retry-after': String(retryAfterSeconds) }),
  }
}

const isExceeded = (fact: unknown): fact is Exceeded => typeof fact === 'object' && fact !== null

/** draft-ietf-httpapi-ratelimit-headers-10: what is left of which quota, and when there is more. */
const limitHeaders = ({ policy, quota, windowSeconds, retryAfterSeconds }: Exceeded) => ({
  ratelimit: `"${policy}";r=0;t=${retryAfterSeconds}`,
  'ratelimit-policy': `"${policy}";q=${quota};w=${windowSeconds}`,
})

/** A bug: 500 and not a word about what happened; the cause is in the log, under the same request id. */
export function problemOfBug(circumstance: Circumstance, shownInTests?: unknown): ProblemAnswer {
  const { headers, body } = problemOf(internal(internal.definition.title), circumstance)
  const { detail: _, ...rest } = body
  const shown = shownInTests === undefined ? {} : { detail: causesOf(shownInTests).join(': ') }
  return { status: 500, headers, body: { ...rest, status: 500, ...shown } }
}

const causesOf = (error: unknown): string[] =>
  error instanceof Error ? [error.message, ...causesOf(error.cause)] : []
