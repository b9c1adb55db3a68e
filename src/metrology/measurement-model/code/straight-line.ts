import { functionOf, operation, type Program, type Step } from '../program.ts'

/**
 * The text of a program as straight-line code. Nothing of a stranger's text can be in it: every token is a word
 * of this folder, a variable numbered by its slot, a function numbered by its operation, or a number that was
 * written by the engine itself and is looked at again here.
 */
export interface Tokens {
  /** An input or a result as a variable, a constant as its number. */
  readonly of: (slot: number) => string
  /** Whether it depends on an input: only then does anything have a derivative with respect to it. */
  readonly varies: (slot: number) => boolean
}

export function tokensOf({ inputs, slots, steps }: Program): Tokens {
  const isResult = new Set(steps.map(({ to }) => to))
  const varying = new Set(Array.from({ length: inputs }, (_, slot) => slot))
  for (const { left, right, to } of steps) if (varying.has(left) || varying.has(right)) varying.add(to)
  return {
    of: (slot) => (slot < inputs || isResult.has(slot) ? variable('v', slot) : literal(slots[slot] ?? NaN)),
    varies: (slot) => varying.has(slot),
  }
}

/** `v12`: a letter of ours and a whole number. */
export function variable(letter: 'a' | 'c' | 'f' | 'g' | 'o' | 's' | 't' | 'v', number: number): string {
  if (Number.isSafeInteger(number) && number >= 0) return `${letter}${number}`
  throw new Error(`${number} is not the number of a slot`)
}

const plainNumber = /^\d+(?:\.\d+)?(?:e[+-]\d+)?$/

/** The shortest text that reads as the same double. */
function literal(value: number): string {
  const text = String(value)
  if (plainNumber.test(text)) return text
  throw new Error(`${text} is not a constant of a model`)
}

const infix: Readonly<Record<number, string>> = {
  [operation.add]: '+',
  [operation.subtract]: '-',
  [operation.multiply]: '*',
  [operation.divide]: '/',
}

/** The step itself; the results are those of `run`, bit for bit. */
export function statement({ operation: code, left, right, to }: Step, { of }: Tokens, power: number): string {
  const name = variable('v', to)
  const [a, b] = [of(left), of(right)]
  const sign = infix[code]
  if (sign !== undefined) return `const ${name}=${a}${sign}${b};`
  if (code === operation.negate) return `const ${name}=-${a};`
  if (code === operation.raise) return `const ${name}=${power === 2 ? `${a}*${a}` : `${a}**${b}`};`
  const args = functionOf(code).most > 1 ? `${a},${b}` : a
  return `const ${name}=${variable('f', code)}(${args});`
}

/** The power of `raise` is a constant of the program. */
export const powerIn = ({ slots }: Program, { right }: Step): number => slots[right] ?? NaN

/**
 * The results that have to be looked at: what is not finite makes every later sum, product and dividend not
 * finite either, but a divisor, a power or a function may turn it into a number again.
 */
export function watched(program: Program, last: readonly number[]): number[] {
  const isResult = new Set(program.steps.map(({ to }) => to))
  const hiding = program.steps.flatMap(({ operation: code, left, right }) => {
    if (code === operation.divide) return [right]
    return code === operation.raise || code >= operation.call ? [left, right] : []
  })
  return [...new Set([...hiding, ...last])].filter((slot) => isResult.has(slot))
}

/** The functions of the table that a program calls, as `f7`, and their slopes, as `s7` and `t7`. */
export function functionsIn({ steps }: Program, withSlopes: boolean): string {
  const codes = new Set(steps.flatMap(({ operation: code }) => (code >= operation.call ? [code] : [])))
  const each = (code: number) => {
    const value = `const ${variable('f', code)}=at(${code}).value;`
    const slopes = `const ${variable('s', code)}=at(${code}).slope,${variable('t', code)}=at(${code}).secondSlope;`
    return withSlopes ? value + slopes : value
  }
  return [...codes].map(each).join('')
}

/** The one place where text becomes code (src/decisions/0005); `at` gives the function of an operation. */
export function compiled(text: string): unknown {
  return new Function('at', `'use strict';${text}`)(functionOf)
}
