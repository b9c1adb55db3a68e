import { assert, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyFrontier,
  grow,
  rootOfFrontier,
  subtreeCount,
  type Frontier,
} from '#evidence/merkle/frontier.ts'
import { emptyRoot, leafHash, nodeHash, type Hash } from '#evidence/merkle/hashing.ts'
import { consistencyProof, inclusionProof, rootOf } from '#evidence/merkle/proofs.ts'
import type { ReadSubtree } from '#evidence/merkle/subtrees.ts'
import { verifyConsistency, verifyInclusion } from '#evidence/merkle/verification.ts'
import { plainPath, plainProof, plainRoot } from './plain-tree.ts'

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
const entryOf = (index: number) => Buffer.from(`entry ${index}`)

/** A tree in memory: its frontier after each entry, and every complete subtree. */
function treeOf(entries: readonly Uint8Array[]) {
  const subtrees = new Map<string, Hash>()
  const frontiers: Frontier[] = [emptyFrontier]
  entries.forEach((entry, index) => {
    const { frontier, completed } = grow(frontiers.at(-1)!, leafHash(entry))
    completed.forEach((hash, level) => subtrees.set(`${level}/${Math.floor(index / 2 ** level)}`, hash))
    frontiers.push(frontier)
  })
  const read: ReadSubtree = ({ level, index }) => subtrees.get(`${level}/${index}`)!
  return { frontiers, read }
}

const most = 300
const entries = Array.from({ length: most }, (_, index) => entryOf(index))
const { frontiers, read } = treeOf(entries)
const roots = entries.map((_, size) => plainRoot(entries.slice(0, size))).concat(plainRoot(entries))

describe('the hashes of the published example of RFC 6962 (certificate-transparency, merkletree tests)', () => {
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ]
  const published = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  const tree = treeOf(inputs.map((input) => Buffer.from(input, 'hex')))

  it.each(published.map((root, size) => ({ root, size })))(
    'the root of $size entries is $root',
    ({ root, size }) => {
      expect(hex(rootOf(size, tree.read))).toBe(root)
      expect(hex(rootOfFrontier(tree.frontiers[size]!))).toBe(root)
    },
  )
})

