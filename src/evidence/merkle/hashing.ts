import { createHash } from 'node:crypto'

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array

export const hashBytes = 32

/** RFC 9162, 2.1.1: the first byte keeps a leaf from being taken for a node, and a node for a leaf. */
export const leafHash = (entry: string | Uint8Array): Hash =>
  createHash('sha256').update(leafMark).update(entry).digest()

export const nodeHash = (left: Hash, right: Hash): Hash =>
  createHash('sha256').update(nodeMark).update(left).update(right).digest()

const leafMark = Uint8Array.of(0)
const nodeMark = Uint8Array.of(1)

/** The root of a tree without entries: the hash of nothing. */
export const emptyRoot: Hash = createHash('sha256').digest()

export const sameHash = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0
