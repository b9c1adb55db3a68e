import { createHash } from 'node:crypto'

/** The definitions of RFC 9162, 2.1, as they stand there and as slow as they are: what the program is held against. */
const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

const split = (n: number) => 2 ** (32 - Math.clz32(n - 1) - 1)

export const plainLeaf = (entry: Uint8Array) => sha256(Buffer.from([0]), entry)

/** MTH of 2.1.1. */
export function plainRoot(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return sha256()
  if (entries.length === 1) return plainLeaf(entries[0]!)
  const k = split(entries.length)
  return sha256(Buffer.from([1]), plainRoot(entries.slice(0, k)), plainRoot(entries.slice(k)))
}

/** PATH of 2.1.3.1. */
export function plainPath(m: number, entries: readonly Uint8Array[]): Buffer[] {
  if (entries.length === 1) return []
  const k = split(entries.length)
  return m < k
    ? [...plainPath(m, entries.slice(0, k)), plainRoot(entries.slice(k))]
    : [...plainPath(m - k, entries.slice(k)), plainRoot(entries.slice(0, k))]
}

/** PROOF and SUBPROOF of 2.1.4.1. */
export function plainProof(m: number, entries: readonly Uint8Array[], isWhole = true): Buffer[] {
  if (m === entries.length) return isWhole ? [] : [plainRoot(entries)]
  const k = split(entries.length)
  return m <= k
    ? [...plainProof(m, entries.slice(0, k), isWhole), plainRoot(entries.slice(k))]
    : [...plainProof(m - k, entries.slice(k), false), plainRoot(entries.slice(0, k))]
}
