import { functionOf, operation, type Program, type Step } from '../program.ts'
import {
  compiled,
  functionsIn,
  powerIn,
  statement,
  tokensOf,
  variable,
  watched,
  type Tokens,
} from './straight-line.ts'

/** One output at some estimates, with its partial derivatives in the order of the inputs (GUM 5.1.3). */
export interface OutputValue {
  readonly value: number
  readonly sensitivities: readonly number[]
}

/** Nothing where a step has no finite result. */
export type Evaluate = (estimates: ArrayLike<number>) => readonly OutputValue[] | undefined

/** What of an output the code is made of. */
export interface OutputSteps {
  readonly slot: number
  readonly steps: readonly Step[]
}

/** Values and all sensitivities as code of their own: the results are those of `run` and `gradient`, bit for bit. */
export const gradientCode = (program: Program, outputs: readonly OutputSteps[]): Evaluate =>
  compiled(gradientText(program, outputs)) as Evaluate

export function gradientText(program: Program, outputs: readonly OutputSteps[]): string {
  const tokens = tokensOf(program)
  const names = outputs.map((_, i) => variable('o', i))
  const body = [
    ...Array.from({ length: program.inputs }, (_, i) => `const ${variable('v', i)}=x[${i}];`),
    ...program.steps.map((step) => statement(step, tokens, powerIn(program, step))),
    guard(program, outputs, tokens),
    ...outputs.map((output, i) => sweepOf(program, output, tokens, names[i] ?? '')),
    `return[${names.join(',')}];`,
  ]
  return `${functionsIn(program, true)}return(x)=>{${body.join('')}}`
}

/** x - x is 0 for every finite number and for no other. */
function guard(program: Program, outputs: readonly OutputSteps[], { of }: Tokens): string {
  const last = outputs.map(({ slot }) => slot)
  const differences = watched(program, last).map((slot) => `(${of(slot)}-${of(slot)})`)
  return differences.length === 0 ? '' : `if(${differences.join('+')}!==0)return undefined;`
}

/** The sweep backwards over one output, in a block of its own: `let o0;{ … o0={value,sensitivities}}`. */
function sweepOf(program: Program, { slot, steps }: OutputSteps, tokens: Tokens, name: string): string {
  const collected = new Map<number, string[]>([[slot, ['1']]])
  const lines: string[] = []
  for (const step of steps.toReversed()) {
    const g = hold(variable('g', step.to), collected.get(step.to) ?? ['0'], lines)
    for (const [to, term] of terms(step, g, tokens, powerIn(program, step))) {
      if (!tokens.varies(to)) continue
      const list = collected.get(to)
      if (list) list.push(term)
      else collected.set(to, [term])
    }
  }
  const sensitivities = Array.from({ length: program.inputs }, (_, i) =>
    sum([...(collected.get(i) ?? []), '0']),
  )
  return `let ${name};{${lines.join('')}${name}={value:${tokens.of(slot)}+0,sensitivities:[${sensitivities.join(',')}]};}`
}

const sum = (parts: readonly string[]) => parts.join('+')

/** What has collected, under a name unless it is a name already; 1 and -1 disappear in products. */
function hold(name: string, parts: readonly string[], lines: string[]): string {
  const whole = sum(parts)
  if (/^(?:1|\(-1\)|g\d+|\(-g\d+\))$/.test(whole)) return whole
  lines.push(`const ${name}=${whole};`)
  return name
}

const opposite = (g: string): string => (/^\(-.*\)$/.test(g) ? g.slice(2, -1) : `(-${g})`)

const times = (g: string, factor: string): string => {
  if (g === '1') return factor
  return g === '(-1)' ? `(-${factor})` : `${g}*${factor}`
}

/** What a step hands on to what it was made of: the same products as in `gradient`, in the same order. */
function terms({ operation: code, left, right, to }: Step, g: string, { of }: Tokens, power: number) {
  const pair = (toLeft: string, toRight: string): [number, string][] => [
    [left, toLeft],
    [right, toRight],
  ]
  const [a, b, v] = [of(left), of(right), of(to)]
  switch (code) {
    case operation.add:
      return pair(g, g)
    case operation.subtract:
      return pair(g, opposite(g))
    case operation.multiply:
      return pair(times(g, b), times(g, a))
    case operation.divide:
      return pair(`${g}/${b}`, `${times(opposite(g), v)}/${b}`)
    case operation.negate:
      return pair(opposite(g), g).slice(0, 1)
    case operation.raise:
      return pair(times(g, slopeOfRaise(a, b, power)), g).slice(0, 1)
    default: {
      const slope = `${variable('s', code)}(${a},${b},${v})`
      const second = `${variable('t', code)}(${a},${b},${v})`
      return pair(times(g, slope), times(g, second)).slice(0, functionOf(code).most > 1 ? 2 : 1)
    }
  }
}

function slopeOfRaise(a: string, b: string, power: number): string {
  if (power === 2) return `(2*${a})`
  return power === 0 ? '0' : `(${b}*${a}**(${b}-1))`
}