describe('a Merkle tree', () => {
  it('has at every size from 0 to 300 the root that RFC 9162, 2.1.1 defines', () => {
    for (let size = 0; size <= most; size++) {
      expect(hex(rootOf(size, read))).toBe(hex(roots[size]!))
      expect(hex(rootOfFrontier(frontiers[size]!))).toBe(hex(roots[size]!))
      expect(frontiers[size]!.hashes).toHaveLength(subtreeCount(size))
    }
  })

  it('proves every entry of every tree up to 50 entries as RFC 9162, 2.1.3.1 defines', () => {
    for (let size = 1; size <= 50; size++) {
      const plain = entries.slice(0, size)
      for (let index = 0; index < size; index++) {
        const path = inclusionProof(index, size, read)
        expect(path.map(hex)).toEqual(plainPath(index, plain).map(hex))
        const claim = { leaf: leafHash(entries[index]!), index, size, root: roots[size]! }
        expect(verifyInclusion(claim, path)).toBe(true)
      }
    }
  })

  it('proves of every two trees up to 50 entries that one begins with the other (RFC 9162, 2.1.4.1)', () => {
    for (let to = 0; to <= 50; to++) {
      const plain = entries.slice(0, to)
      for (let from = 0; from <= to; from++) {
        const path = consistencyProof(from, to, read)
        expect(path.map(hex)).toEqual(from === 0 ? [] : plainProof(from, plain).map(hex))
        const claim = { from: { size: from, root: roots[from]! }, to: { size: to, root: roots[to]! } }
        expect(verifyConsistency(claim, path)).toBe(true)
      }
    }
  })

  it('proves any entry of any tree up to 300 entries, and that any two of them agree', () => {
    const sizes = tuple(nat({ max: most }), nat({ max: most }), nat({ max: most - 1 }))
    assert(
      property(sizes, ([one, other, at]) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const consistent = { from: { size: from, root: roots[from]! }, to: { size: to, root: roots[to]! } }
        expect(verifyConsistency(consistent, consistencyProof(from, to, read))).toBe(true)
        if (to === 0) return
        const index = at % to
        const included = { leaf: leafHash(entries[index]!), index, size: to, root: roots[to]! }
        expect(verifyInclusion(included, inclusionProof(index, to, read))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('refuses an entry that it does not have, whatever the place', () => {
    expect(() => inclusionProof(3, 3, read)).toThrow(RangeError)
    expect(() => inclusionProof(-1, 3, read)).toThrow(RangeError)
    expect(() => consistencyProof(4, 3, read)).toThrow(RangeError)
  })
})

const flipped = (hash: Hash, bit: number) => {
  const copy = Buffer.from(hash)
  copy[bit >> 3]! ^= 1 << (bit & 7)
  return copy
}

describe('a proof', () => {
  const size = 100
  const index = 37
  const path = inclusionProof(index, size, read)
  const claim = { leaf: leafHash(entries[index]!), index, size, root: roots[size]! }

  it('of inclusion fails when any bit of it, of the entry or of the root is another', () => {
    for (let bit = 0; bit < 256; bit++) {
      expect(verifyInclusion({ ...claim, leaf: flipped(claim.leaf, bit) }, path)).toBe(false)
      expect(verifyInclusion({ ...claim, root: flipped(claim.root, bit) }, path)).toBe(false)
      for (let at = 0; at < path.length; at++)
        expect(verifyInclusion(claim, path.with(at, flipped(path[at]!, bit)))).toBe(false)
    }
  })

  it('of inclusion holds for one place and one length only', () => {
    for (let other = 0; other < size; other++)
      expect(verifyInclusion({ ...claim, index: other }, path)).toBe(other === index)
    expect(verifyInclusion(claim, path.slice(1))).toBe(false)
    expect(verifyInclusion(claim, [...path, claim.leaf])).toBe(false)
    expect(verifyInclusion({ ...claim, index: -1 }, path)).toBe(false)
    expect(verifyInclusion({ ...claim, index: 0.5 }, path)).toBe(false)
    expect(verifyInclusion({ ...claim, size: 2 ** 53 }, path)).toBe(false)
    expect(verifyInclusion({ ...claim, size: 0, index: 0 }, [])).toBe(false)
  })

  it('of consistency fails when any bit, a length or a size is another', () => {
    for (const [from, to] of [
      [37, 100],
      [64, 100],
      [1, 2],
      [99, 100],
    ] as const) {
      const proof = consistencyProof(from, to, read)
      const stated = { from: { size: from, root: roots[from]! }, to: { size: to, root: roots[to]! } }
      expect(verifyConsistency(stated, proof)).toBe(true)
      for (let bit = 0; bit < 256; bit += 7) {
        const older = { ...stated, from: { size: from, root: flipped(roots[from]!, bit) } }
        const newer = { ...stated, to: { size: to, root: flipped(roots[to]!, bit) } }
        expect(verifyConsistency(older, proof) || verifyConsistency(newer, proof)).toBe(false)
        for (let at = 0; at < proof.length; at++)
          expect(verifyConsistency(stated, proof.with(at, flipped(proof[at]!, bit)))).toBe(false)
      }
      expect(verifyConsistency(stated, [...proof, roots[1]!])).toBe(false)
      expect(verifyConsistency(stated, proof.slice(0, -1))).toBe(false)
      expect(verifyConsistency({ ...stated, from: { size: from + 1, root: roots[from]! } }, proof)).toBe(
        false,
      )
    }
  })

  it('of consistency needs none for a tree and itself, or from nothing, and has none backwards', () => {
    const at = (n: number) => ({ size: n, root: roots[n]! })
    expect(verifyConsistency({ from: at(5), to: at(5) }, [])).toBe(true)
    expect(verifyConsistency({ from: at(5), to: { size: 5, root: roots[6]! } }, [])).toBe(false)
    expect(verifyConsistency({ from: at(0), to: at(9) }, [])).toBe(true)
    expect(verifyConsistency({ from: { size: 0, root: roots[1]! }, to: at(9) }, [])).toBe(false)
    expect(verifyConsistency({ from: at(9), to: at(5) }, [])).toBe(false)
  })
})

describe('numbers beyond 32 bits', () => {
  // A tree of equal entries: the hash of a complete subtree depends on its level alone.
  const levels: Hash[] = [leafHash('same')]
  for (let level = 1; level < 53; level++) levels.push(nodeHash(levels[level - 1]!, levels[level - 1]!))
  const same: ReadSubtree = ({ level }) => levels[level]!

  it('are places and sizes as any other', () => {
    const [from, to, index] = [2 ** 40 + 12_345, 2 ** 45 + 3, 2 ** 44 + 7]
    const root = rootOf(to, same)
    expect(
      verifyInclusion({ leaf: levels[0]!, index, size: to, root }, inclusionProof(index, to, same)),
    ).toBe(true)
    const claim = { from: { size: from, root: rootOf(from, same) }, to: { size: to, root } }
    expect(verifyConsistency(claim, consistencyProof(from, to, same))).toBe(true)
  })

  it('do not change what nothing hashes to', () => {
    expect(hex(emptyRoot)).toBe(hex(plainRoot([])))
  })
})
