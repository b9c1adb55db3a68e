import { chainAbove } from '../graph.ts'
import { knownAt } from '../known.ts'
import type { ChainRecords } from '../records.ts'

/** What the work of a laboratory rests on, by one of its results. */
export interface Support {
  readonly certificate: string
  /** Steps from the result to the farthest reference above it. */
  readonly depth: number
  /** The laboratories passed on the longest way, the nearest to the root last. */
  readonly through: readonly string[]
}

/** How far a laboratory is from the root, seen at one of its results; undefined where the chain does not reach one. */
export function supportBehind(records: ChainRecords, resultId: string, asKnownAt: Date): Support | undefined {
  const chain = chainAbove(knownAt(records, asKnownAt), resultId)
  if (chain === undefined) return undefined
  const ways = new Map<string, readonly string[]>()
  for (const id of chain.order.toReversed()) {
    const node = chain.nodes.get(id)
    if (node?.kind === 'reference') ways.set(id, [])
    if (node?.kind !== 'result') continue
    const above = chain
      .linksInto(id)
      .flatMap((link) => (link.closesCycle ? [] : [ways.get(link.from)]))
      .filter((way) => way !== undefined)
    const longest = above.toSorted((a, b) => b.length - a.length)[0]
    if (longest !== undefined) ways.set(id, [node.certificate.laboratoryId, ...longest])
  }
  const way = ways.get(chain.subject.id)
  return way && { certificate: chain.subject.certificate.number, depth: way.length, through: way.slice(1) }
}
