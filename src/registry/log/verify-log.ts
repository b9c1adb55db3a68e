import type { EntityManager } from '@mikro-orm/postgresql'
import { opens } from '#evidence/log-statement.ts'
import { emptyFrontier, grow, rootOfFrontier } from '#evidence/merkle/frontier.ts'
import { leafHash, sameHash } from '#evidence/merkle/hashing.ts'
import { tileWidth } from '#evidence/merkle/tiles.ts'
import { entriesCounted, logHead } from './log.queries.ts'
import { tileHashes } from './tiles.queries.ts'

export type LogVerdict =
  | { readonly intact: true; readonly size: number }
  | {
      readonly intact: false
      /** The entry at which it breaks first. */
      readonly brokenAt: number
      readonly because:
        'missing' | 'changed' | 'not-opened' | 'tile-differs' | 'head-differs' | 'certificate-differs'
    }

interface Row {
  readonly index: string
  readonly leaf: string
  readonly leafHash: Uint8Array
  readonly opening: string | null
  readonly sha256: string | null
}

const batch = tileWidth

/** Hashes every entry again, and holds tiles, head and certificates against them. */
export async function verifyLog(em: EntityManager): Promise<LogVerdict> {
  const { size, root } = await logHead(em)
  let frontier = emptyFrontier
  while (frontier.size < size) {
    const start = frontier.size
    const rows = await rowsFrom(em, start, Math.min(batch, size - start))
    if (rows.length === 0) return { intact: false, brokenAt: start, because: 'missing' }
    const hashes: Uint8Array[] = []
    for (const row of rows) {
      const because = faultOf(row, frontier.size)
      if (because) return { intact: false, brokenAt: frontier.size, because }
      hashes.push(leafHash(row.leaf))
      frontier = grow(frontier, leafHash(row.leaf)).frontier
    }
    const made = Buffer.concat(hashes)
    const kept = await tileHashes(em, { level: 0, index: start / tileWidth })
    if (!sameHash(kept.subarray(0, made.length), made))
      return { intact: false, brokenAt: start, because: 'tile-differs' }
  }
  const counted = await entriesCounted(em)
  const isWhole = counted.size === counted.found && sameHash(root, rootOfFrontier(frontier))
  return isWhole ? { intact: true, size } : { intact: false, brokenAt: size, because: 'head-differs' }
}

function faultOf({ index, leaf, leafHash: kept, opening, sha256 }: Row, expected: number) {
  if (Number(index) !== expected) return 'missing'
  if (!sameHash(leafHash(leaf), kept)) return 'changed'
  if (opening !== null && !opens(opening, leaf)) return 'not-opened'
  return sha256 === null || (opening ?? leaf).includes(`"sha256":"${sha256}"`)
    ? undefined
    : 'certificate-differs'
}

const rowsFrom = (em: EntityManager, start: number, limit: number): Promise<Row[]> =>
  em.execute(
    `select e.index, e.leaf, e.leaf_hash as "leafHash", e.opening,
            encode(sha256(convert_to(coalesce(v.document, w.document), 'UTF8')), 'hex') as sha256
       from log_entries e
            left join certificates v on v.id = e.certificate_id
            left join certificate_events h on h.id = e.certificate_event_id
            left join certificates w on w.id = h.certificate_id
      where e.index >= ? order by e.index limit ?`,
    [start, limit],
  )
