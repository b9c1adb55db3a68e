import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import { rootOfFrontier, type Frontier } from '#evidence/merkle/frontier.ts'
import type { Hash } from '#evidence/merkle/hashing.ts'
import { tileWidth } from '#evidence/merkle/tiles.ts'
import type { LogEntryKind } from './log-entry.entity.ts'

export interface NewEntry {
  readonly index: number
  readonly kind: LogEntryKind
  readonly leaf: string
  readonly leafHash: Hash
  readonly opening: string | undefined
  readonly certificate?: string
  readonly certificateEvent?: string
  readonly at: string
}

export interface FullTile {
  readonly level: number
  readonly index: number
  readonly root: Hash
}

/** The head, held until the transaction ends: who appends next sees what this one has written. */
export async function lockedHead(em: EntityManager) {
  const rows = await preparedRows<{ size: string; frontier: Uint8Array }>(
    em,
    'select size, frontier from log_head where id = 1 for update',
    [],
  )
  const [head] = rows
  if (!head) throw new Error('The log has a head')
  return { size: Number(head.size), frontier: head.frontier }
}

/** Writes entries and the head after them, with one statement. */
export const enter = (em: EntityManager, entries: readonly NewEntry[], frontier: Frontier) =>
  preparedRows(
    em,
    `with entered as (
       insert into log_entries
         (index, kind, leaf, leaf_hash, opening, certificate_id, certificate_event_id, at)
       select * from unnest($1::bigint[], $2::text[], $3::text[], $4::bytea[], $5::text[], $6::uuid[], $7::uuid[],
                            $8::timestamptz[])
     )
     update log_head set size = $9, frontier = $10, root = $11 where id = 1`,
    [
      entries.map(({ index }) => index),
      entries.map(({ kind }) => kind),
      entries.map(({ leaf }) => leaf),
      entries.map(({ leafHash }) => leafHash),
      entries.map(({ opening }) => opening ?? null),
      entries.map(({ certificate }) => certificate ?? null),
      entries.map(({ certificateEvent }) => certificateEvent ?? null),
      entries.map(({ at }) => at),
      frontier.size,
      Buffer.concat(frontier.hashes),
      rootOfFrontier(frontier),
    ],
  )

const ofEntries = `
  insert into log_tiles (level, index, hashes, root)
  select $1::int, $2::bigint, string_agg(leaf_hash, ''::bytea order by index), $3
    from log_entries where index >= $4::bigint and index < $4::bigint + ${tileWidth}`

const ofTilesBelow = `
  insert into log_tiles (level, index, hashes, root)
  select $1::int, $2::bigint, string_agg(root, ''::bytea order by index), $3
    from log_tiles where level = $1::int - 1 and index >= $4::bigint and index < $4::bigint + ${tileWidth}`

/** Puts together what the entries, or the tiles below, have become. */
export const keepTile = (em: EntityManager, { level, index, root }: FullTile) =>
  preparedRows(em, level === 0 ? ofEntries : ofTilesBelow, [level, index, root, index * tileWidth])
