import { normalUpperQuantile } from '#metrology/distributions/normal-distribution.ts'
import { rootBetween } from '#metrology/numerics/bracketed-root.ts'
import { nonconformanceProbability, type ToleranceLimits } from './conformance-probability.ts'
import { ruleUnknown, targetUnreachable } from './conformity.refusals.ts'
import { moved } from './decision-rule.ts'

/** Rules by which a guard band follows from an uncertainty (ILAC-G8:09/2019, table 1; ISO 14253-1:2017). */
export const guardBandRuleNames = ['simple', 'guarded-U', '0.83U', 'rU', 'target-risk'] as const
export type GuardBandRule = (typeof guardBandRuleNames)[number]

export interface AcceptanceLimits {
  readonly guardBand: number
  readonly acceptanceLimits: ToleranceLimits
  /** Where there is one limit. */
  readonly acceptanceLimit?: number
  /** The guard bands meet, and nothing can be accepted. */
  readonly isEmpty: boolean
}

export function acceptanceAt(limits: ToleranceLimits, guardBand: number): AcceptanceLimits {
  const acceptanceLimits = moved(limits, guardBand)
  const { lower, upper } = acceptanceLimits
  const single = lower === undefined ? upper : upper === undefined ? lower : undefined
  return {
    guardBand,
    acceptanceLimits,
    ...(single !== undefined && { acceptanceLimit: single }),
    isEmpty: lower !== undefined && upper !== undefined && lower > upper,
  }
}

/** w for which a result on its acceptance limit is out of tolerance with the probability `risk` (JCGM 106:2012, 8.3.2). */
export function guardBandForRisk(limits: ToleranceLimits, standardUncertainty: number, risk: number): number {
  const { lower, upper } = limits
  if (lower === undefined || upper === undefined) return standardUncertainty * upperQuantile(risk)
  const excess = (w: number) =>
    nonconformanceProbability({ estimate: upper - w, standardUncertainty }, limits) / risk - 1
  const w = rootBetween(excess, 0, (upper - lower) / 2)
  if (w !== undefined) return w
  throw targetUnreachable(`${risk}`, { target: risk }, { pointer: '/targetRisk' })
}

const upperQuantile = (tail: number) =>
  tail <= 0.5 ? normalUpperQuantile(tail) : -normalUpperQuantile(1 - tail)

/** Multiples of u by which a one-sided limit is guarded (JCGM 106:2012, 8.3.2.2, table 1). */
export const guardBandFactor = (probability: number): number => upperQuantile(1 - probability)

/** An uncertainty in the unit of the limit, or as a part of the indication. */
export type IndicatedUncertainty = { readonly absolute: number } | { readonly relative: number }

const proof = /^(smallest|largest) indication v with P\(V ([<>])=? limit\) >= probability\b/u

/**
 * The indication that just proves on which side of a limit the quantity lies (JCGM 106:2012, 8.3.3). Where u grows
 * with the indication v the limit is L/(1 ∓ z u_rel), not L ± z u_rel L.
 */
export function provingIndication(
  rule: string,
  limit: number,
  uncertainty: IndicatedUncertainty,
  probability: number,
): number {
  const [, which, side] = proof.exec(rule) ?? []
  const isAbove = which === 'smallest' && side === '>'
  if (!isAbove && !(which === 'largest' && side === '<')) throw unknownRule(rule)
  const z = isAbove ? guardBandFactor(probability) : -guardBandFactor(probability)
  if ('absolute' in uncertainty) return limit + z * uncertainty.absolute
  const rest = 1 - z * uncertainty.relative
  if (rest > 0) return limit / rest
  throw targetUnreachable(`${probability}`, { target: probability }, { pointer: '/probability' })
}

export const unknownRule = (rule: string) =>
  ruleUnknown(
    `"${rule}"`,
    {
      rules: [
        ...guardBandRuleNames,
        'smallest indication v with P(V > limit) >= probability',
        'largest indication v with P(V < limit) >= probability',
      ],
    },
    { pointer: '/rule' },
  )
