/** Four words of 32 bits. */
export type Words = readonly [number, number, number, number]

const [multiplier0, multiplier1] = [0xd2511f53, 0xcd9e8d57]
const [weyl0, weyl1] = [0x9e3779b9, 0xbb67ae85]

/**
 * Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, 2011): a
 * bijection of counters for every key, without a state. Any block of any input is addressed by its number.
 */
export function philox(counter: Words, key: readonly [number, number]): Words {
  let [a, b, c, d] = counter
  let [k0, k1] = key
  for (let round = 0; round < 10; round++) {
    const [a1, c1] = [highWord(multiplier1, c) ^ b ^ k0, highWord(multiplier0, a) ^ d ^ k1]
    b = Math.imul(multiplier1, c)
    d = Math.imul(multiplier0, a)
    a = a1
    c = c1
    k0 = (k0 + weyl0) | 0
    k1 = (k1 + weyl1) | 0
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0]
}

/** The upper 32 of the 64 bits of a product, in halves whose products a double holds exactly. */
function highWord(x: number, y: number): number {
  const [x0, x1] = [x & 0xffff, x >>> 16]
  const [y0, y1] = [y & 0xffff, y >>> 16]
  const middle = x1 * y0 + Math.floor((x0 * y0) / 0x10000)
  const low = x0 * y1 + (middle % 0x10000)
  return x1 * y1 + Math.floor(middle / 0x10000) + Math.floor(low / 0x10000)
}
