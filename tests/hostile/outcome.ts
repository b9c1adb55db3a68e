import { operations } from '../../src/app.ts'
import { doesNotMatch } from '#contract/contract.refusals.ts'
import { conform } from '#contract/schemas.ts'
import { openApi } from '#http/docs/openapi.ts'
import type { Operation } from '#http/operation.ts'
import { refusingStatuses, type HostileCase } from './hostile-inputs.ts'
import { patience, type Answered } from './undone.ts'

export interface Expected {
  readonly operation: Operation
  readonly expect: HostileCase['expect']
  /** Where in the body the only fault is. */
  readonly pointer?: string
}

interface Told {
  readonly type: string
  readonly status: number
  readonly code: string
  readonly pointer?: string
  readonly errors?: readonly { readonly pointer: string }[]
}

const document = openApi(operations, { origin: 'https://etalon.test', version: '0.0.0' })
const documented = new Map(
  Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .map(({ operationId, responses }) => [
      operationId,
      new Set(
        Object.entries(responses).flatMap(([status, { 'x-refusals': notes = [] }]) =>
          notes.map(({ code }) => `${status} ${code}`),
        ),
      ),
    ]),
)

/** Of a file in which a row is refused, nothing is recorded but the report: it names the rows. */
const reported = new Set(['imports', 'import_rows', 'audit_events', 'audit_head'])
const isFileOfRows = ({ bytes }: Operation) => bytes?.asFile !== undefined

/** What an answer to a hostile request breaks of what is promised for every one. */
export function brokenPromises(answer: Answered, expected: Expected): string[] {
  const { status, text, milliseconds, changed, healthy } = answer
  const isRefused = status >= 400
  const stored = changed.filter((table) => !isFileOfRows(expected.operation) || !reported.has(table))
  const broken: [boolean, string][] = [
    [status >= 500, `answered ${status}: ${text.slice(0, 400)}`],
    [isRefused && status < 500 && !refusingStatuses.has(status), `refused by the unusual status ${status}`],
    [!isRefused && expected.expect === 'reject', `accepted with ${status}`],
    [isRefused && expected.expect === 'accept', `refused: ${text.slice(0, 400)}`],
    [milliseconds > patience(), `took ${Math.round(milliseconds)} ms`],
    [isRefused && stored.length > 0, `was refused and stored something: ${stored.join(', ')}`],
    [!healthy, 'a healthy request afterwards was not answered well within a second'],
    [
      Object.hasOwn(Object.prototype, 'isAdmin') || Object.hasOwn(Object.prototype, 'admin'),
      'every object is changed',
    ],
  ]
  return [
    ...broken.flatMap(([isBroken, what]) => (isBroken ? [what] : [])),
    ...(isRefused && status < 500 ? brokenByProblem(answer, expected) : []),
  ]
}

function brokenByProblem({ status, headers, text }: Answered, { operation, pointer }: Expected): string[] {
  const media = headers.get('content-type')
  if (media !== 'application/problem+json') return [`refused with ${status} as ${media}`]
  const told = JSON.parse(text) as Told
  const { code } = told
  const broken: [boolean, string][] = [
    [!matches(told), `no problem of RFC 9457: ${text.slice(0, 400)}`],
    [told.status !== status, `says ${told.status} and is answered with ${status}`],
    [!told.type?.endsWith(`/${code}`), `has the type ${told.type} for ${code}`],
    [!documented.get(operation.id)?.has(`${status} ${code}`), `${status} ${code} stands not in OpenAPI`],
    [pointer !== undefined && !tells(told, pointer), `names no place: ${text.slice(0, 400)}`],
  ]
  return broken.flatMap(([isBroken, what]) => (isBroken ? [what] : []))
}

function matches(told: unknown): boolean {
  try {
    conform('http/problem.json', told)
    return true
  } catch {
    return false
  }
}

const leads = (a: string, b: string) => a === b || a.startsWith(`${b}/`)

const holderOf = (pointer: string) => pointer.slice(0, pointer.lastIndexOf('/'))

/** Two ends of one thing: which of them is at fault nobody can say. */
const ends = /\/(?:lower|upper|started|finished|issued|\w+(?:From|To|Until))$/
const areEnds = (a: string, b: string) => holderOf(a) === holderOf(b) && ends.test(a) && ends.test(b)

/** A value that is possible in itself may be refused for what stands beside it in the same part of the message. */
const topOf = (pointer: string) => pointer.split('/', 2).join('/')
const areOfOnePart = (a: string, b: string) => topOf(a) === topOf(b) && holderOf(b) !== ''

const placesIn = ({ pointer, errors = [] }: Told): string[] =>
  [...(pointer === undefined ? [] : [pointer]), ...errors.map((fault) => fault.pointer)].filter(
    (each) => each !== '',
  )

/** Whether a pointer of the problem leads to the place, into it, to what holds it, or to its other end. */
export const names = ({ text }: Pick<Answered, 'text'>, place: string): boolean =>
  placesIn(JSON.parse(text) as Told).some(
    (each) => leads(each, place) || leads(place, each) || areEnds(each, place),
  )

function tells(told: Told, place: string): boolean {
  const isPossibleInItself = told.code !== doesNotMatch.definition.code
  const isBeside = (each: string) => isPossibleInItself && areOfOnePart(each, place)
  return names({ text: JSON.stringify(told) }, place) || placesIn(told).some(isBeside)
}
