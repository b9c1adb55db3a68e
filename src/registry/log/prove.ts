import type { EntityManager } from '@mikro-orm/postgresql'
import type { Hash } from '#evidence/merkle/hashing.ts'
import {
  consistencyProof,
  consistencyRanges,
  inclusionProof,
  inclusionRanges,
  rootOf,
} from '#evidence/merkle/proofs.ts'
import type { Range } from '#evidence/merkle/subtrees.ts'
import { subtreeReader } from './tiles.queries.ts'

const wholeOf = (size: number): readonly Range[] => (size === 0 ? [] : [{ start: 0, end: size }])

/** That the tree of the first `size` entries has this one at `index` (RFC 9162, 2.1.3). */
export async function inclusionProofFor(
  em: EntityManager,
  index: number,
  size: number,
): Promise<readonly Hash[]> {
  return inclusionProof(index, size, await subtreeReader(em, inclusionRanges(index, size)))
}

/** The same with the root in which it is proved. */
export async function inclusionFor(em: EntityManager, index: number, size: number) {
  const read = await subtreeReader(em, [...inclusionRanges(index, size), ...wholeOf(size)])
  return { path: inclusionProof(index, size, read), root: rootOf(size, read) }
}

/** That the tree of `to` entries begins with the one of `from` (RFC 9162, 2.1.4). */
export async function consistencyProofFor(
  em: EntityManager,
  from: number,
  to: number,
): Promise<readonly Hash[]> {
  return consistencyProof(from, to, await subtreeReader(em, consistencyRanges(from, to)))
}

/** The same with both roots. */
export async function consistencyFor(em: EntityManager, from: number, to: number) {
  const read = await subtreeReader(em, [...consistencyRanges(from, to), ...wholeOf(from), ...wholeOf(to)])
  return { path: consistencyProof(from, to, read), fromRoot: rootOf(from, read), toRoot: rootOf(to, read) }
}
