import type { Chain } from '../graph.ts'
import type { Known } from '../known.ts'
import type { Words } from '../records.ts'
import { organizationNamed } from '../rules/outcome.ts'

import { decompositionOf, levelsOf, sharesBy } from './decomposition.ts'
import type { Contribution } from './decomposition.ts'
import { influenceLabel } from './influence.ts'
import type { Influence, InfluenceKind } from './influence.ts'
import { influencesOn } from './influences.ts'

/** The decomposition of the asked result, in its unit, as values that go into JSON. */
export interface AnsweredInfluences {
  readonly unit: string
  /** By the chain: with what its inputs share, whether the budget says so or not. */
  readonly standardUncertainty: number
  readonly roots: readonly { readonly reference: string; readonly share: number }[]
  readonly laboratories: readonly { readonly organization: Words; readonly share: number }[]
  readonly levels: readonly { readonly level: number; readonly share: number }[]
  /** The largest first. */
  readonly items: readonly AnsweredContribution[]
  /** What is not listed one by one. */
  readonly others: { readonly count: number; readonly share: number }
}

export interface AnsweredInfluence {
  readonly kind: InfluenceKind
  readonly label: string
  readonly certificate?: string
  readonly version?: number
  readonly result?: string
  readonly input?: string
  readonly reference?: string
  readonly organization: Words
}

export interface AnsweredContribution {
  readonly influence: AnsweredInfluence
  readonly level: number
  /** |Cu| in the unit of the asked result; of a correlation the root of what it adds, or with a minus of what it takes away. */
  readonly contribution: number
  readonly share: number
}

const mostItems = 1000

export function answeredInfluences(known: Known, chain: Chain): AnsweredInfluences {
  const decomposition = decompositionOf(influencesOn(known, chain))
  const { contributions, standardUncertainty } = decomposition
  const { unit, unitSize } = chain.subject.result
  const levels = levelsOf(chain)
  const levelOf = (influence: Influence) => levels.get(influence.node) ?? 0
  const others = contributions.slice(mostItems)
  const viewed = ({ influence, variance, share }: Contribution): AnsweredContribution => ({
    influence: answeredInfluence(known, influence),
    level: levelOf(influence),
    contribution: (Math.sign(variance) * Math.sqrt(Math.abs(variance))) / unitSize,
    share,
  })
  return {
    unit,
    standardUncertainty: standardUncertainty / unitSize,
    roots: sharesBy(decomposition, (one) => one.reference).map(({ group: reference, share }) => ({
      reference,
      share,
    })),
    laboratories: sharesBy(decomposition, (one) => one.organizationId).map(({ group, share }) => ({
      organization: organizationNamed(known, group),
      share,
    })),
    levels: sharesBy(decomposition, levelOf)
      .map(({ group: level, share }) => ({ level, share }))
      .toSorted((a, b) => a.level - b.level),
    items: contributions.slice(0, mostItems).map(viewed),
    others: { count: others.length, share: others.reduce((sum, { share }) => sum + share, 0) },
  }
}

export function answeredInfluence(known: Known, influence: Influence): AnsweredInfluence {
  const { kind, certificate, version, result, input, reference, organizationId } = influence
  return {
    kind,
    label: influenceLabel(influence),
    ...(certificate !== undefined && { certificate }),
    ...(version !== undefined && { version }),
    ...(result !== undefined && { result }),
    ...(input !== undefined && { input }),
    ...(reference !== undefined && { reference }),
    organization: organizationNamed(known, organizationId),
  }
}
