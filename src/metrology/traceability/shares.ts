import type { Chain, ChainLink } from './graph.ts'
import type { LinkRecord, ResultRecord } from './records.ts'

/** What the budgets of a chain say of its links. */
export interface Shares {
  /** Part of u² of the result a link goes into; undefined where its budget does not tell. */
  readonly ofResult: ReadonlyMap<string, number | undefined>
  /** Sum over all routes of the products of sensitivities, in coherent units; undefined where one is not known. */
  readonly sensitivity: ReadonlyMap<string, number | undefined>
}

/** Link by link, as each budget has it; what that makes of the asked result is decomposed in `influences/`. */
export function sharesAlong(chain: Chain): Shares {
  const ofResult = new Map<string, number | undefined>()
  const sensitivity = new Map<string, number | undefined>([[chain.subject.id, 1]])
  for (const id of chain.order) {
    const node = chain.nodes.get(id)
    const links = chain.linksInto(id)
    const records = links.map(({ record }) => record)
    const parts = node?.kind === 'result' ? sharesOfResult(node.result, records) : []
    for (const [i, link] of links.entries()) {
      ofResult.set(link.key, parts[i])
      if (!link.closesCycle) sensitivity.set(link.from, sumAlong(sensitivity, link))
    }
  }
  return { ofResult, sensitivity }
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
