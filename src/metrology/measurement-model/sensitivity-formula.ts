import { Refusal } from '#refusal.ts'
import { operations, readExpression, type Expression } from './expression.ts'
import { call, formulaText, number, sizeOf, tidy, type Formula } from './formula.ts'
import { formulaLatex } from './formula-latex.ts'
import { derivative, parse, type MathjsNode } from './mathjs.ts'
import { limits, tokensOf } from './tokens.ts'

/** Longer formulas are read by nobody, and cost more than the rest of the budget. */
const largestFormula = 120

/** In characters, as the answer promises it. */
const longest = { text: 2000, latex: 6000 }

/** One formula in two writings: in the syntax of the models, and for documents. */
export interface ShownFormula {
  readonly formula: string
  readonly formulaLatex: string
}

/** What the symbolic derivative of mathjs knows of what a model may contain. */
const knownSlopes = 'sqrt cbrt exp log log10 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh'
const differentiable: ReadonlySet<string> = new Set<string>([...operations, ...knownSlopes.split(' ')])

/** What the library writes and a model may not. */
const reciprocals = new Map([
  ['sec', 'cos'],
  ['csc', 'sin'],
  ['cot', 'tan'],
  ['sech', 'cosh'],
  ['csch', 'sinh'],
  ['coth', 'tanh'],
])

/**
 * The formula of a sensitivity coefficient, to be shown beside its value (GUM 5.1.3). It is for reading only:
 * no number is ever computed from it. None where the model is too long or a function has no formula here.
 */
export function sensitivityFormula(text: string, input: string): ShownFormula | undefined {
  const expression = checked(text)
  if (!expression || sizeOf(expression) > largestFormula || !isDifferentiable(expression)) return undefined
  const slope = tidy(formulaFrom(derivative(parse(text), input)))
  if (sizeOf(slope) > largestFormula) return undefined
  const shown = { formula: formulaText(slope), formulaLatex: formulaLatex(slope) }
  const isTooLong = shown.formula.length > longest.text || shown.formulaLatex.length > longest.latex
  return isTooLong ? undefined : shown
}

/** An expression of a model as LaTeX; none where it is too long to be read. */
export function expressionLatex(text: string): string | undefined {
  const expression = checked(text)
  if (!expression || sizeOf(expression) > largestFormula) return undefined
  const latex = formulaLatex(expression)
  return latex.length > longest.latex ? undefined : latex
}

/** The text of an output with the outputs before it written out, so that only inputs are left in it. */
export function textInInputs(outputs: Readonly<Record<string, string>>, name: string): string | undefined {
  const known = new Map<string, string>()
  for (const [output, text] of Object.entries(outputs)) {
    const written = tokensOf(text).map((token) => {
      const meant = token.kind === 'name' ? known.get(token.text) : undefined
      return meant === undefined ? token.text : `(${meant})`
    })
    const whole = written.join(' ')
    if (whole.length > limits.characters) return undefined
    if (output === name) return whole
    known.set(output, whole)
  }
  return undefined
}

function checked(text: string): Expression | undefined {
  try {
    return readExpression(text)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const isDifferentiable = (e: Expression): boolean =>
  e.kind !== 'call' || (differentiable.has(e.of) && e.args.every(isDifferentiable))

/** The derivative is built by the library from a checked tree, and has the same few kinds of nodes. */
function formulaFrom(node: MathjsNode): Formula {
  const args = (node.args ?? []).map(formulaFrom)
  if (node.type === 'ParenthesisNode' && node.content) return formulaFrom(node.content)
  if (node.type === 'ConstantNode') return number(Number(node.value))
  if (node.type === 'SymbolNode' && node.name !== undefined) return { kind: 'name', name: node.name }
  if (node.type === 'OperatorNode' && node.op !== undefined) {
    return call(args.length === 1 && node.op === '-' ? 'negate' : node.op, ...args)
  }
  if (typeof node.fn === 'object' && node.fn.name !== undefined) {
    const other = reciprocals.get(node.fn.name)
    return other ? call('/', number(1), call(other, ...args)) : call(node.fn.name, ...args)
  }
  throw new Error(`The derivative has a node of type ${node.type}`)
}
