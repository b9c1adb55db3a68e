import type { SharingInputs } from '#metrology/uncertainty/correlation.ts'
import type { CoherentInput } from './coherent-input.ts'
import type { PartsOfStandards, StandardPart } from './shared-standards.ts'
import type { StoredCorrelation } from './stored-budget.ts'

/**
 * Degrees of freedom of inputs that are correlated through their standards. What they share and what they do not share are
 * independent influences, so the formula of Welch and Satterthwaite (GUM G.4.1, eq. (G.2b)) holds over those: in a difference
 * what is shared cancels, and few repeated readings that were hidden by it show.
 */
export function sharingInputs(
  correlations: readonly StoredCorrelation[],
  inputs: readonly CoherentInput[],
  parts: PartsOfStandards,
  sensitivityOf: (symbol: string) => number,
): SharingInputs[] {
  const groups = groupsOf(correlations.filter(({ sharedStandards }) => sharedStandards !== undefined))
  return groups.map((symbols) => {
    const members = inputs.filter(({ symbol }) => symbols.has(symbol))
    const degrees = degreesOf(influencesOf(members, parts, sensitivityOf))
    return { inputs: [...symbols], degreesOfFreedom: Number.isFinite(degrees) ? degrees : null }
  })
}

function groupsOf(correlations: readonly StoredCorrelation[]): ReadonlySet<string>[] {
  const groups = new Map<string, Set<string>>()
  for (const { between } of correlations) {
    const union = new Set(between.flatMap((name) => [name, ...(groups.get(name) ?? [])]))
    for (const name of union) groups.set(name, union)
  }
  return [...new Set(groups.values())]
}

type Influences = readonly Pick<StandardPart, 'variance' | 'degreesOfFreedom'>[]

/** Shared influences with the sum of their sensitivities, and of each line what its standard does not explain. */
function influencesOf(
  members: readonly CoherentInput[],
  parts: PartsOfStandards,
  sensitivityOf: (symbol: string) => number,
): Influences {
  const reached = new Map<string, { sensitivity: number; part: StandardPart }>()
  const own: { variance: number; degreesOfFreedom: number }[] = []
  for (const { symbol, standardUncertainty, degreesOfFreedom } of members) {
    const c = sensitivityOf(symbol)
    let explained = 0
    for (const part of parts.get(symbol) ?? []) {
      const before = reached.get(part.key)?.sensitivity ?? 0
      reached.set(part.key, { sensitivity: before + c * part.sensitivity, part })
      explained += part.sensitivity ** 2 * part.variance
    }
    const rest = standardUncertainty ** 2 - explained
    if (rest > 1e-9 * standardUncertainty ** 2) own.push({ variance: c ** 2 * rest, degreesOfFreedom })
  }
  const shared = [...reached.values()].map(({ sensitivity, part }) => ({
    variance: sensitivity ** 2 * part.variance,
    degreesOfFreedom: part.degreesOfFreedom,
  }))
  return [...shared, ...own]
}

function degreesOf(influences: Influences): number {
  const whole = influences.reduce((sum, { variance }) => sum + variance, 0)
  const spread = influences.reduce((sum, one) => sum + one.variance ** 2 / one.degreesOfFreedom, 0)
  return spread === 0 ? Infinity : whole ** 2 / spread
}
