import type { StandardPart } from '#metrology/budget/shared-standards.ts'

import { chainAbove } from '../graph.ts'
import { knownAt } from '../known.ts'
import type { ChainRecords } from '../records.ts'

import { influenceLabel } from './influence.ts'
import { influencesOn, rootKey } from './influences.ts'

/** A root as it stands in a budget; u in its coherent unit. */
export interface RootStandard {
  readonly id: string
  readonly code: string
  readonly standardUncertainty: number
  readonly degreesOfFreedom: number
}

/** Everything that the uncertainty of some results is made of, any number of laboratories up, as known at K. */
export function partsOfResults(
  records: ChainRecords,
  results: readonly string[],
  asKnownAt: Date,
): ReadonlyMap<string, readonly StandardPart[]> {
  const known = knownAt(records, asKnownAt)
  return new Map(
    results.map((id) => {
      const chain = chainAbove(known, id)
      const terms = chain === undefined ? [] : [...influencesOn(known, chain).values()]
      return [id, terms.map(({ influence, ...term }) => ({ ...term, ...named(influence) }))]
    }),
  )
}

const named = (influence: Parameters<typeof influenceLabel>[0] & { readonly key: string }) => ({
  key: influence.key,
  label: influenceLabel(influence),
})

export const partsOfRoot = ({
  id,
  code,
  standardUncertainty,
  degreesOfFreedom,
}: RootStandard): StandardPart[] => [
  { key: rootKey(id), label: code, sensitivity: 1, variance: standardUncertainty ** 2, degreesOfFreedom },
]
