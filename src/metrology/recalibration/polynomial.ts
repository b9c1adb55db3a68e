import { rootBetween } from '#metrology/numerics/bracketed-root.ts'

/** Coefficients of ascending powers. */
export type Polynomial = readonly number[]

export const polynomialAt = (p: Polynomial, x: number): number => p.reduceRight((sum, c) => sum * x + c, 0)

export const plus = (p: Polynomial, q: Polynomial): Polynomial =>
  Array.from({ length: Math.max(p.length, q.length) }, (_, k) => (p[k] ?? 0) + (q[k] ?? 0))

export const scaledBy = (p: Polynomial, factor: number): Polynomial => p.map((c) => c * factor)

export const times = (p: Polynomial, q: Polynomial): Polynomial =>
  Array.from({ length: p.length + q.length - 1 }, (_, k) =>
    p.reduce((sum, c, i) => sum + c * (q[k - i] ?? 0), 0),
  )

const derivative = (p: Polynomial): Polynomial => p.slice(1).map((c, k) => c * (k + 1))

/** The places between `from` and `to` where p changes its sign, found between the places where it turns. */
export function signChanges(p: Polynomial, from: number, to: number): number[] {
  if (p.length < 2) return []
  return stretches(p, from, to).flatMap(([a, b]) => rootBetween((x) => polynomialAt(p, x), a, b) ?? [])
}

/** The intervals between `from` and `to` in each of which p only rises or only falls. */
export function stretches(p: Polynomial, from: number, to: number): (readonly [number, number])[] {
  const ends = [from, ...(p.length < 3 ? [] : signChanges(derivative(p), from, to)), to]
  return ends.slice(1).map((b, i) => [ends[i] ?? b, b] as const)
}
