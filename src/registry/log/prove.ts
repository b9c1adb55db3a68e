import type { EntityManager } from '@mikro-orm/postgresql'
import type { Hash } from '#evidence/merkle/hashing.ts'
import {
  consistencyProof,
  consistencyRanges,
  inclusionProof,
  inclusionRanges,
  rootOf,
} from '#evidence/merkle/proofs.ts'
import { subtreeReader } from './tiles.queries.ts'

/** That the tree of the first `size` entries has this one at `index` (RFC 9162, 2.1.3). */
export async function inclusionProofFor(
  em: EntityManager,
  index: number,
  size: number,
): Promise<readonly Hash[]> {
  return inclusionProof(index, size, await subtreeReader(em, inclusionRanges(index, size)))
}

/** That the tree of `to` entries begins with the one of `from` (RFC 9162, 2.1.4). */
export async function consistencyProofFor(
  em: EntityManager,
  from: number,
  to: number,
): Promise<readonly Hash[]> {
  return consistencyProof(from, to, await subtreeReader(em, consistencyRanges(from, to)))
}

/** The root that the log had when it had `size` entries. */
export async function rootAt(em: EntityManager, size: number): Promise<Hash> {
  return rootOf(size, await subtreeReader(em, size === 0 ? [] : [{ start: 0, end: size }]))
}
