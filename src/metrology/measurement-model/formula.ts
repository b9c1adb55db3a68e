import type { Expression } from './expression.ts'

/** A formula as it is shown; unlike an expression it has no place in a text. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly of: string; readonly args: readonly Formula[] }

export const number = (value: number): Formula => ({ kind: 'number', value })
export const call = (of: string, ...args: readonly Formula[]): Formula => ({ kind: 'call', of, args })

const isNumber = (f: Formula, value: number) => f.kind === 'number' && f.value === value

/** What stands under a minus sign, or nothing. */
function negated(f: Formula): Formula | undefined {
  if (f.kind === 'number') return f.value < 0 ? number(-f.value) : undefined
  return f.kind === 'call' && f.of === 'negate' ? f.args[0] : undefined
}

const negative = (f: Formula): Formula => negated(f) ?? (isNumber(f, 0) ? f : call('negate', f))

/** Removes what differentiating leaves behind: `0 +`, `1 *`, `^ 1`, double signs. It changes no value. */
export function tidy(formula: Formula): Formula {
  if (formula.kind !== 'call') return formula
  const args = formula.args.map(tidy)
  const [a, b] = args
  if (a && !b && formula.of === 'negate') return negative(a)
  const rule = rules[formula.of]
  return (a && b && rule?.(a, b)) || call(formula.of, ...args)
}

type Rule = (a: Formula, b: Formula) => Formula | undefined

/** Whole numbers only: their sums and products are exact. */
const folded = (a: Formula, b: Formula, result: (a: number, b: number) => number) =>
  a.kind === 'number' && b.kind === 'number' && Number.isInteger(a.value) && Number.isInteger(b.value)
    ? number(result(a.value, b.value))
    : undefined

const sum: Rule = (a, b) => {
  if (isNumber(a, 0)) return b
  if (isNumber(b, 0)) return a
  const minus = negated(b)
  return folded(a, b, (x, y) => x + y) ?? (minus && call('-', a, minus))
}

const difference: Rule = (a, b) => {
  if (isNumber(a, 0)) return negative(b)
  if (isNumber(b, 0)) return a
  const minus = negated(b)
  return folded(a, b, (x, y) => x - y) ?? (minus && call('+', a, minus))
}

const product: Rule = (a, b) => {
  if (isNumber(a, 0) || isNumber(b, 0)) return number(0)
  if (isNumber(a, 1)) return b
  if (isNumber(b, 1)) return a
  const left = negated(a)
  const right = negated(b)
  if (left || right) return tidyPair('*', left ?? a, right ?? b, Boolean(left) !== Boolean(right))
  if (b.kind === 'call' && b.of === '/' && b.args[0] && b.args[1] && isNumber(b.args[0], 1)) {
    return tidy(call('/', a, b.args[1]))
  }
  return folded(a, b, (x, y) => x * y)
}

const quotient: Rule = (a, b) => {
  if (isNumber(a, 0) || isNumber(b, 1)) return a
  const left = negated(a)
  if (left) return tidyPair('/', left, b, true)
  const [c, x] = factors(a)
  const [d, y] = factors(b)
  return c?.kind === 'number' && x && y && d && isNumber(d, c.value) ? call('/', x, y) : undefined
}

const factors = (f: Formula) => (f.kind === 'call' && f.of === '*' ? f.args : [])

const powerOf: Rule = (a, b) => {
  if (isNumber(b, 1)) return a
  return isNumber(b, 0) ? number(1) : undefined
}

const rules: Readonly<Record<string, Rule>> = {
  '+': sum,
  '-': difference,
  '*': product,
  '/': quotient,
  '^': powerOf,
}

function tidyPair(of: string, a: Formula, b: Formula, isNegative: boolean): Formula {
  const positive = rules[of]?.(a, b) ?? call(of, a, b)
  return isNegative ? negative(positive) : positive
}

const strength: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, negate: 3, '^': 4 }

function strengthOf(f: Formula): number {
  if (f.kind !== 'call') return f.kind === 'number' && f.value < 0 ? 3 : 5
  const own = strength[f.of] ?? 5
  // -a / b is written without parentheses, and so divides like a / b.
  return f.of === 'negate' && f.args[0] ? Math.min(own, Math.max(2, strengthOf(f.args[0]))) : own
}

/** In the syntax of the models, with no more parentheses than are needed. */
export function formulaText(f: Formula): string {
  if (f.kind === 'number') return String(f.value)
  if (f.kind === 'name') return f.name
  const [a, b] = f.args
  const own = strength[f.of]
  if (own === undefined || !a) return `${f.of}(${f.args.map(formulaText).join(', ')})`
  if (f.of === 'negate' || !b) return `-${inside(a, 2)}`
  // a - (b - c), a / (b * c) and (a ^ b) ^ c keep theirs.
  const rightAlone = f.of === '-' || f.of === '/' ? own + 1 : own
  return `${inside(a, f.of === '^' ? own + 1 : own)} ${f.of} ${inside(b, rightAlone)}`
}

const inside = (f: Formula, least: number) => (strengthOf(f) < least ? `(${formulaText(f)})` : formulaText(f))

/** How many numbers, names and operations a formula has. */
export const sizeOf = (f: Formula | Expression): number =>
  f.kind === 'call' ? f.args.reduce((sum, each) => sum + sizeOf(each), 1) : 1
