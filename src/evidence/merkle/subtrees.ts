import { nodeHash, type Hash } from './hashing.ts'

/** The complete subtree over the entries from `index` · 2^`level` to (`index` + 1) · 2^`level`. */
export interface Subtree {
  readonly level: number
  readonly index: number
}

/** Entries from `start` to `end`, without the last. In a tree such a range begins where its largest subtree may begin. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Where the hashes of complete subtrees come from. */
export type ReadSubtree = (subtree: Subtree) => Hash

/** The largest power of two below n: where RFC 9162, 2.1.1 divides n entries. */
export function largestPowerBelow(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

/** The complete subtrees of which a range consists, from left to right. */
export function subtreesOf({ start, end }: Range): readonly Subtree[] {
  const found: Subtree[] = []
  for (let at = start; at < end;) {
    let [level, width] = [0, 1]
    while (at % (width * 2) === 0 && at + width * 2 <= end) [level, width] = [level + 1, width * 2]
    found.push({ level, index: at / width })
    at += width
  }
  return found
}

/** RFC 9162, 2.1.1: the hash of a range, by its complete subtrees joined from the right. */
export function rangeHash(range: Range, read: ReadSubtree): Hash {
  const hashes = subtreesOf(range).map(read)
  const last = hashes.at(-1)
  if (last === undefined) throw new Error('A range has at least one entry')
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last)
}
