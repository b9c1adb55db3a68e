import { createHash, createPublicKey, verify } from 'node:crypto'

/**
 * A verifier written from the texts of RFC 9162 and C2SP, which shares nothing with the program under test: it computes with
 * bigint, where the program computes with numbers, and recursively, where the program climbs.
 */
const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
export const leaf = (entry: Uint8Array) => sha256(Buffer.from('00', 'hex'), entry)
const parent = (left: Buffer, right: Buffer) => sha256(Buffer.from('01', 'hex'), left, right)

export const hashFrom = (base64: string): Buffer => {
  const hash = Buffer.from(base64, 'base64')
  if (hash.length !== 32 || hash.toString('base64') !== base64) throw new Error(`${base64} is no hash`)
  return hash
}

const split = (n: bigint): bigint => {
  let k = 1n
  while (k * 2n < n) k *= 2n
  return k
}

/** RFC 9162, 2.1.3.1 read backwards: the last hash of the path stands beside the half with the entry. */
export function rootByInclusion(hash: Buffer, index: bigint, size: bigint, path: readonly Buffer[]): Buffer {
  if (index >= size) throw new Error('no such entry')
  if (size === 1n) {
    if (path.length > 0) throw new Error('path too long')
    return hash
  }
  const beside = path.at(-1)
  if (!beside) throw new Error('path too short')
  const k = split(size)
  return index < k
    ? parent(rootByInclusion(hash, index, k, path.slice(0, -1)), beside)
    : parent(beside, rootByInclusion(hash, index - k, size - k, path.slice(0, -1)))
}

/** RFC 9162, 2.1.4.1 read backwards: both roots that the proof makes, from the older one where it is a subtree. */
export function rootsByConsistency(
  from: bigint,
  to: bigint,
  older: Buffer,
  proof: readonly Buffer[],
  isWhole = true,
): readonly [Buffer, Buffer] {
  const last = proof.at(-1)
  if (from === to) {
    if (isWhole) {
      if (proof.length > 0) throw new Error('proof too long')
      return [older, older]
    }
    if (!last || proof.length > 1) throw new Error('proof of another length')
    return [last, last]
  }
  if (!last) throw new Error('proof too short')
  const k = split(to)
  if (from <= k) {
    const [one, other] = rootsByConsistency(from, k, older, proof.slice(0, -1), isWhole)
    return [one, parent(other, last)]
  }
  const [one, other] = rootsByConsistency(from - k, to - k, older, proof.slice(0, -1), false)
  return [parent(last, one), parent(last, other)]
}

export function rootOfEntries(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return sha256()
  const layers = entries.map((entry) => leaf(entry))
  const join = (hashes: readonly Buffer[]): Buffer => {
    if (hashes.length === 1) return hashes[0]!
    const k = Number(split(BigInt(hashes.length)))
    return parent(join(hashes.slice(0, k)), join(hashes.slice(k)))
  }
  return join(layers)
}

export interface Told {
  readonly origin: string
  readonly size: bigint
  readonly root: Buffer
}

/** C2SP signed-note and checkpoint, by one Ed25519 key in the form of a JWK. */
export function openNote(note: string, origin: string, x: string): Told {
  const [text, signatures] = note.split('\n\n')
  const body = Buffer.from(`${text}\n`)
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  const keyHash = sha256(Buffer.from(`${origin}\n\u0001`), Buffer.from(x, 'base64url')).subarray(0, 4)
  const isSigned = (signatures ?? '').split('\n').some((line) => {
    const [dash, name, encoded] = line.split(' ')
    const bytes = Buffer.from(encoded ?? '', 'base64')
    const isOurs = dash === '\u2014' && name === origin && bytes.subarray(0, 4).equals(keyHash)
    return isOurs && verify(null, body, key, bytes.subarray(4))
  })
  if (!isSigned) throw new Error(`not signed by this key: ${note}`)
  const [stated = '', size = '', root = ''] = (text ?? '').split('\n')
  if (stated !== origin) throw new Error(`of another log: ${stated}`)
  return { origin: stated, size: BigInt(size), root: hashFrom(root) }
}

/** C2SP tlog-tiles: a bundle of entries. */
export function unbundle(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = []
  for (let at = 0; at < bundle.length;) {
    const length = bundle.readUInt16BE(at)
    entries.push(bundle.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  return entries
}
