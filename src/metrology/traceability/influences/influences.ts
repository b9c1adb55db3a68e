import { referenceId } from '../graph.ts'
import type { Chain, ReferenceNode, ResultNode } from '../graph.ts'
import type { Known } from '../known.ts'

import type { Influence, Term, Terms } from './influence.ts'
import { ownInfluences } from './own-influences.ts'
import type { Declared, OwnInfluences } from './own-influences.ts'

/**
 * y as a sum over the elementary influences that it reaches through its chain, any number of laboratories up:
 * u²(y) = Σₑ (Cₑuₑ)², and what budgets declare of correlated inputs (GUM 5.1.2 eq. (10), 5.2.2 eq. (13)). Cₑ is a sum over
 * all routes BEFORE it is squared, so what two inputs share is counted once and with its sign.
 */
export const influencesOn = (known: Known, chain: Chain): Terms => influencesWithin(known, chain).terms

/** The same, with what each node adds of its own. */
export interface InfluencesWithin {
  readonly terms: Terms
  /** None of a root or of a standard that leads nowhere. */
  readonly ownOf: (id: string) => OwnInfluences | undefined
  /** What a declared correlation adds to u² of its node, beyond what the chain knows the two inputs to share. */
  readonly addedBy: (declared: Declared) => number
}

export function influencesWithin(
  known: Known,
  chain: Chain,
  ofResult: (node: ResultNode) => OwnInfluences = (node) => ownInfluences(known, chain, node),
): InfluencesWithin {
  const own = new Map<string, OwnInfluences>()
  const ownOf = (id: string): OwnInfluences | undefined => {
    const node = chain.nodes.get(id)
    if (node?.kind !== 'result') return undefined
    const found = own.get(id) ?? ofResult(node)
    own.set(id, found)
    return found
  }
  const reached = new Map<string, Terms>()
  const from = (start: string): Terms => {
    const found = reached.get(start) ?? termsFrom(chain, start, ownOf, covariance)
    reached.set(start, found)
    return found
  }
  const covariance = (a: string, b: string) => covarianceOf(from(a), from(b))
  return { terms: from(chain.subject.id), ownOf, addedBy: (one) => addedBy(one, covariance) }
}

/** Σₑ C₁ₑC₂ₑuₑ² over the influences that both have (traceability.md, covariance of any two results). */
export function covarianceOf(one: Terms, other: Terms): number {
  let sum = 0
  for (const [key, { sensitivity, variance }] of one) {
    const same = other.get(key)
    if (same !== undefined) sum += sensitivity * same.sensitivity * variance
  }
  return sum
}

type Covariance = (a: string, b: string) => number

/** Sensitivities run from a node up: every standard after all the results that used it, so each node is passed once. */
function termsFrom(
  chain: Chain,
  start: string,
  ownOf: (id: string) => OwnInfluences | undefined,
  covariance: Covariance,
): Terms {
  const along = new Map([[start, 1]])
  const terms = new Map<string, Term>()
  for (const id of chain.order) {
    const here = along.get(id)
    const node = chain.nodes.get(id)
    if (here === undefined || node === undefined) continue
    if (node.kind === 'reference')
      addTerm(terms, rootInfluence(node), { sensitivity: here, variance: rootVariance(node) })
    const own = ownOf(id)
    if (own === undefined) continue
    for (const { from, sensitivity } of own.taken)
      along.set(from, (along.get(from) ?? 0) + here * sensitivity)
    for (const { influence, sensitivity, ...one } of own.arising)
      addTerm(terms, influence, { ...one, sensitivity: here * sensitivity })
    for (const one of own.declared)
      addTerm(terms, one.influence, { sensitivity: here, variance: addedBy(one, covariance) })
  }
  return terms
}

/** u² of a root. */
export const rootVariance = ({ reference }: ReferenceNode) => (reference.standardUncertainty ?? 0) ** 2

/** A coefficient that is declared is the whole of it: what the chain itself knows the two inputs to share is not added twice. */
function addedBy({ covariance: declared, sensitivities, from }: Declared, covariance: Covariance): number {
  const [a, b] = from
  const [ca, cb] = sensitivities
  const shared = a === undefined || b === undefined ? 0 : ca * cb * covariance(a, b)
  const added = 2 * (declared - shared)
  return Math.abs(added) <= 1e-12 * Math.abs(declared) ? 0 : added
}

interface Added {
  readonly sensitivity: number
  readonly variance: number
  readonly degreesOfFreedom?: number
}

function addTerm(terms: Map<string, Term>, influence: Influence, added: Added) {
  const { sensitivity, variance, degreesOfFreedom = Infinity } = added
  if (sensitivity === 0 || variance === 0) return
  const before = terms.get(influence.key)
  terms.set(influence.key, {
    influence: before?.influence ?? influence,
    sensitivity: (before?.sensitivity ?? 0) + sensitivity,
    variance,
    degreesOfFreedom,
  })
}

/** By what a root is known in every chain that reaches it. */
export const rootKey = (id: string): string => referenceId(id)

const rootInfluence = ({ id, reference }: ReferenceNode): Influence => ({
  key: id,
  kind: 'root',
  node: id,
  organizationId: reference.holderId,
  reference: reference.code,
})
