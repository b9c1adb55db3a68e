import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import type { Hash } from '#evidence/merkle/hashing.ts'

export interface Head {
  readonly size: number
  readonly frontier: Uint8Array
  readonly root: Hash
}

/** The log as it is committed: on the primary, since what was told once is never taken back. */
export async function logHead(em: EntityManager): Promise<Head> {
  const rows = await preparedRows<{ size: string; frontier: Uint8Array; root: Uint8Array }>(
    em,
    'select size, frontier, root from log_head where id = 1',
    [],
  )
  const [head] = rows
  if (!head) throw new Error('The log has a head')
  return { ...head, size: Number(head.size) }
}

/** How many entries the head counts, and how many there are: of one moment, whoever appends meanwhile. */
export async function entriesCounted(
  em: EntityManager,
): Promise<{ readonly size: number; readonly found: number }> {
  const [row] = await preparedRows<{ size: string; found: string }>(
    em,
    'select size, coalesce((select max(index) + 1 from log_entries), 0) as found from log_head where id = 1',
    [],
  )
  return { size: Number(row?.size), found: Number(row?.found) }
}

export interface EntryRow {
  readonly index: number
  readonly leaf: string
  readonly leafHash: Hash
}

/** What is published of the entries from one on, in their order. */
export async function entriesFrom(
  em: EntityManager,
  start: number,
  limit: number,
): Promise<readonly EntryRow[]> {
  const rows = await preparedRows<Omit<EntryRow, 'index'> & { readonly index: string }>(
    em,
    `select index, leaf, leaf_hash as "leafHash" from log_entries where index >= $1 order by index limit $2`,
    [start, limit],
  )
  return rows.map((row) => ({ ...row, index: Number(row.index) }))
}

export interface PlaceRow extends EntryRow {
  readonly kind: string
  readonly version: number
  readonly at: string
  readonly opening: string | null
}

/** Every entry about a certificate, with what opens the sealed ones, in the order of the log. */
export async function entriesAbout(em: EntityManager, number: string): Promise<readonly PlaceRow[]> {
  const rows = await preparedRows<
    Omit<PlaceRow, 'index' | 'at'> & { readonly index: string; readonly at: string }
  >(
    em,
    `select e.index, e.kind, about.version, e.leaf, e.leaf_hash as "leafHash", e.opening,
            to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from (select e.index, v.edition as version
               from certificates v join log_entries e on e.certificate_id = v.id
              where v.number = $1
             union all
             select e.index, v.edition
               from certificates v join certificate_events h on h.certificate_id = v.id
                    join log_entries e on e.certificate_event_id = h.id
              where v.number = $1) about
            join log_entries e on e.index = about.index
      order by e.index`,
    [number],
  )
  return rows.map((row) => ({ ...row, index: Number(row.index) }))
}

/** Who issued a certificate, whose item it is about, and for whom the work was done. */
export async function partiesOf(em: EntityManager, number: string): Promise<readonly string[]> {
  const rows = await preparedRows<{ id: string }>(
    em,
    `select distinct unnest(array[v.issuer_id, q.owner_id, c.customer_id]) as id
       from certificates v join calibrations c on c.id = v.calibration_id join equipment q on q.id = c.equipment_id
      where v.number = $1`,
    [number],
  )
  return rows.map(({ id }) => id)
}
