/** A function along a line through the estimates, c₀ + c₁ε + c₂ε², cut off there (Taylor's series). */
export type Series = readonly [number, number, number]

export const constant = (c: number): Series => [c, 0, 0]
export const isConstant = ([, a1, a2]: Series): boolean => a1 === 0 && a2 === 0

export const plus = ([a0, a1, a2]: Series, [b0, b1, b2]: Series): Series => [a0 + b0, a1 + b1, a2 + b2]
export const minus = ([a0, a1, a2]: Series, [b0, b1, b2]: Series): Series => [a0 - b0, a1 - b1, a2 - b2]
export const scaled = ([a0, a1, a2]: Series, by: number): Series => [a0 * by, a1 * by, a2 * by]

export const product = ([a0, a1, a2]: Series, [b0, b1, b2]: Series): Series => [
  a0 * b0,
  a0 * b1 + a1 * b0,
  a0 * b2 + a1 * b1 + a2 * b0,
]

export function quotient([a0, a1, a2]: Series, [b0, b1, b2]: Series): Series {
  const q0 = a0 / b0
  const q1 = (a1 - q0 * b1) / b0
  return [q0, q1, (a2 - q0 * b2 - q1 * b1) / b0]
}

/** f(a) from the value of f and its first two derivatives at a₀. */
export const composed = ([, a1, a2]: Series, value: number, slope: number, second: number): Series => [
  value,
  slope * a1,
  slope * a2 + (second / 2) * a1 * a1,
]

/** √(a² + b²), which must not be zero; nothing is squared that is not divided by it before. */
export function hypotenuse(a: Series, b: Series): Series {
  const v = Math.hypot(a[0], b[0])
  const [p, q] = [scaled(a, 1 / v), scaled(b, 1 / v)]
  const first = p[0] * p[1] + q[0] * q[1]
  const second = p[0] * p[2] + q[0] * q[2] + (p[1] * p[1] + q[1] * q[1] - first * first) / 2
  return [v, v * first, v * second]
}
