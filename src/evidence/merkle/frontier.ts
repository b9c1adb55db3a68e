import { emptyRoot, nodeHash, type Hash } from './hashing.ts'

/** What must be remembered of a tree to append to it: its complete subtrees, the largest first; log₂ of its size at most. */
export interface Frontier {
  readonly size: number
  readonly hashes: readonly Hash[]
}

export const emptyFrontier: Frontier = { size: 0, hashes: [] }

export interface Grown {
  readonly frontier: Frontier
  /** The subtrees that the entry completed: of 1, 2, 4 … entries. The first is the entry itself. */
  readonly completed: readonly Hash[]
}

/** The tree with one more entry. Each pair of equal subtrees becomes one of twice the size, as in adding 1 to a binary number. */
export function grow({ size, hashes }: Frontier, leaf: Hash): Grown {
  const completed = [leaf]
  let [last, pairs] = [leaf, 0]
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    pairs += 1
    last = nodeHash(memberOf(hashes, hashes.length - pairs), last)
    completed.push(last)
  }
  const kept = hashes.slice(0, hashes.length - pairs)
  return { frontier: { size: size + 1, hashes: [...kept, last] }, completed }
}

/** RFC 9162, 2.1.1: the subtrees are joined from the right. */
export function rootOfFrontier({ hashes }: Frontier): Hash {
  const last = hashes.at(-1)
  if (last === undefined) return emptyRoot
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last)
}

/** How many complete subtrees a tree of this size has: the ones of its binary number. */
export function subtreeCount(size: number): number {
  let count = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}

function memberOf(hashes: readonly Hash[], position: number): Hash {
  const hash = hashes[position]
  if (hash === undefined) throw new Error('The frontier has fewer subtrees than its size says')
  return hash
}
