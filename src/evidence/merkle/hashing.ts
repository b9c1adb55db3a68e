import { createHash, hash } from 'node:crypto'
import { sameBytes } from '../encoding.ts'

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array

export const hashBytes = 32

/** RFC 9162, 2.1.1: the first byte keeps a leaf from being taken for a node, and a node for a leaf. */
export const leafHash = (entry: string | Uint8Array): Hash =>
  createHash('sha256').update(leafMark).update(entry).digest()

export function nodeHash(left: Hash, right: Hash): Hash {
  const pair = new Uint8Array(2 * hashBytes)
  pair.set(left)
  pair.set(right, hashBytes)
  return pairHash(pair)
}

/** The node over two hashes that lie side by side, as in a tile. */
export function pairHash(pair: Uint8Array): Hash {
  const marked = new Uint8Array(1 + 2 * hashBytes)
  marked[0] = nodeMark
  marked.set(pair, 1)
  return hash('sha256', marked, 'buffer')
}

const leafMark = Uint8Array.of(0)
const nodeMark = 1

/** The root of a tree without entries: the hash of nothing. */
export const emptyRoot: Hash = createHash('sha256').digest()

export const sameHash = sameBytes
