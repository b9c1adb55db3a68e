/** A function of one or two numbers with its partial derivatives; `v` is its own value at `(a, b)`. */
export interface ElementaryFunction {
  readonly name: string
  /** How many arguments the text may give; more than two are taken pairwise from the left. */
  readonly fewest: number
  readonly most: number
  readonly value: (a: number, b: number) => number
  readonly slope: (a: number, b: number, v: number) => number
  readonly secondSlope: (a: number, b: number, v: number) => number
}

type One = (a: number) => number
type Slope = (a: number, v: number) => number
type Two = (a: number, b: number, v: number) => number

const ofOne = (name: string, value: One, slope: Slope): ElementaryFunction => ({
  name,
  fewest: 1,
  most: 1,
  // The function itself, without a wrapper around it: compiled code then calls it directly.
  value,
  slope: (a, _b, v) => slope(a, v),
  secondSlope: () => 0,
})

const ofTwo = (name: string, most: number, value: (a: number, b: number) => number, slopes: [Two, Two]) => ({
  name,
  fewest: 2,
  most,
  value,
  slope: slopes[0],
  secondSlope: slopes[1],
})

/** Where two arguments are equal, their maximum has no derivative: NaN, which is refused when it is needed. */
const chosen = (is: boolean, tie: boolean) => (tie ? NaN : Number(is))

/** Everything a measurement model may call. The names and meanings are those of mathjs; angles are in radians. */
export const elementaryFunctions: readonly ElementaryFunction[] = [
  ofOne('sqrt', Math.sqrt, (_a, v) => 0.5 / v),
  ofOne('cbrt', Math.cbrt, (_a, v) => 1 / (3 * v * v)),
  ofOne('exp', Math.exp, (_a, v) => v),
  ofOne('expm1', Math.expm1, (a) => Math.exp(a)),
  ofOne('log', Math.log, (a) => 1 / a),
  ofOne('log10', Math.log10, (a) => 1 / (a * Math.LN10)),
  ofOne('log2', Math.log2, (a) => 1 / (a * Math.LN2)),
  ofOne('log1p', Math.log1p, (a) => 1 / (1 + a)),
  ofOne('sin', Math.sin, (a) => Math.cos(a)),
  ofOne('cos', Math.cos, (a) => -Math.sin(a)),
  ofOne('tan', Math.tan, (_a, v) => 1 + v * v),
  ofOne('asin', Math.asin, (a) => 1 / Math.sqrt((1 - a) * (1 + a))),
  ofOne('acos', Math.acos, (a) => -1 / Math.sqrt((1 - a) * (1 + a))),
  ofOne('atan', Math.atan, (a) => 1 / (1 + a * a)),
  ofOne('sinh', Math.sinh, (a) => Math.cosh(a)),
  ofOne('cosh', Math.cosh, (a) => Math.sinh(a)),
  ofOne('tanh', Math.tanh, (a) => 1 / Math.cosh(a) ** 2),
  ofOne('asinh', Math.asinh, (a) => 1 / Math.hypot(1, a)),
  ofOne('acosh', Math.acosh, (a) => 1 / Math.sqrt((a - 1) * (a + 1))),
  ofOne('atanh', Math.atanh, (a) => 1 / ((1 - a) * (1 + a))),
  // The corner of |a| has no derivative.
  ofOne('abs', Math.abs, (a) => (a === 0 ? NaN : Math.sign(a))),
  ofTwo('atan2', 2, Math.atan2, [(a, b) => b / (a * a + b * b), (a, b) => -a / (a * a + b * b)]),
  ofTwo('hypot', 16, Math.hypot, [(a, _b, v) => a / v, (_a, b, v) => b / v]),
  ofTwo('min', 16, Math.min, [(a, b) => chosen(a < b, a === b), (a, b) => chosen(b < a, a === b)]),
  ofTwo('max', 16, Math.max, [(a, b) => chosen(a > b, a === b), (a, b) => chosen(b > a, a === b)]),
]
