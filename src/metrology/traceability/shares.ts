import type { Chain, ChainLink } from './graph.ts'
import type { LinkRecord, ResultRecord } from './records.ts'

/** How the variance of the asked result is spread over the chain. */
export interface Shares {
  /** Part of u² of the result a link goes into; undefined where its budget does not tell. */
  readonly ofResult: ReadonlyMap<string, number | undefined>
  /** Part of u² of the asked result that passes through the link. */
  readonly ofLink: ReadonlyMap<string, number>
  /** Part that passes through, or arises in, a node: the subject has 1. */
  readonly ofNode: ReadonlyMap<string, number>
  /** Part that arises in the node itself: its own influences, or all of it where nothing above is known. */
  readonly local: ReadonlyMap<string, number>
  /** Sum over all routes of the products of sensitivities, in coherent units; undefined where one is not known. */
  readonly sensitivity: ReadonlyMap<string, number | undefined>
}

/**
 * Decomposition over the chain: u²(y) = Σₑ(Cₑuₑ)² with first-order sensitivities. Correlations inside a budget are left out
 * here, and what is left is normalised, so that the local parts of all nodes always sum to 1.
 */
export function sharesAlong(chain: Chain): Shares {
  const ofResult = new Map<string, number | undefined>()
  const ofLink = new Map<string, number>()
  const ofNode = new Map<string, number>([[chain.subject.id, 1]])
  const local = new Map<string, number>()
  const sensitivity = new Map<string, number | undefined>([[chain.subject.id, 1]])

  for (const id of chain.order) {
    const whole = ofNode.get(id) ?? 0
    const node = chain.nodes.get(id)
    const links = chain.linksInto(id)
    const parts =
      node?.kind === 'result'
        ? sharesOfResult(
            node.result,
            links.map(({ record }) => record),
          )
        : []
    let passedOn = 0
    for (const [i, link] of links.entries()) {
      const part = parts[i]
      ofResult.set(link.key, part)
      ofLink.set(link.key, whole * (part ?? 0))
      if (link.closesCycle) continue
      passedOn += part ?? 0
      ofNode.set(link.from, (ofNode.get(link.from) ?? 0) + whole * (part ?? 0))
      sensitivity.set(link.from, sumAlong(sensitivity, link))
    }
    local.set(id, whole * Math.max(0, 1 - passedOn))
  }
  return { ofResult, ofLink, ofNode, local, sensitivity }
}

/** Once a route has an unknown sensitivity the sum over routes is unknown. */
function sumAlong(sensitivity: Map<string, number | undefined>, link: ChainLink): number | undefined {
  const here = sensitivity.get(link.to)
  const { sensitivity: c } = link.record
  if (here === undefined || c === undefined) return undefined
  if (!sensitivity.has(link.from)) return here * c
  const before = sensitivity.get(link.from)
  return before === undefined ? undefined : before + here * c
}

/** Part of u² of one result that each of its links carries; undefined where its budget does not tell. */
export function sharesOfResult(
  result: ResultRecord,
  links: readonly LinkRecord[],
): readonly (number | undefined)[] {
  const total = totalVariance(result)
  const parts = links.map((record) => partOf(record, total))
  const sum = parts.reduce<number>((a, part) => a + (part ?? 0), 0)
  return sum > 1 ? parts.map((part) => part && part / sum) : parts
}

const totalVariance = (result: ResultRecord): number | undefined =>
  result.budget?.inputs.reduce((sum, input) => sum + (input.sensitivity * input.standardUncertainty) ** 2, 0)

/** From the link's own figures and the whole budget where they are known, else as it was stored. */
function partOf(link: LinkRecord, total: number | undefined): number | undefined {
  const { sensitivity: c, inputStandardUncertainty: u } = link
  if (total !== undefined && total > 0 && c !== undefined && u !== undefined) return (c * u) ** 2 / total
  return link.share
}
