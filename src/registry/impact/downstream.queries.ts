import type { EntityManager } from '@mikro-orm/postgresql'
import { cancellableRows, patientRows } from '#db/cancellable.ts'
import { asChain } from '#db/tenancy/standing.ts'
import type { Subject } from './subject.queries.ts'

/** During which uses of the subject count; what rests on such a use counts at any time. */
export interface Window {
  readonly since: Date | undefined
  readonly until: Date | undefined
}

/** What lies below is found from these: from the subject itself, or from the results that used it. */
export interface Roots {
  /** Results and references that stand above what is meant. */
  readonly above: readonly string[]
  /** Results that are meant themselves. */
  readonly own: readonly string[]
}

/** The uses of the subject within the window, `r`, by certified results. */
const usesSql = `
    from result_links l
    join calibration_results r on r.id = l.result_id
    join calibrations c on c.id = r.calibration_id
   where (l.upstream_result_id = any($1::uuid[]) or l.upstream_reference_id = any($1::uuid[]))
     and ($2::timestamptz is null or c.finished_at >= $2)
     and ($3::timestamptz is null or c.started_at <= $3)
     and exists (select 1 from certificates t where t.calibration_id = c.id)`

/** Each as often as it used the subject, in no order: the first of them are there without waiting for the last. */
async function usesOf(
  em: EntityManager,
  { standards }: Subject,
  { since = null, until = null }: { readonly [W in keyof Window]?: Window[W] | null },
  signal: AbortSignal,
  further: { readonly sql: string; readonly parameters: readonly unknown[] } = { sql: '', parameters: [] },
): Promise<readonly string[]> {
  const parameters = [standards.map(({ id }) => id), since, until, ...further.parameters]
  const sql = `select r.id ${usesSql} ${further.sql}`
  const rows = await asChain(em, () => cancellableRows<{ id: string }>(em, sql, parameters, signal))
  return [...new Set(rows.map(({ id }) => id))]
}

/** Where the walk begins: uses of the subject, within the window if there is one. */
export async function rootsOf(
  em: EntityManager,
  subject: Subject,
  window: Window,
  signal: AbortSignal,
): Promise<Roots> {
  const isWhole = window.since === undefined && window.until === undefined
  if (isWhole) return { above: subject.standards.map(({ id }) => id), own: [] }
  const uses = await usesOf(em, subject, window, signal)
  return { above: uses, own: uses }
}

/** Some uses of the subject of which nothing else that is meant stands above: they can be told while the others are sorted. */
export async function firstUses(
  em: EntityManager,
  subject: Subject,
  { window, roots }: { readonly window: Window; readonly roots: Roots },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const sql = `
    and not exists (select 1 from result_links o join calibration_results u on u.id = o.upstream_result_id
                     where o.result_id = r.id and (u.ancestors && $4::uuid[] or u.id = any($5::uuid[])))
    limit 50`
  const parameters = [roots.above, roots.own]
  return usesOf(em, subject, window, signal, { sql, parameters })
}

/** More keys than this are slower together in an index of arrays than a walk along the links: it asks each of every row. */
const mostKeys = 32

/**
 * Every result below as `r`, from `$1` above and `$2` of its own: by ancestry, or by recursion from many. With it `and …` may
 * follow.
 */
export function belowSql({ above }: Roots): { readonly prefix: string; readonly from: string } {
  if (above.length <= mostKeys) {
    const where = '(r.ancestors && $1::uuid[] or r.id = any($2::uuid[]))'
    return { prefix: '', from: `calibration_results r where ${where}` }
  }
  const prefix = `recursive below (id) as (
      (select unnest($2::uuid[])
        union
       select l.result_id from result_links l
        where l.upstream_result_id = any($1::uuid[]) or l.upstream_reference_id = any($1::uuid[]))
      union
      select l.result_id from below join result_links l on l.upstream_result_id = below.id
    )`
  return { prefix, from: 'below join calibration_results r on r.id = below.id where true' }
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
  roots: Roots,
  without: readonly string[],
  signal: AbortSignal,
): Promise<Identifiers> {
  const { prefix, from } = belowSql(roots)
  const sql = `${prefix === '' ? '' : `with ${prefix}`}
     select string_agg(uuid_send(r.id), ''::bytea order by cardinality(r.ancestors), r.id) as ids
       from ${from} and not (r.ancestors && $3::uuid[] or r.id = any($3::uuid[]))`
  const parameters = [roots.above, roots.own, without]
  const [row] = await asChain(em, () => patientRows<{ ids: Buffer | null }>(em, sql, parameters, signal))
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
