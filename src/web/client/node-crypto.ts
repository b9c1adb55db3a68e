/**
 * What the shared modules ask of `node:crypto`, for browsers: SHA-256 (FIPS 180-4) without waiting. WebCrypto has it only
 * as a promise, and thousands of small hashes of a tree are faster without one.
 */
type Content = string | Uint8Array

interface Hashing {
  readonly update: (content: Content) => Hashing
  readonly digest: Digest
}

interface Digest {
  (): Uint8Array<ArrayBuffer>
  (encoding: 'hex' | 'base64url'): string
}

export function createHash(_algorithm: 'sha256'): Hashing {
  const parts: Uint8Array[] = []
  const hashing: Hashing = {
    update: (content) => {
      parts.push(typeof content === 'string' ? new TextEncoder().encode(content) : content)
      return hashing
    },
    digest: ((encoding?: 'hex' | 'base64url') => {
      const bytes = sha256(joined(parts))
      return encoding === undefined ? bytes : textOf(bytes, encoding)
    }) as Digest,
  }
  return hashing
}

export const hash = (
  _algorithm: 'sha256',
  content: Uint8Array,
  _encoding: 'buffer',
): Uint8Array<ArrayBuffer> => sha256(content)

function textOf(bytes: Uint8Array, encoding: 'hex' | 'base64url'): string {
  if (encoding === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const binary = String.fromCharCode(...bytes)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The first 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4, 4.2.2, 5.3.3). */
function fractionsOfRoots(count: number, power: number): Uint32Array {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) {
    let isPrime = true
    for (let d = 2; d * d <= n; d++) if (n % d === 0) isPrime = false
    if (isPrime) found.push((n ** power % 1) * 2 ** 32)
  }
  return Uint32Array.from(found)
}

const constants = fractionsOfRoots(64, 1 / 3)
const initial = fractionsOfRoots(8, 1 / 2)

function padded(content: Uint8Array): DataView {
  const length = Math.ceil((content.length + 9) / 64) * 64
  const bytes = new Uint8Array(length)
  bytes.set(content)
  bytes[content.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setBigUint64(length - 8, BigInt(content.length) * 8n)
  return view
}

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by))

function sha256(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = padded(content)
  const state = initial.slice()
  const w = new Uint32Array(64)
  for (let at = 0; at < view.byteLength; at += 64) block(view, at, state, w)
  const digest = new Uint8Array(32)
  const out = new DataView(digest.buffer)
  for (const [i, word] of state.entries()) out.setUint32(4 * i, word)
  return digest
}

/** One block (FIPS 180-4, 6.2.2), with the letters of the standard. */
function block(view: DataView, at: number, state: Uint32Array, w: Uint32Array): void {
  const word = (t: number) => w[t] ?? 0
  for (let t = 0; t < 64; t++) {
    if (t < 16) {
      w[t] = view.getUint32(at + 4 * t)
      continue
    }
    const [near, far] = [word(t - 2), word(t - 15)]
    const s1 = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10)
    const s0 = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)
    w[t] = s1 + word(t - 7) + s0 + word(t - 16)
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t++) {
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const t1 = (h + big1 + ((e & f) ^ (~e & g)) + (constants[t] ?? 0) + word(t)) | 0
    const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const t2 = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) + value
}
