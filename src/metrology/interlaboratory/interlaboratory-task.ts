import type { StatedNumber } from '#metrology/uncertainty/stated-number.ts'

/** Between two results, by their numbers from 0. */
export interface ResultCorrelation {
  readonly between: readonly number[]
  readonly r: StatedNumber
}

/** One result that is scored. */
export interface ScoredResult {
  readonly label?: string
  readonly value: StatedNumber
  readonly standardUncertainty?: StatedNumber
  readonly expandedUncertainty?: StatedNumber
  readonly coverageFactor?: StatedNumber
  /** u(x, X), where both stand on the same standard. */
  readonly covarianceWithReference?: StatedNumber
}

export interface InterlaboratoryData {
  readonly labels?: readonly string[]
  readonly values?: readonly StatedNumber[]
  readonly standardUncertainties?: readonly StatedNumber[]
  readonly expandedUncertainties?: readonly StatedNumber[]
  readonly coverageFactors?: readonly StatedNumber[]
  readonly correlations?: readonly ResultCorrelation[]
  /** By which all uncertainties are multiplied, where the results disagree. */
  readonly expansionFactor?: StatedNumber
  /** Of the test of consistency; 0.05 if absent. */
  readonly significance?: StatedNumber
  readonly reference?: StatedNumber
  readonly standardUncertaintyOfReference?: StatedNumber
  readonly expandedUncertaintyOfReference?: StatedNumber
  readonly coverageFactorOfReference?: StatedNumber
  readonly standardDeviationForProficiencyAssessment?: StatedNumber
  readonly robustStandardDeviation?: StatedNumber
  readonly numberOfParticipants?: StatedNumber
  readonly results?: readonly ScoredResult[]
}

export interface DegreeOfEquivalence {
  readonly label?: string
  readonly d: number
  /** U(d), with k = 2. */
  readonly expandedUncertainty: number
  readonly En: number
}

export interface BilateralDegree {
  readonly between: readonly number[]
  readonly labels?: readonly string[]
  readonly d: number
  readonly expandedUncertainty: number
  readonly En: number
}

export interface ArithmeticMean {
  readonly value: number
  readonly standardUncertainty: number
  readonly coverageFactor: number
  readonly expandedUncertainty: number
}

export interface TestedMean {
  readonly value: number
  readonly standardUncertainty: number
  readonly chiSquared: number
  readonly degreesOfFreedom: number
  readonly pValue: number
}

export interface ConsistentSubset extends TestedMean {
  /** Numbers of the results, from 0. */
  readonly members: readonly number[]
  readonly degreesOfEquivalence: readonly DegreeOfEquivalence[]
}

export interface MedianValue {
  readonly value: number
  readonly standardUncertainty: number
  readonly medianAbsoluteDeviation: number
}

export interface Score {
  readonly label?: string
  readonly En?: number
  readonly zeta?: number
  readonly z?: number
  readonly zPrime?: number
}

export interface InterlaboratoryEvaluation {
  readonly mean?: number
  readonly standardUncertainty?: number
  readonly betweenStandardDeviation?: number
  readonly chiSquared?: number
  readonly degreesOfFreedom?: number
  readonly pValue?: number
  readonly birgeRatio?: number
  readonly largestNormalisedResidual?: number
  readonly expansionFactorForResidualsWithinTwo?: number
  readonly expandedByPublishedFactor?: { readonly factor: number; readonly standardUncertainty: number }
  readonly arithmeticMean?: ArithmeticMean
  readonly weightedMean?: TestedMean & { readonly consistentAt5Percent: boolean }
  readonly degreesOfEquivalenceToWeightedMean?: readonly DegreeOfEquivalence[]
  readonly bilateralDegreesOfEquivalence?: readonly BilateralDegree[]
  readonly largestConsistentSubset?: ConsistentSubset
  readonly median?: MedianValue
  readonly scores?: readonly Score[]
}
