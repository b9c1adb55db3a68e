import type { Chain, ChainNode, ResultNode } from '../graph.ts'
import type { Known } from '../known.ts'

import { influencesWithin, rootVariance } from './influences.ts'
import type { InfluencesWithin } from './influences.ts'
import type { OwnInfluences } from './own-influences.ts'

/** How the variance of the asked result is spread over the nodes of its chain; parts of u², all exact to first order. */
export interface PartsOfNodes {
  /** What passes through or arises in a node: its covariance with the asked result, as it is handed on. The subject has 1. */
  readonly ofNode: ReadonlyMap<string, number>
  /** What arises in the node itself. Over all nodes the sum is 1; a correlation that lessens u counts below zero. */
  readonly local: ReadonlyMap<string, number>
}

/**
 * u²(y) = Σₑ(Cₑuₑ)², and Cₑ is a sum over all routes before it is squared: what two routes share counts with its sign. One pass
 * down for the sensitivities, one up for the covariance of every node with the result; the largest chain costs no more.
 */
export function partsOfNodes(
  known: Known,
  chain: Chain,
  ofResult?: (node: ResultNode) => OwnInfluences,
): PartsOfNodes {
  const within = influencesWithin(known, chain, ofResult)
  const along = sensitivities(chain, within)
  const arising = new Map<string, number>()
  const covariance = new Map<string, number>()
  for (const id of chain.order.toReversed()) {
    const node = chain.nodes.get(id)
    const own = node === undefined ? 0 : arisingIn(node, along.get(id) ?? 0, within)
    const taken = within.ownOf(id)?.taken ?? []
    arising.set(id, own)
    covariance.set(
      id,
      taken.reduce((sum, { from, sensitivity }) => sum + sensitivity * (covariance.get(from) ?? 0), own),
    )
  }
  const whole = covariance.get(chain.subject.id) ?? 0
  const share = (parts: ReadonlyMap<string, number>) =>
    new Map([...parts].map(([id, part]) => [id, whole > 0 ? ((along.get(id) ?? 0) * part) / whole : 0]))
  if (whole > 0) return { ofNode: share(covariance), local: share(arising) }
  // Without any uncertainty all there is arises in the result itself.
  const all = new Map([[chain.subject.id, 1]])
  return { ofNode: all, local: all }
}

/** Of the asked result to each node, over all routes. */
function sensitivities(chain: Chain, { ownOf }: InfluencesWithin): ReadonlyMap<string, number> {
  const along = new Map([[chain.subject.id, 1]])
  for (const id of chain.order) {
    const here = along.get(id) ?? 0
    for (const { from, sensitivity } of ownOf(id)?.taken ?? [])
      along.set(from, (along.get(from) ?? 0) + here * sensitivity)
  }
  return along
}

/** Covariance of the asked result with what arises in a node. */
function arisingIn(node: ChainNode, along: number, { terms, ownOf, addedBy }: InfluencesWithin): number {
  if (node.kind === 'reference') return along * rootVariance(node)
  const own = ownOf(node.id)
  if (own === undefined) return 0
  const arising = own.arising.reduce((sum, { influence, sensitivity, variance }) => {
    // Two versions of a certificate may state one measurement: what arises in it reaches the result through both.
    const whole = terms.get(influence.key)?.sensitivity ?? 0
    return sum + whole * sensitivity * variance
  }, 0)
  return own.declared.reduce((sum, one) => {
    const whole = terms.get(one.influence.key)?.sensitivity ?? 0
    return sum + whole * addedBy(one)
  }, arising)
}
