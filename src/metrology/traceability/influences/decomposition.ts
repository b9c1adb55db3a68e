import type { Chain } from '../graph.ts'

import type { Influence, Terms } from './influence.ts'

/** What one influence contributes to the variance of the result. */
export interface Contribution {
  readonly influence: Influence
  readonly sensitivity: number
  /** (Cu)²; of a correlation of either sign. */
  readonly variance: number
  /** Part of u²; all parts sum to 1. */
  readonly share: number
}

export interface Decomposition {
  /** Of the result by its chain, in its coherent unit: with what its inputs share, whether its budget says so or not. */
  readonly standardUncertainty: number
  /** The largest first. */
  readonly contributions: readonly Contribution[]
}

/** u²(y) = Σₑ (Cₑuₑ)² and its parts. */
export function decompositionOf(terms: Terms): Decomposition {
  const found = [...terms.values()].map(({ influence, sensitivity, variance }) => ({
    influence,
    sensitivity,
    variance: sensitivity ** 2 * variance,
  }))
  const whole = found.reduce((sum, { variance }) => sum + variance, 0)
  const contributions = found
    .map((one) => ({ ...one, share: whole > 0 ? one.variance / whole : 0 }))
    .toSorted(
      (a, b) => Math.abs(b.variance) - Math.abs(a.variance) || (a.influence.key < b.influence.key ? -1 : 1),
    )
  return { standardUncertainty: Math.sqrt(Math.max(0, whole)), contributions }
}

export interface GroupShare<K> {
  readonly group: K
  readonly share: number
}

/** Shares added up over groups, the largest first; what belongs to no group is left away. */
export function sharesBy<K extends string | number>(
  { contributions }: Decomposition,
  groupOf: (influence: Influence) => K | undefined,
): GroupShare<K>[] {
  const sums = new Map<K, number>()
  for (const { influence, share } of contributions) {
    const group = groupOf(influence)
    if (group !== undefined) sums.set(group, (sums.get(group) ?? 0) + share)
  }
  return [...sums]
    .map(([group, share]) => ({ group, share }))
    .toSorted((a, b) => b.share - a.share || (a.group < b.group ? -1 : 1))
}

/** How many steps each node is from the asked result, by its longest route. */
export function levelsOf(chain: Chain): ReadonlyMap<string, number> {
  const level = new Map([[chain.subject.id, 0]])
  for (const id of chain.order)
    for (const link of chain.linksInto(id))
      if (!link.closesCycle)
        level.set(link.from, Math.max(level.get(link.from) ?? 0, (level.get(id) ?? 0) + 1))
  return level
}
