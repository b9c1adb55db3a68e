import { normalUpperQuantile } from '#metrology/distributions/normal-distribution.ts'
import { symmetricDistribution } from '#metrology/distributions/distribution.ts'
import { normalShape } from '#metrology/distributions/symmetric-shapes.ts'
import { rootBetween } from '#metrology/numerics/bracketed-root.ts'
import { consumerRiskOf, globalRisk, type GlobalRisk, type Inspection } from './global-risk.ts'

/** Acceptance limits as factors of the tolerance limits, which are ±1; U (k = 2) is 1/TUR. None is above 1. */
export interface GuardBandRules {
  /** √(1 − 1/TUR²), NCSLI RP-10. */
  readonly rootSumSquare: number
  /** 1 − 1/TUR, w = U: ILAC-G8:09/2019, 4.2.2. */
  readonly expandedUncertainty: number
  /** 1.25 − 1/TUR. */
  readonly rp10: number
  /** 1 − (1.04 − exp(0.38 ln TUR − 0.54))/TUR: at most 2 % false acceptance whatever the items (M. Dobbert 2008). */
  readonly dobbertManagedRisk: number
  /** With a consumer's risk of 1 %. */
  readonly falseAccept1Percent: number
  /** With the consumer's risk that simple acceptance has at 4:1. */
  readonly sameFalseAcceptAs4to1: number
  readonly falseAcceptAt4to1: number
}

/** The items are normal about the middle of the tolerance, and so many of them are within it. */
export function guardBandRules(testUncertaintyRatio: number, inToleranceProbability: number): GuardBandRules {
  const ratio = testUncertaintyRatio
  const sigma = 1 / normalUpperQuantile((1 - inToleranceProbability) / 2)
  const inspection = (tur: number) => centredInspection(sigma, 1 / (2 * tur), 1)
  const falseAcceptAt4to1 = consumerRiskOf(inspection(4), { lower: -1, upper: 1 })
  const managed = 1.04 - Math.exp(0.38 * Math.log(ratio) - 0.54)
  return {
    rootSumSquare: Math.sqrt(1 - 1 / ratio ** 2),
    expandedUncertainty: 1 - 1 / ratio,
    rp10: Math.min(1, 1.25 - 1 / ratio),
    dobbertManagedRisk: Math.min(1, 1 - managed / ratio),
    falseAccept1Percent: factorForRisk(inspection(ratio), 0.01),
    sameFalseAcceptAs4to1: factorForRisk(inspection(ratio), falseAcceptAt4to1),
    falseAcceptAt4to1,
  }
}

function factorForRisk(inspection: Inspection, target: number): number {
  const excess = (factor: number) =>
    consumerRiskOf(inspection, { lower: -factor, upper: factor }) / target - 1
  return excess(1) <= 0 ? 1 : (rootBetween(excess, 0, 1) ?? 1)
}

const centredInspection = (sigma: number, standardUncertainty: number, limit: number): Inspection => ({
  prior: symmetricDistribution(0, normalShape(sigma)),
  standardUncertainty,
  tolerance: { lower: -limit, upper: limit },
})

/** A row of D. Deaver's tables: items with σ = 1, limits at ±L σ, measurements with u = σ/R (NCSL 1993 and 1994). */
export interface RiskTableRow {
  readonly specificationInSigma: number
  readonly testUncertaintyRatio: number
  readonly guardBandFactor: number
}

export interface RiskOfRow extends RiskTableRow, Omit<GlobalRisk, 'conditionalConsumerRisk'> {
  /** P(out of tolerance | accepted) */
  readonly conditional?: number
}

export function riskOfRow(row: RiskTableRow): RiskOfRow {
  const { specificationInSigma: limit, testUncertaintyRatio, guardBandFactor } = row
  const edge = limit * guardBandFactor
  const inspection = centredInspection(1, 1 / testUncertaintyRatio, limit)
  const { conditionalConsumerRisk, ...risk } = globalRisk(inspection, { lower: -edge, upper: edge })
  return {
    ...row,
    ...risk,
    ...(conditionalConsumerRisk !== undefined && { conditional: conditionalConsumerRisk }),
  }
}
