import { hashBytes, pairHash, type Hash } from './hashing.ts'
import type { ReadSubtree, Subtree } from './subtrees.ts'

/** C2SP tlog-tiles: 256 hashes side by side, eight levels of the tree apart from the tiles above and below. */
export interface Tile {
  /** 0 holds the hashes of entries, 1 those of full tiles of level 0, and so on. */
  readonly level: number
  readonly index: number
}

export const tileWidth = 256
const tileHeight = 8

/** How many hashes this tile has in a tree of `size` entries: up to 256. */
export function widthOfTile({ level, index }: Tile, size: number): number {
  const across = Math.floor(size / tileWidth ** level)
  return Math.min(tileWidth, Math.max(0, across - index * tileWidth))
}

/** The tile by which the hash of a subtree is known. */
export const tileOf = ({ level, index }: Subtree): Tile => ({
  level: Math.floor(level / tileHeight),
  index: Math.floor(index / 2 ** (tileHeight - (level % tileHeight))),
})

export const nameOfTile = ({ level, index }: Tile): string => `${level}/${index}`

/** Reads subtrees from tiles that are at hand, by name. */
export function readFromTiles(tiles: ReadonlyMap<string, Uint8Array>): ReadSubtree {
  return (subtree) => {
    const hashes = tiles.get(nameOfTile(tileOf(subtree)))
    const count = 2 ** (subtree.level % tileHeight)
    const start = (subtree.index % (tileWidth / count)) * count
    if (hashes === undefined || hashes.length < (start + count) * hashBytes)
      throw new Error(`No tile has the subtree ${subtree.level}/${subtree.index}`)
    return rootOfHashes(hashes.subarray(start * hashBytes, (start + count) * hashBytes))
  }
}

export const hashesIn = (bytes: Uint8Array): Hash[] =>
  Array.from({ length: bytes.length / hashBytes }, (_, i) =>
    bytes.subarray(i * hashBytes, (i + 1) * hashBytes),
  )

/** Of hashes side by side, whose number is a power of two: level by level, each half as long as the one below. */
function rootOfHashes(hashes: Uint8Array): Hash {
  let layer = hashes
  while (layer.length > hashBytes) {
    const above = Buffer.allocUnsafe(layer.length / 2)
    for (let at = 0; at < above.length; at += hashBytes)
      above.set(pairHash(layer.subarray(2 * at, 2 * at + 2 * hashBytes)), at)
    layer = above
  }
  return layer
}
