import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import { subtreesOfRanges } from '#evidence/merkle/proofs.ts'
import type { Range, ReadSubtree } from '#evidence/merkle/subtrees.ts'
import { nameOfTile, readFromTiles, tileOf, tileWidth, type Tile } from '#evidence/merkle/tiles.ts'

/** The hashes of a tile, as many as there are by now: those of a full tile, or what will be one. */
export async function tileHashes(em: EntityManager, tile: Tile): Promise<Uint8Array> {
  const full = await fullTiles(em, [tile])
  return full.get(nameOfTile(tile)) ?? unfinished(em, tile)
}

/** What reads the subtrees of which these ranges consist, from as few tiles as possible. */
export async function subtreeReader(em: EntityManager, ranges: readonly Range[]): Promise<ReadSubtree> {
  const wanted = new Map(
    subtreesOfRanges(ranges).map((subtree) => [nameOfTile(tileOf(subtree)), tileOf(subtree)]),
  )
  const tiles = new Map(await fullTiles(em, [...wanted.values()]))
  for (const [name, tile] of wanted) if (!tiles.has(name)) tiles.set(name, await unfinished(em, tile))
  return readFromTiles(tiles)
}

async function fullTiles(
  em: EntityManager,
  tiles: readonly Tile[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (tiles.length === 0) return new Map()
  const rows = await preparedRows<{ level: number; index: string; hashes: Uint8Array }>(
    em,
    `select t.level, t.index, t.hashes
       from unnest($1::int[], $2::bigint[]) asked (level, index) join log_tiles t using (level, index)`,
    [tiles.map(({ level }) => level), tiles.map(({ index }) => index)],
  )
  return new Map(
    rows.map(({ level, index, hashes }) => [nameOfTile({ level, index: Number(index) }), hashes]),
  )
}

const ofEntries = `
  select string_agg(leaf_hash, ''::bytea order by index) as hashes
    from log_entries where index >= $1::bigint and index < $1::bigint + ${tileWidth}`

const ofTilesBelow = `
  select string_agg(root, ''::bytea order by index) as hashes
    from log_tiles where level = $2::int - 1 and index >= $1::bigint and index < $1::bigint + ${tileWidth}`

async function unfinished(em: EntityManager, { level, index }: Tile): Promise<Uint8Array> {
  const start = index * tileWidth
  const [row] = await preparedRows<{ hashes: Uint8Array | null }>(
    em,
    level === 0 ? ofEntries : ofTilesBelow,
    level === 0 ? [start] : [start, level],
  )
  return row?.hashes ?? new Uint8Array()
}
