import type { Expression } from './expression.ts'
import type { Formula } from './formula.ts'

type Tree = Formula | Expression

/** Names that are typeset as the letter they spell. */
const greek = new Set(
  (
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega ' +
    'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'
  ).split(' '),
)

/** Functions that LaTeX has a command for; any other is set upright under its own name (ISO 80000-2). */
const commands = new Map([
  ...'sin cos tan sinh cosh tanh exp min max'.split(' ').map((name) => [name, `\\${name}`] as const),
  ['asin', '\\arcsin'],
  ['acos', '\\arccos'],
  ['atan', '\\arctan'],
  ['asinh', '\\operatorname{arsinh}'],
  ['acosh', '\\operatorname{arcosh}'],
  ['atanh', '\\operatorname{artanh}'],
  ['log', '\\ln'],
  ['log10', '\\log_{10}'],
  ['log2', '\\log_{2}'],
])

/** How tightly a formula holds together as it is printed: a fraction and a root need no parentheses. */
const loose = { sum: 1, signed: 2, product: 3, power: 4, whole: 5 }
const strength: Readonly<Record<string, number>> = {
  '+': loose.sum,
  '-': loose.sum,
  negate: loose.signed,
  '*': loose.product,
  '^': loose.power,
}

function strengthOf(f: Tree): number {
  if (f.kind === 'name') return loose.whole
  if (f.kind === 'call') return strength[f.of] ?? loose.whole
  if (f.value < 0) return loose.signed
  return String(f.value).includes('e') ? loose.product : loose.whole
}

/** The formula as LaTeX in mathematical mode, for documents. Two names never look alike, as X1 and X_1 might. */
export function formulaLatex(f: Tree): string {
  if (f.kind === 'number') return numberLatex(f.value)
  if (f.kind === 'name') return nameLatex(f.name)
  const [a, b] = f.args
  if (a && f.of === 'negate') return `-${within(a, loose.product)}`
  return (a && b && operationLatex(f.of, a, b)) ?? callLatex(f.of, f.args)
}

function operationLatex(of: string, a: Tree, b: Tree): string | undefined {
  if (of === '+') {
    const right = strengthOf(b) === loose.signed ? parenthesized(b) : formulaLatex(b)
    return `${formulaLatex(a)} + ${right}`
  }
  if (of === '-') return `${formulaLatex(a)} - ${within(b, loose.product)}`
  if (of === '*') return `${within(a, loose.product)} \\cdot ${within(b, loose.product)}`
  if (of === '/') return `\\frac{${formulaLatex(a)}}{${formulaLatex(b)}}`
  // Only a letter or a plain number carries an exponent without parentheses.
  const isBare = a.kind !== 'call' && strengthOf(a) === loose.whole
  return of === '^' ? `${isBare ? formulaLatex(a) : parenthesized(a)}^{${formulaLatex(b)}}` : undefined
}

function callLatex(of: string, args: readonly Tree[]): string {
  const list = args.map(formulaLatex).join(', ')
  if (of === 'sqrt') return `\\sqrt{${list}}`
  if (of === 'cbrt') return `\\sqrt[3]{${list}}`
  if (of === 'abs') return `\\left|${list}\\right|`
  return `${commands.get(of) ?? `\\operatorname{${of}}`}\\left(${list}\\right)`
}

const within = (f: Tree, least: number) => (strengthOf(f) < least ? parenthesized(f) : formulaLatex(f))
const parenthesized = (f: Tree) => `\\left(${formulaLatex(f)}\\right)`

/** 6.6e-34 → 6.6 \cdot 10^{-34}; the constant of a checked expression is a number already, and is told by its value. */
function numberLatex(value: number): string {
  if (value === Math.PI) return '\\pi'
  const [digits = '', exponent] = String(value).split('e')
  return exponent === undefined ? digits : `${digits} \\cdot 10^{${exponent.replace('+', '')}}`
}

/** What follows the first underscore is an index; indices that are words stand upright (ISO 80000-1, 7.1.2). */
function nameLatex(name: string): string {
  const [, letter, index] = /^([A-Za-z0-9]+)_(.+)$/.exec(name) ?? []
  if (letter === undefined || index === undefined) return symbolLatex(name)
  const isNumber = /^\d+$/.test(index)
  return `${symbolLatex(letter)}_{${isNumber ? index : indexLatex(index)}}`
}

const escaped = (text: string) => text.replaceAll('_', '\\_')
const indexLatex = (text: string) => (greek.has(text) ? `\\${text}` : `\\mathrm{${escaped(text)}}`)

function symbolLatex(text: string): string {
  if (greek.has(text)) return `\\${text}`
  return text.length === 1 ? text : `\\mathit{${escaped(text)}}`
}
