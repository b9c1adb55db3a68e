import type { EntityManager } from '@mikro-orm/postgresql'
import { cancellableRows, patientRows } from '#db/cancellable.ts'
import type { Subject } from './subject.queries.ts'

/** During which uses of the subject count; what rests on such a use counts at any time. */
export interface Window {
  readonly since: Date | undefined
  readonly until: Date | undefined
}

/** What lies below is found from these: with the results themselves above it, or with results that used the subject. */
export interface Roots {
  /** Results that stand above what is meant. */
  readonly above: readonly string[]
  /** Results that are meant themselves. */
  readonly own: readonly string[]
}

interface Use {
  readonly id: string
  readonly generation: number
}

const usesSql = (limit: string): string => `
  select l.result_id as id, cardinality(r.ancestors) as generation
    from result_links l
    join calibration_results r on r.id = l.result_id
    join calibrations c on c.id = r.calibration_id
   where (l.upstream_result_id = any($1::uuid[]) or l.upstream_reference_id = $2::uuid)
     and ($3::timestamptz is null or c.finished_at >= $3)
     and ($4::timestamptz is null or c.started_at <= $4)
     and exists (select 1 from certificates t where t.calibration_id = c.id)
   group by l.result_id, r.ancestors
   order by cardinality(r.ancestors), l.result_id ${limit}`

const usesOf = (
  em: EntityManager,
  { kind, standards }: Subject,
  { since = undefined, until = undefined }: Partial<Window>,
  at: { readonly signal: AbortSignal; readonly most?: number },
): Promise<readonly Use[]> => {
  const results = kind === 'results' ? standards.map(({ id }) => id) : []
  const reference = kind === 'reference' ? standards[0].id : null
  const limit = at.most === undefined ? '' : `limit ${at.most}`
  const parameters = [results, reference, since ?? null, until ?? null]
  return cancellableRows<Use>(em, usesSql(limit), parameters, at.signal)
}

/** Where the walk begins: uses of the subject, within the window if there is one. */
export async function rootsOf(
  em: EntityManager,
  subject: Subject,
  window: Window,
  signal: AbortSignal,
): Promise<Roots> {
  const isWhole = window.since === undefined && window.until === undefined
  if (isWhole && subject.kind === 'results') {
    return { above: subject.standards.map(({ id }) => id), own: [] }
  }
  const uses = (await usesOf(em, subject, window, { signal })).map(({ id }) => id)
  return { above: uses, own: uses }
}

/**
 * Some results of which nothing that is meant stands above: they can be told while the others are still being sorted. An
 * ancestor of a result has fewer ancestors than it, so those with the fewest of all have none among the rest.
 */
export async function firstUses(
  em: EntityManager,
  subject: Subject,
  window: Window,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const uses = await usesOf(em, subject, window, { signal, most: 50 })
  return uses.filter(({ generation }) => generation === uses[0]?.generation).map(({ id }) => id)
}

const bytesOfId = 16

/** Identifiers in an order, sixteen bytes each: hundreds of thousands of them take no more than a few megabytes. */
export interface Identifiers {
  readonly count: number
  readonly slice: (from: number, to: number) => readonly string[]
}

/**
 * Every result below, standards before what used them: whatever stands above a result has fewer ancestors than it. One
 * statement and no cursor, so that no connection waits for a client that reads slowly.
 */
export async function inOrderBelow(
  em: EntityManager,
  { above, own }: Roots,
  without: readonly string[],
  signal: AbortSignal,
): Promise<Identifiers> {
  const [row] = await patientRows<{ ids: Buffer | null }>(
    em,
    `select string_agg(uuid_send(r.id), ''::bytea order by cardinality(r.ancestors), r.id) as ids
       from calibration_results r
      where (r.ancestors && $1::uuid[] or r.id = any($2::uuid[]))
        and not (r.ancestors && $3::uuid[] or r.id = any($3::uuid[]))`,
    [above, own, without],
    signal,
  )
  const bytes = row?.ids ?? Buffer.alloc(0)
  return {
    count: bytes.length / bytesOfId,
    slice: (from, to) => {
      const hex = bytes.toString('hex', from * bytesOfId, to * bytesOfId)
      return Array.from({ length: hex.length / (2 * bytesOfId) }, (_, i) => uuidText(hex, 32 * i))
    },
  }
}

const uuidText = (hex: string, at: number): string =>
  [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from = 0, to = 0]) => hex.slice(at + from, at + to))
    .join('-')
