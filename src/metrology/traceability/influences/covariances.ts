import { chainAbove } from '../graph.ts'
import type { ResultNode } from '../graph.ts'
import { knownAt } from '../known.ts'
import type { ChainRecords } from '../records.ts'

import { covarianceOf, influencesOn } from './influences.ts'

/** Several results and how they depend on each other, in coherent units. */
export interface JointResults {
  readonly results: readonly ResultNode[]
  /** u by the chain of each. */
  readonly standardUncertainties: readonly number[]
  /** Of every two, by their places; those that share nothing are not listed. */
  readonly correlations: readonly { readonly between: readonly [number, number]; readonly r: number }[]
}

/** GUM 5.2.2 for a comparison: every chain is followed once, however many results there are. */
export function jointResults(
  records: ChainRecords,
  ids: readonly string[],
  asKnownAt: Date,
): JointResults | undefined {
  const known = knownAt(records, asKnownAt)
  const chains = ids.map((id) => chainAbove(known, id)).filter((chain) => chain !== undefined)
  if (chains.length < ids.length) return undefined
  const terms = chains.map((chain) => influencesOn(known, chain))
  const u = terms.map((one) => Math.sqrt(Math.max(0, covarianceOf(one, one))))
  const correlations = terms.flatMap((one, i) =>
    terms.slice(i + 1).flatMap((other, j) => {
      const [a = 0, b = 0] = [u[i], u[i + 1 + j]]
      const r = a > 0 && b > 0 ? covarianceOf(one, other) / a / b : 0
      return r === 0 ? [] : [{ between: [i, i + 1 + j] as const, r: Math.min(1, Math.max(-1, r)) }]
    }),
  )
  return { results: chains.map(({ subject }) => subject), standardUncertainties: u, correlations }
}
