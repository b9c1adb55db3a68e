import { array, assert, integer, nat, property, record, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entriesOfBundle, entryBundle, longestEntry } from '#evidence/merkle/entry-bundle.ts'
import { emptyFrontier, grow, rootOfFrontier } from '#evidence/merkle/frontier.ts'
import { leafHash, type Hash } from '#evidence/merkle/hashing.ts'
import { consistencyProof, inclusionProof, rootOf } from '#evidence/merkle/proofs.ts'
import { readTilePath, tilePathOf } from '#evidence/merkle/tile-path.ts'
import { nameOfTile, readFromTiles, tileOf, widthOfTile } from '#evidence/merkle/tiles.ts'
import { verifyConsistency, verifyInclusion } from '#evidence/merkle/verification.ts'

describe('the path of a tile (C2SP tlog-tiles)', () => {
  it('has groups of three digits, marked by x but for the last, and says how many hashes are asked for', () => {
    expect(tilePathOf({ index: 1_234_067, width: 256 })).toBe('x001/x234/067')
    expect(tilePathOf({ index: 0, width: 256 })).toBe('000')
    expect(tilePathOf({ index: 999, width: 1 })).toBe('999.p/1')
    expect(tilePathOf({ index: 1_000, width: 255 })).toBe('x001/000.p/255')
  })

  it('is read back as what was written, and nothing else is a path', () => {
    const tiles = record({
      index: nat({ max: 2 ** 31 - 1 }),
      width: integer({ min: 1, max: 256 }),
    })
    assert(property(tiles, (tile) => void expect(readTilePath(tilePathOf(tile))).toEqual(tile)))
    for (const other of [
      '',
      '0',
      '0000',
      'x000/001',
      'x001/x002',
      '001/002',
      '000.p/0',
      '000.p/256',
      '000.p/01',
      '000.p/1000',
      '000.p',
      '000/',
      '-01',
      'x999/x999/x999/x999/x999/999',
      'x001/x001/x001/x001/x001/x001/001',
    ])
      expect(readTilePath(other), other).toBeUndefined()
  })
})

describe('tiles', () => {
  it('have as many hashes as the tree has complete subtrees at their level', () => {
    expect(widthOfTile({ level: 0, index: 0 }, 0)).toBe(0)
    expect(widthOfTile({ level: 0, index: 0 }, 5)).toBe(5)
    expect(widthOfTile({ level: 0, index: 1 }, 256)).toBe(0)
    expect(widthOfTile({ level: 1, index: 0 }, 70_000)).toBe(256)
    expect(widthOfTile({ level: 1, index: 1 }, 70_000)).toBe(17)
    expect(widthOfTile({ level: 2, index: 0 }, 70_000)).toBe(1)
  })

  it('of 70 000 entries give the roots and proofs of the tree', { timeout: 30_000 }, () => {
    const size = 70_000
    const { leaves, roots, tiles } = largeTree(size)
    const read = readFromTiles(tiles)
    const root = roots[size]!
    expect(rootOf(size, read)).toEqual(root)
    for (const index of [0, 1, 255, 256, 65_535, 65_536, 69_888, size - 1]) {
      const claim = { leaf: leaves[index]!, index, size, root }
      expect(verifyInclusion(claim, inclusionProof(index, size, read))).toBe(true)
    }
    for (const from of [1, 255, 256, 257, 65_535, 65_536, 65_537]) {
      const claim = { from: { size: from, root: roots[from]! }, to: { size, root } }
      expect(verifyConsistency(claim, consistencyProof(from, size, read))).toBe(true)
    }
  })

  it('that are too short for a subtree are not taken for it', () => {
    const read = readFromTiles(new Map([['0/0', leafHash('one')]]))
    expect(read({ level: 0, index: 0 })).toEqual(leafHash('one'))
    expect(() => read({ level: 0, index: 1 })).toThrow('No tile')
    expect(() => read({ level: 1, index: 0 })).toThrow('No tile')
    expect(nameOfTile(tileOf({ level: 13, index: 9 }))).toBe('1/1')
  })
})

/** Its roots by appending, and its tiles by what each entry completes. */
function largeTree(size: number) {
  const leaves: Hash[] = []
  const roots: Hash[] = [rootOfFrontier(emptyFrontier)]
  const tiles = new Map<string, Hash[]>()
  let frontier = emptyFrontier
  for (let index = 0; index < size; index++) {
    const leaf = leafHash(`entry ${index}`)
    const grown = grow(frontier, leaf)
    frontier = grown.frontier
    leaves.push(leaf)
    roots[index + 1] = index % 64 === 63 || index < 300 || index > 65_000 ? rootOfFrontier(frontier) : leaf
    for (const level of [0, 1, 2]) {
      const hash = grown.completed[level * 8]
      const name = `${level}/${Math.floor(index / 256 ** (level + 1))}`
      if (hash) tiles.set(name, [...(tiles.get(name) ?? []), hash])
    }
  }
  return { leaves, roots, tiles: new Map([...tiles].map(([name, hashes]) => [name, Buffer.concat(hashes)])) }
}

describe('a bundle of entries', () => {
  it('is read as what was written', () => {
    const bundles = array(uint8Array({ maxLength: 700 }), { maxLength: 20 })
    assert(
      property(bundles, (entries) => {
        const read = entriesOfBundle(entryBundle(entries))
        expect(read?.map((entry) => [...entry])).toEqual(entries.map((entry) => [...entry]))
      }),
    )
    expect([...entryBundle([new Uint8Array(258)])].slice(0, 3)).toEqual([1, 2, 0])
  })

  it('holds no entry longer than its length can say, and is nothing when it is cut', () => {
    expect(entriesOfBundle(entryBundle([new Uint8Array(longestEntry)]))).toHaveLength(1)
    expect(() => entryBundle([new Uint8Array(longestEntry + 1)])).toThrow(RangeError)
    const bundle = entryBundle([Buffer.from('abc'), Buffer.from('d')])
    for (let length = 0; length < bundle.length; length++)
      expect(entriesOfBundle(bundle.subarray(0, length))?.length).toBe(
        length === 0 ? 0 : length === 5 ? 1 : undefined,
      )
  })
})
