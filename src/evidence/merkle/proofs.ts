import { emptyRoot, type Hash } from './hashing.ts'
import {
  largestPowerBelow,
  rangeHash,
  subtreesOf,
  type Range,
  type ReadSubtree,
  type Subtree,
} from './subtrees.ts'

/** The root of the tree of the first `size` entries (RFC 9162, 2.1.1). */
export const rootOf = (size: number, read: ReadSubtree): Hash =>
  size === 0 ? emptyRoot : rangeHash({ start: 0, end: size }, read)

/** RFC 9162, 2.1.3.1: that the tree of `size` entries has this one at `index`. */
export const inclusionProof = (index: number, size: number, read: ReadSubtree): readonly Hash[] =>
  inclusionRanges(index, size).map((range) => rangeHash(range, read))

/** RFC 9162, 2.1.4.1: that the tree of `to` entries begins with all entries of the tree of `from`. */
export const consistencyProof = (from: number, to: number, read: ReadSubtree): readonly Hash[] =>
  consistencyRanges(from, to).map((range) => rangeHash(range, read))

/** What a proof reads: whoever keeps the tree elsewhere fetches this first. */
export const subtreesOfRanges = (ranges: readonly Range[]): readonly Subtree[] => ranges.flatMap(subtreesOf)

/** The ranges beside the path from an entry to the root, the nearest first. */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    throw new RangeError(`A tree of ${size} entries has none at ${index}`)
  const beside: Range[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start)
    if (index < middle) beside.push({ start: middle, end })
    else beside.push({ start, end: middle })
    ;[start, end] = index < middle ? [start, middle] : [middle, end]
  }
  return beside.toReversed()
}

/** The ranges of which both roots can be made. A smaller tree that is a subtree of the larger one is known already. */
export function consistencyRanges(from: number, to: number): readonly Range[] {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to)
    throw new RangeError(`A tree of ${to} entries does not begin with one of ${from}`)
  if (from === 0 || from === to) return []
  const found: Range[] = []
  let [start, end] = [0, to]
  while (from !== end) {
    const middle = start + largestPowerBelow(end - start)
    if (from <= middle) found.push({ start: middle, end })
    else found.push({ start, end: middle })
    ;[start, end] = from <= middle ? [start, middle] : [middle, end]
  }
  // Where the way never turned right, the range is the smaller tree itself.
  return (start === 0 ? found : [...found, { start, end }]).toReversed()
}
