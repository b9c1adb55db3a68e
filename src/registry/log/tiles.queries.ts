import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import { subtreesOfRanges } from '#evidence/merkle/proofs.ts'
import type { Range, ReadSubtree } from '#evidence/merkle/subtrees.ts'
import { nameOfTile, readFromTiles, tileOf, tileWidth, type Tile } from '#evidence/merkle/tiles.ts'

/** The hashes of a tile, as many as there are by now: those of a full tile, or what will be one. */
export async function tileHashes(em: EntityManager, tile: Tile): Promise<Uint8Array> {
  const tiles = await tilesRead(em, [tile])
  return tiles.get(nameOfTile(tile)) ?? new Uint8Array()
}

/** What reads the subtrees of which these ranges consist, from as few tiles as possible. */
export async function subtreeReader(em: EntityManager, ranges: readonly Range[]): Promise<ReadSubtree> {
  const wanted = subtreesOfRanges(ranges).map(tileOf)
  const distinct = new Map(wanted.map((tile) => [nameOfTile(tile), tile]))
  return readFromTiles(await tilesRead(em, [...distinct.values()]))
}

/** One statement for all: a full tile is looked up, another is put together from the entries or the tiles below it. */
const statement = `
  select asked.level, asked.index, coalesce(
           (select t.hashes from log_tiles t where t.level = asked.level and t.index = asked.index),
           case asked.level when 0 then
             (select string_agg(e.leaf_hash, ''::bytea order by e.index) from log_entries e
               where e.index >= asked.index * ${tileWidth} and e.index < (asked.index + 1) * ${tileWidth})
           else
             (select string_agg(b.root, ''::bytea order by b.index) from log_tiles b
               where b.level = asked.level - 1
                 and b.index >= asked.index * ${tileWidth} and b.index < (asked.index + 1) * ${tileWidth})
           end) as hashes
    from unnest($1::int[], $2::bigint[]) asked (level, index)`

async function tilesRead(
  em: EntityManager,
  tiles: readonly Tile[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (tiles.length === 0) return new Map()
  const rows = await preparedRows<{ level: number; index: string; hashes: Uint8Array | null }>(
    em,
    statement,
    [tiles.map(({ level }) => level), tiles.map(({ index }) => index)],
  )
  return new Map(
    rows.map(({ level, index, hashes }) => [
      nameOfTile({ level, index: Number(index) }),
      hashes ?? new Uint8Array(),
    ]),
  )
}
