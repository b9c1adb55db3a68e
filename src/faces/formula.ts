import { readExpression, type Expression } from '#metrology/measurement-model/expression.ts'

/** A formula as it is drawn: names apart from their indices, operations apart from what they join. */
export type FormulaTree =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'name'; readonly letter: string; readonly index?: string }
  | { readonly is: 'call'; readonly of: string; readonly args: readonly FormulaTree[] }

/** What is not read any more is shown as it was written. */
export function formulaOf(text: string): FormulaTree {
  try {
    return drawn(readExpression(text))
  } catch {
    return { is: 'text', text }
  }
}

function drawn(expression: Expression): FormulaTree {
  if (expression.kind === 'number') {
    return { is: 'text', text: expression.value === Math.PI ? 'π' : String(expression.value) }
  }
  if (expression.kind === 'name') return nameOf(expression.name)
  return { is: 'call', of: expression.of, args: expression.args.map(drawn) }
}

const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
}

/** What follows the first underscore is an index (ISO 80000-1, 7.1.2); a d before a letter is a small change of it. */
function nameOf(name: string): FormulaTree {
  const [, before = name, index] = /^([A-Za-z0-9]+)_(.+)$/.exec(name) ?? []
  const [, change, rest = ''] = /^(d)([A-Za-z]+)$/.exec(before) ?? []
  const isChange = change !== undefined && (rest.length === 1 || greek[rest] !== undefined)
  const letter = isChange ? `δ${greek[rest] ?? rest}` : (greek[before] ?? before)
  return index === undefined ? { is: 'name', letter } : { is: 'name', letter, index: greek[index] ?? index }
}
