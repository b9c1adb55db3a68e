import type { DistributionStatement } from '#metrology/distributions/stated-distribution.ts'
import type { StatedNumber } from '#metrology/uncertainty/stated-number.ts'
import type { AcceptanceLimits } from './acceptance-limit.ts'
import type { ConformityDecision, ConformityZone } from './decision-rule.ts'
import type { GlobalRisk } from './global-risk.ts'
import type { GuardBandRules, RiskOfRow } from './guard-band-rules.ts'
import type { Posterior } from './posterior.ts'
import type { ProcessCapability } from './process-capability.ts'

/** The data of all methods; which of them a method reads is said where it is defined. */
export interface ConformityData {
  readonly estimate?: StatedNumber
  readonly standardUncertainty?: StatedNumber
  readonly relativeStandardUncertainty?: StatedNumber
  readonly expandedUncertainty?: StatedNumber
  readonly coverageFactor?: StatedNumber
  readonly lowerLimit?: StatedNumber
  readonly upperLimit?: StatedNumber
  readonly limit?: StatedNumber
  readonly distribution?: 'normal'
  readonly probability?: StatedNumber
  readonly probabilities?: readonly StatedNumber[]
  readonly rule?: string
  /** r of w = rU. */
  readonly guardBandFactor?: StatedNumber
  readonly guardBand?: StatedNumber
  readonly targetRisk?: StatedNumber
  readonly targetConsumerRisk?: StatedNumber
  readonly prior?: DistributionStatement
  readonly measurement?: { readonly type?: 'normal'; readonly standardUncertainty?: StatedNumber }
  readonly indication?: StatedNumber
  readonly testUncertaintyRatio?: StatedNumber
  readonly inToleranceProbability?: StatedNumber
  readonly standardDeviation?: StatedNumber
  readonly means?: readonly StatedNumber[]
  readonly rows?: readonly StatedRow[]
}

export interface StatedRow {
  readonly specificationInSigma: StatedNumber
  readonly testUncertaintyRatio: StatedNumber
  readonly guardBandFactor?: StatedNumber
}

export interface RiskAnswer extends GlobalRisk {
  readonly priorProbabilityOutOfTolerance: number
  readonly withGuardBand?: GlobalRisk & AcceptanceLimits
  readonly targetConsumerRisk?: number
  readonly guardBandForTarget?: number
  /** Where there is one limit. */
  readonly acceptanceLimitForTarget?: number
  readonly acceptanceLimitsForTarget?: { readonly lower?: number; readonly upper?: number }
  readonly producerRiskAtTarget?: number
}

export type ConformityEvaluation = Partial<
  RiskAnswer &
    AcceptanceLimits &
    GuardBandRules &
    Posterior & { readonly factors: readonly number[] } & {
      readonly rows: readonly (RiskOfRow | ProcessCapability)[]
    } & { readonly statement: ConformityDecision & { readonly zone: ConformityZone } }
>
