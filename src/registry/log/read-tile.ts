import type { EntityManager } from '@mikro-orm/postgresql'
import { entryBundle } from '#evidence/merkle/entry-bundle.ts'
import { hashBytes } from '#evidence/merkle/hashing.ts'
import { readTilePath, type TilePath } from '#evidence/merkle/tile-path.ts'
import { tileWidth } from '#evidence/merkle/tiles.ts'
import { entriesFrom } from './log.queries.ts'
import { noSuchTile } from './log.refusals.ts'
import { tileHashes } from './tiles.queries.ts'

/** A tile, or its first hashes. Once they are there they stay, also when the tile is full. */
export async function readTile(em: EntityManager, level: number, path: string): Promise<Uint8Array> {
  const { index, width } = understood(path)
  const hashes = await tileHashes(em, { level, index })
  if (hashes.length < width * hashBytes) throw absent(path)
  return hashes.subarray(0, width * hashBytes)
}

/** The entries below a tile of level 0, in the order of its hashes. */
export async function readBundle(em: EntityManager, path: string): Promise<Uint8Array> {
  const { index, width } = understood(path)
  const entries = await entriesFrom(em, index * tileWidth, width)
  if (entries.length < width) throw absent(path)
  return entryBundle(entries.map(({ leaf }) => Buffer.from(leaf, 'utf8')))
}

function understood(path: string): TilePath {
  const found = readTilePath(path)
  if (!found || !Number.isSafeInteger(found.index * tileWidth)) throw absent(path)
  return found
}

const absent = (path: string) =>
  noSuchTile(
    { en: `The log has no tile ${path} yet, or never will`, zh: `日志没有分块 ${path}` },
    {},
    { pointer: '/path' },
  )
