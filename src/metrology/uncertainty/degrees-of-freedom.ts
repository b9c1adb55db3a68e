import type { Dependence } from './correlation.ts'

/** One input of an output, as the formula of Welch and Satterthwaite needs it. */
export interface VarianceShare {
  readonly symbol: string
  /** Its part of u²(y), with its covariances; all parts together are 1. */
  readonly share: number
  readonly degreesOfFreedom: number
}

/**
 * GUM G.4.1, eq. (G.2b), with one term for each independent group of inputs. A group is a single input, or
 * inputs correlated with each other. Readings taken together n times are one group with n - 1, because any
 * linear combination of them has exactly that many; inputs that share standards have the number that is known
 * of them; other correlated inputs with finite degrees of freedom have no known number, and the answer is then none.
 */
export function effectiveDegreesOfFreedom(
  inputs: readonly VarianceShare[],
  dependence: Dependence,
): number | undefined {
  let sum = 0
  for (const group of independentGroups(inputs, dependence)) {
    const degrees = degreesOfGroup(group, dependence)
    if (degrees === undefined) return undefined
    const share = group.reduce((total, each) => total + each.share, 0)
    // A single group has the whole variance: its own number, not 1/(1/ν).
    if (group.length === inputs.length) return degrees
    sum += share ** 2 / degrees
  }
  return sum === 0 ? Infinity : 1 / sum
}

function degreesOfGroup(group: readonly VarianceShare[], { joint, sharing }: Dependence): number | undefined {
  const [only, second] = group
  if (only && !second) return only.degreesOfFreedom
  if (group.every(({ symbol }) => joint?.inputs.includes(symbol))) return (joint?.n ?? 0) - 1
  const known = sharing?.find(({ inputs }) => group.every(({ symbol }) => inputs.includes(symbol)))
  if (known) return known.degreesOfFreedom ?? Infinity
  return group.every(({ degreesOfFreedom }) => degreesOfFreedom === Infinity) ? Infinity : undefined
}

/** Inputs that hang together through correlations, or through being observed together. */
function independentGroups(inputs: readonly VarianceShare[], dependence: Dependence): VarianceShare[][] {
  if (dependence.correlations.length === 0 && !dependence.joint) return inputs.map((input) => [input])
  const groups = new Map(inputs.map((input) => [input.symbol, [input]]))
  const unite = (a: string, b: string) => {
    const [one, other] = [groups.get(a), groups.get(b)]
    if (!one || !other || one === other) return
    const both = [...one, ...other]
    for (const { symbol } of both) groups.set(symbol, both)
  }
  for (const { between, r } of dependence.correlations) if (r !== 0) unite(...between)
  const together = (dependence.joint?.inputs ?? []).filter((name) => groups.has(name))
  for (const name of together) unite(together[0] ?? name, name)
  return [...new Set(groups.values())]
}

/** The next lower whole number (GUM G.6.4); below one there is none, and the number itself is kept. */
export function truncated(degreesOfFreedom: number): number {
  if (degreesOfFreedom < 1 || degreesOfFreedom === Infinity) return degreesOfFreedom
  // 18.999 999 999 999 996 is 19 that went through arithmetic.
  return Math.floor(degreesOfFreedom * (1 + 1e-12))
}
