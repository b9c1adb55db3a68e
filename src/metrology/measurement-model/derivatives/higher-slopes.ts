/** Second and third derivative of a function of one number at `a`, where it has the value `v`. */
export type HigherSlopes = (a: number, v: number) => readonly [second: number, third: number]

const scaledLogarithm =
  (factor: number): HigherSlopes =>
  (a) => [-factor / a ** 2, (2 * factor) / a ** 3]

/** The derivatives of arcus functions in terms of the first one, s; `sign` is that of the function. */
const arcus =
  (sign: number): HigherSlopes =>
  (a) => {
    const s = 1 / Math.sqrt((1 - a) * (1 + a))
    return [sign * a * s ** 3, sign * (1 + 2 * a * a) * s ** 5]
  }

/** Of all functions of one number that a model may call. */
const higherSlopes: ReadonlyMap<string, HigherSlopes> = new Map<string, HigherSlopes>([
  ['sqrt', (a, v) => [-0.25 / (a * v), 0.375 / (a * a * v)]],
  ['cbrt', (_a, v) => [-2 / (9 * v ** 5), 10 / (27 * v ** 8)]],
  ['exp', (_a, v) => [v, v]],
  ['expm1', (a) => [Math.exp(a), Math.exp(a)]],
  ['log', scaledLogarithm(1)],
  ['log10', scaledLogarithm(1 / Math.LN10)],
  ['log2', scaledLogarithm(1 / Math.LN2)],
  ['log1p', (a) => [-1 / (1 + a) ** 2, 2 / (1 + a) ** 3]],
  ['sin', (a, v) => [-v, -Math.cos(a)]],
  ['cos', (a, v) => [-v, Math.sin(a)]],
  ['tan', (_a, v) => [2 * v * (1 + v * v), 2 * (1 + v * v) * (1 + 3 * v * v)]],
  ['asin', arcus(1)],
  ['acos', arcus(-1)],
  ['atan', (a) => [-2 * a * (1 + a * a) ** -2, (6 * a * a - 2) * (1 + a * a) ** -3]],
  ['sinh', (a, v) => [v, Math.cosh(a)]],
  ['cosh', (a, v) => [v, Math.sinh(a)]],
  ['tanh', (a, v) => tanh(v, Math.cosh(a) ** -2)],
  ['asinh', (a) => [-a * (1 + a * a) ** -1.5, (2 * a * a - 1) * (1 + a * a) ** -2.5]],
  ['acosh', (a) => acosh(a, 1 / Math.sqrt((a - 1) * (a + 1)))],
  ['atanh', (a) => atanh(a, 1 / ((1 - a) * (1 + a)))],
  ['abs', (a) => (a === 0 ? [Number.NaN, Number.NaN] : [0, 0])],
])

const tanh = (v: number, s: number) => [-2 * v * s, s * (6 * v * v - 2)] as const
const acosh = (a: number, s: number) => [-a * s ** 3, (2 * a * a + 1) * s ** 5] as const
const atanh = (a: number, s: number) => [2 * a * s * s, (2 + 6 * a * a) * s ** 3] as const

export function higherSlopesOf(name: string): HigherSlopes {
  const found = higherSlopes.get(name)
  if (found) return found
  throw new Error(`${name} is no function of one number`)
}
