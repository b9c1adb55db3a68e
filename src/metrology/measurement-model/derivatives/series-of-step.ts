import { functionOf, operation, type Step } from '../program.ts'
import { higherSlopesOf } from './higher-slopes.ts'
import {
  composed,
  constant,
  hypotenuse,
  isConstant,
  minus,
  plus,
  product,
  quotient,
  scaled,
  type Series,
} from './series.ts'

/** The result of a step, and its partial derivatives with respect to what it was made of, all as series. */
export interface StepSeries {
  readonly value: Series
  readonly slope: Series
  /** Of the second argument, where there is one. */
  readonly secondSlope?: Series
}

const zero = constant(0)
const one = constant(1)
const none: Series = [Number.NaN, Number.NaN, Number.NaN]

export function seriesOfStep({ operation: code }: Step, a: Series, b: Series): StepSeries {
  switch (code) {
    case operation.add:
      return { value: plus(a, b), slope: one, secondSlope: one }
    case operation.subtract:
      return { value: minus(a, b), slope: one, secondSlope: constant(-1) }
    case operation.multiply:
      return { value: product(a, b), slope: b, secondSlope: a }
    case operation.divide: {
      const value = quotient(a, b)
      return { value, slope: quotient(one, b), secondSlope: scaled(quotient(value, b), -1) }
    }
    case operation.negate:
      return { value: scaled(a, -1), slope: constant(-1) }
    case operation.raise:
      return power(a, b)
    default:
      return functionOf(code).most > 1 ? ofTwo(functionOf(code).name, a, b) : ofOne(code, a)
  }
}

/** A function of something that does not change along the line: it may stand where it has no derivative. */
function ofOne(code: number, a: Series): StepSeries {
  const f = functionOf(code)
  const value = f.value(a[0], a[0])
  const slope = f.slope(a[0], a[0], value)
  if (isConstant(a)) return { value: constant(value), slope: constant(slope) }
  const [second, third] = higherSlopesOf(f.name)(a[0], value)
  return {
    value: composed(a, value, slope, second),
    slope: composed(a, slope, second, third),
  }
}

function ofTwo(name: string, a: Series, b: Series): StepSeries {
  if (name === '^') return power(a, b)
  if (name === 'atan2') return angle(a, b)
  if (name === 'hypot') {
    const value = hypotenuse(a, b)
    return { value, slope: quotient(a, value), secondSlope: quotient(b, value) }
  }
  if (a[0] === b[0]) return { value: none, slope: none, secondSlope: none }
  const isFirst = name === 'min' ? a[0] < b[0] : a[0] > b[0]
  return isFirst ? { value: a, slope: one, secondSlope: zero } : { value: b, slope: zero, secondSlope: one }
}

function angle(a: Series, b: Series): StepSeries {
  const square = plus(product(a, a), product(b, b))
  const slope = quotient(b, square)
  const secondSlope = scaled(quotient(a, square), -1)
  // v′ = slope a′ + secondSlope b′, by the powers of ε.
  const first = slope[0] * a[1] + secondSlope[0] * b[1]
  const second = slope[0] * a[2] + secondSlope[0] * b[2] + (slope[1] * a[1] + secondSlope[1] * b[1]) / 2
  return { value: [Math.atan2(a[0], b[0]), first, second], slope, secondSlope }
}

function power(a: Series, b: Series): StepSeries {
  const logarithm: Series = a[0] > 0 ? composed(a, Math.log(a[0]), 1 / a[0], -1 / a[0] ** 2) : none
  if (isConstant(b)) {
    const at = (n: number) => derivativeOfPower(a[0], b[0], n)
    const value = composed(a, at(0), at(1), at(2))
    const secondSlope = value[0] === 0 && b[0] > 0 ? zero : product(value, logarithm)
    return { value, slope: composed(a, at(1), at(2), at(3)), secondSlope }
  }
  const [, e1, e2] = product(b, logarithm)
  const v = a[0] ** b[0]
  const value: Series = [v, v * e1, v * (e2 + (e1 * e1) / 2)]
  return { value, slope: quotient(product(b, value), a), secondSlope: product(value, logarithm) }
}

/** The n-th derivative of a to the power p; where a factor of it is zero it is zero, also at a = 0. */
function derivativeOfPower(a: number, p: number, n: number): number {
  let factor = 1
  for (let k = 0; k < n; k++) factor *= p - k
  return factor === 0 ? 0 : factor * a ** (p - n)
}
