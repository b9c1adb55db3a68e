import { emptyRoot, nodeHash, sameHash, type Hash } from './hashing.ts'

export interface InclusionClaim {
  readonly leaf: Hash
  readonly index: number
  readonly size: number
  readonly root: Hash
}

/** RFC 9162, 2.1.3.2. Numbers beyond 2^53 are no claim that can be verified here. */
export function verifyInclusion({ leaf, index, size, root }: InclusionClaim, path: readonly Hash[]): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  const climb = climbing(index, size - 1)
  let made = leaf
  for (const beside of path) {
    if (climb.isAtRoot()) return false
    made = climb.step() === 'left' ? nodeHash(beside, made) : nodeHash(made, beside)
  }
  return climb.isAtRoot() && sameHash(made, root)
}

export interface ConsistencyClaim {
  readonly from: { readonly size: number; readonly root: Hash }
  readonly to: { readonly size: number; readonly root: Hash }
}

/** RFC 9162, 2.1.4.2. The empty tree is the beginning of every tree. */
export function verifyConsistency({ from, to }: ConsistencyClaim, path: readonly Hash[]): boolean {
  if (!isCount(from.size) || !isCount(to.size) || from.size > to.size) return false
  if (from.size === 0) return path.length === 0 && sameHash(from.root, emptyRoot)
  if (from.size === to.size) return path.length === 0 && sameHash(from.root, to.root)
  const isSubtree = Number.isInteger(Math.log2(from.size))
  const [first, ...rest] = isSubtree ? [from.root, ...path] : path
  if (first === undefined) return false
  const climb = climbing(from.size - 1, to.size - 1)
  climb.overRightEdges()
  let [smaller, larger] = [first, first]
  for (const beside of rest) {
    if (climb.isAtRoot()) return false
    if (climb.step() === 'left') {
      smaller = nodeHash(beside, smaller)
      larger = nodeHash(beside, larger)
    } else larger = nodeHash(larger, beside)
  }
  return climb.isAtRoot() && sameHash(smaller, from.root) && sameHash(larger, to.root)
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** `fn` and `sn` of the RFC: the place of a node and of the last node, level by level. */
interface Place {
  readonly fn: number
  readonly sn: number
}

const above = ({ fn, sn }: Place): Place => ({ fn: Math.floor(fn / 2), sn: Math.floor(sn / 2) })

function aboveWhile(condition: (place: Place) => boolean, place: Place): Place {
  let reached = place
  while (condition(reached)) reached = above(reached)
  return reached
}

/** The way from a node to the root. */
function climbing(node: number, last: number) {
  let place: Place = { fn: node, sn: last }
  return {
    isAtRoot: () => place.sn === 0,
    overRightEdges: () => {
      place = aboveWhile(({ fn }) => fn % 2 === 1, place)
    },
    /** Goes to the parent, and says on which side the hash of the proof stands. */
    step: (): 'left' | 'right' => {
      const isLeft = place.fn % 2 === 1 || place.fn === place.sn
      place = above(isLeft ? aboveWhile(({ fn }) => fn % 2 === 0 && fn !== 0, place) : place)
      return isLeft ? 'left' : 'right'
    },
  }
}
