import type { StoredInput } from '#metrology/budget/stored-budget.ts'

import type { Chain, ChainLink, ChainNode, ResultNode } from '../graph.ts'
import type { Known } from '../known.ts'
import type { ResultRecord } from '../records.ts'

import { influenceOf } from './influence.ts'
import type { Influence } from './influence.ts'

/** How the uncertainty of one result is made up: by what arises in it, and by what it takes from above. */
export interface OwnInfluences {
  readonly arising: readonly Arising[]
  readonly taken: readonly Taken[]
  readonly declared: readonly Declared[]
}

export interface Arising {
  readonly influence: Influence
  readonly sensitivity: number
  readonly variance: number
  readonly degreesOfFreedom: number
}

/** An input whose value and uncertainty come from the node above. */
export interface Taken {
  readonly from: string
  readonly sensitivity: number
}

/** Half of what a declared correlation adds to the variance: cₐc_b·r·uₐu_b, and the nodes its two inputs come from. */
export interface Declared {
  readonly influence: Influence
  readonly covariance: number
  readonly sensitivities: readonly [number, number]
  readonly from: readonly [string | undefined, string | undefined]
}

interface Line {
  readonly symbol: string
  readonly sensitivity: number
  readonly standardUncertainty: number
  /** The node above whose uncertainty is in the line; none where it is the result's own. */
  readonly from: string | undefined
  readonly ofStandard: number
  readonly degreesOfFreedom: number
}

/** What is below this part of a variance is rounding, not an influence. */
const rounding = 1e-9

export function ownInfluences(known: Known, chain: Chain, node: ResultNode): OwnInfluences {
  const lines = linesOf(chain, node)
  const declared = declaredOf(known, node, lines)
  const own = lines.flatMap((line): Arising[] => {
    const variance = line.standardUncertainty ** 2 - line.ofStandard ** 2
    if (variance <= rounding * line.standardUncertainty ** 2) return []
    const influence = influenceOf(known, node, 'input', line.symbol)
    const { sensitivity, degreesOfFreedom } = line
    return [{ influence, sensitivity, variance, degreesOfFreedom }]
  })
  return {
    arising: [...own, ...unexplained(known, node, lines, declared)],
    taken: lines.flatMap(({ from, sensitivity }) => (from === undefined ? [] : [{ from, sensitivity }])),
    declared,
  }
}

/** The lines of the budget; where it is not known, what the links tell of it. */
function linesOf(chain: Chain, node: ResultNode): Line[] {
  const { budget } = node.result
  const links = new Map(chain.linksInto(node.id).map((link) => [link.record.input, link]))
  const budgeted = (budget?.inputs ?? []).map((input) =>
    lineOf(chain, input.symbol, links.get(input.symbol), input),
  )
  const symbols = new Set(budget?.inputs.map(({ symbol }) => symbol))
  const further = [...links.values()]
    .filter((link) => !symbols.has(link.record.input))
    .map((link) => lineOf(chain, link.record.input, link))
  return [...budgeted, ...further].filter((line) => line !== undefined)
}

/** What the link says of its line comes first, as in the rule that compares both (R12). */
function lineOf(
  chain: Chain,
  symbol: string,
  link: ChainLink | undefined,
  stated?: Pick<StoredInput, 'sensitivity' | 'standardUncertainty' | 'degreesOfFreedom'>,
): Line | undefined {
  const sensitivity = link?.record.sensitivity ?? stated?.sensitivity
  const standardUncertainty = link?.record.inputStandardUncertainty ?? stated?.standardUncertainty
  if (sensitivity === undefined || standardUncertainty === undefined) return undefined
  const above = link === undefined || link.closesCycle ? undefined : chain.nodes.get(link.from)
  const ofStandard = above && uncertaintyOf(above)
  const line = { symbol, sensitivity, standardUncertainty }
  const degreesOfFreedom = stated?.degreesOfFreedom ?? Infinity
  if (ofStandard === undefined) return { ...line, from: undefined, ofStandard: 0, degreesOfFreedom }
  // What a line holds beyond its standard is judgement, not readings.
  return { ...line, from: link?.from, ofStandard, degreesOfFreedom: Infinity }
}

/** u of a node as it is handed on; unknown of a device without a certificate. */
function uncertaintyOf(node: ChainNode): number | undefined {
  if (node.kind === 'unresolved') return undefined
  if (node.kind === 'reference') return node.reference.standardUncertainty
  return statedUncertainty(node.result) ?? budgetUncertainty(node.result)
}

function statedUncertainty(result: ResultRecord): number | undefined {
  const { standardUncertainty: u, expandedUncertainty: U, coverageFactor: k } = result
  return u ?? (U === undefined || k === undefined ? undefined : U / k)
}

function budgetUncertainty({ budget }: ResultRecord): number | undefined {
  if (budget === undefined) return undefined
  return Math.hypot(...budget.inputs.map((input) => input.sensitivity * input.standardUncertainty))
}

function declaredOf(known: Known, node: ResultNode, lines: readonly Line[]): Declared[] {
  const named = new Map(lines.map((line) => [line.symbol, line]))
  return (node.result.budget?.correlations ?? []).flatMap(({ between: [a, b], r }): Declared[] => {
    const [one, other] = [named.get(a), named.get(b)]
    if (one === undefined || other === undefined) return []
    const product = one.sensitivity * other.sensitivity
    return [
      {
        influence: influenceOf(known, node, 'correlation', `${a}, ${b}`),
        covariance: product * r * one.standardUncertainty * other.standardUncertainty,
        sensitivities: [one.sensitivity, other.sensitivity],
        from: [one.from, other.from],
      },
    ]
  })
}

/** A certificate that states more than its budget gives (rounding up, a CMC as floor), or that shows no budget at all. */
function unexplained(
  known: Known,
  node: ResultNode,
  lines: readonly Line[],
  declared: readonly Declared[],
): Arising[] {
  const stated = statedUncertainty(node.result)
  if (stated === undefined) return []
  const inLines = lines.reduce((sum, line) => sum + (line.sensitivity * line.standardUncertainty) ** 2, 0)
  const inAll = declared.reduce((sum, one) => sum + 2 * one.covariance, inLines)
  const variance = stated ** 2 - inAll
  if (variance <= rounding * stated ** 2) return []
  const kind = lines.length === 0 ? 'result' : 'unexplained'
  const degreesOfFreedom = kind === 'result' ? (node.result.degreesOfFreedom ?? Infinity) : Infinity
  return [{ influence: influenceOf(known, node, kind), sensitivity: 1, variance, degreesOfFreedom }]
}
