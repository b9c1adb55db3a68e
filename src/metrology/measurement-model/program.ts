import { elementaryFunctions, type ElementaryFunction } from './elementary-functions.ts'

/** One operation: from the slots `left` and `right` to the slot `to`; `at` is its place in the text. */
export interface Step {
  readonly operation: number
  readonly left: number
  readonly right: number
  readonly to: number
  readonly at: number
}

/**
 * A model as a list of steps without branches: the slots hold the inputs, then constants and results, and a
 * step uses earlier slots only. Its cost is its length, whatever the text was, and nothing in it can call out.
 */
export interface Program {
  readonly inputs: number
  /** The slots as they are before the first step: the constants in place, zero elsewhere. */
  readonly slots: readonly number[]
  readonly steps: readonly Step[]
}

export const operation = {
  add: 0,
  subtract: 1,
  multiply: 2,
  divide: 3,
  negate: 4,
  raise: 5,
  call: 6,
} as const

const raise = (a: number, b: number) => (b === 2 ? a * a : a ** b)

const slopeOfRaise = (a: number, b: number) => {
  if (b === 2) return 2 * a
  return b === 0 ? 0 : b * a ** (b - 1)
}

const power: ElementaryFunction = {
  name: '^',
  fewest: 2,
  most: 2,
  value: raise,
  slope: slopeOfRaise,
  // 0 to a positive power stays 0 when the power changes.
  secondSlope: (a, b, v) => (v === 0 && b > 0 ? 0 : v * Math.log(a)),
}

const called: readonly ElementaryFunction[] = [power, ...elementaryFunctions]

/**
 * Zeros in an array that holds doubles from the start. Short plain arrays are made in a tenth of the time that
 * typed ones take, which lie outside the heap of the engine.
 */
export function zeros(length: number): number[] {
  const numbers = [0.5]
  for (let i = 1; i < length; i++) numbers.push(0)
  numbers[0] = 0
  return length > 0 ? numbers : []
}

/** `raise` has a power written in the model; `^` with a computed power is a function of two numbers. */
export const operationOf: ReadonlyMap<string, number> = new Map([
  ['+', operation.add],
  ['-', operation.subtract],
  ['*', operation.multiply],
  ['/', operation.divide],
  ['negate', operation.negate],
  ...called.map(({ name }, i): [string, number] => [name, operation.call + i]),
])

export const functionOf = (code: number): ElementaryFunction => called[code - operation.call] ?? power

/** All slots after the last step, or the first step that has no finite result. */
export function run(program: Program, estimates: ArrayLike<number>): number[] | Step {
  const slots = program.slots.slice()
  for (let i = 0; i < program.inputs; i++) slots[i] = estimates[i] ?? Number.NaN
  for (const step of program.steps) {
    const result = resultOf(step.operation, slots[step.left] ?? 0, slots[step.right] ?? 0)
    if (!Number.isFinite(result)) return step
    slots[step.to] = result
  }
  return slots
}

/** What one step makes of the values of its slots. */
export function resultOf(code: number, a: number, b: number): number {
  switch (code) {
    case operation.add:
      return a + b
    case operation.subtract:
      return a - b
    case operation.multiply:
      return a * b
    case operation.divide:
      return a / b
    case operation.negate:
      return -a
    case operation.raise:
      return raise(a, b)
    default:
      return functionOf(code).value(a, b)
  }
}

/**
 * All partial derivatives (GUM 5.1.3) of the result of the last of `steps`, by one sweep backwards. What does
 * not exist is not finite: a factor of zero is not skipped, since zero times an infinite slope is unknown.
 */
export function gradient(
  program: Program,
  slots: readonly number[],
  steps: readonly Step[],
  of: number,
): number[] {
  // What a constant collects is never read, so that it does not matter where it starts.
  const adjoint = program.slots.slice()
  adjoint[of] = 1
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]
    if (step) sweep(step, slots, adjoint)
  }
  adjoint.length = program.inputs
  return adjoint
}

/** Hands the derivative of the whole with respect to this step on to what the step was made of. */
function sweep(
  { operation: code, left, right, to }: Step,
  slots: readonly number[],
  adjoint: number[],
): void {
  const g = adjoint[to] ?? 0
  const a = slots[left] ?? 0
  const b = slots[right] ?? 0
  switch (code) {
    case operation.add:
      return pass(adjoint, left, g, right, g)
    case operation.subtract:
      return pass(adjoint, left, g, right, -g)
    case operation.multiply:
      return pass(adjoint, left, g * b, right, g * a)
    case operation.divide:
      return pass(adjoint, left, g / b, right, (-g * (slots[to] ?? 0)) / b)
    case operation.negate:
      return pass(adjoint, left, -g, left, 0)
    case operation.raise:
      return pass(adjoint, left, g * slopeOfRaise(a, b), left, 0)
    default: {
      const f = functionOf(code)
      const v = slots[to] ?? 0
      return pass(adjoint, left, g * f.slope(a, b, v), right, f.most > 1 ? g * f.secondSlope(a, b, v) : 0)
    }
  }
}

function pass(adjoint: number[], left: number, toLeft: number, right: number, toRight: number): void {
  adjoint[left] = (adjoint[left] ?? 0) + toLeft
  adjoint[right] = (adjoint[right] ?? 0) + toRight
}
