import type { StatedNumber } from '#metrology/uncertainty/stated-number.ts'

export interface RecalibrationData {
  /** 1 for each calibration that found the instrument in tolerance, 0 for the others. */
  readonly inTolerance?: readonly StatedNumber[]
  readonly inToleranceCount?: StatedNumber
  readonly totalCount?: StatedNumber
  /** In the unit in which the answer is meant, too. */
  readonly assignedInterval?: StatedNumber
  readonly targetReliability?: StatedNumber
  readonly confidence?: StatedNumber
  readonly maximumChangeFactor?: StatedNumber
  readonly daysSinceCalibration?: readonly StatedNumber[]
  readonly changeSinceCalibration?: readonly StatedNumber[]
  /** Degree of the polynomial through the origin that the drift follows. */
  readonly order?: StatedNumber
  readonly initialValue?: StatedNumber
  /** The standard uncertainty of the calibration. */
  readonly initialUncertainty?: StatedNumber
  readonly targetUncertainty?: StatedNumber
  readonly lowerLimit?: StatedNumber
  readonly upperLimit?: StatedNumber
  /** Errors found by the calibrations so far, in their order. */
  readonly errors?: readonly StatedNumber[]
  readonly maximumPermissibleError?: StatedNumber
  /** The part of the maximum permissible error within which the interval is extended. */
  readonly shareOfLimit?: StatedNumber
  readonly extension?: StatedNumber
  readonly reduction?: StatedNumber
  readonly shortestInterval?: StatedNumber
  readonly longestInterval?: StatedNumber
  /** When the values of a control chart were found; the last calibration is the last of them. */
  readonly daysOfCalibration?: readonly StatedNumber[]
  readonly valuesFound?: readonly StatedNumber[]
}

export interface Projection {
  readonly value?: number
  readonly standardUncertainty: number
}

export interface RecalibrationEvaluation {
  readonly observedReliability?: number
  readonly rejectionConfidence?: number
  readonly isChangeSupported?: boolean
  readonly reliabilityInterval?: readonly number[]
  /** Absent where the target is kept for longer than can be projected. */
  readonly interval?: number
  /** Then it was not reached within this time. */
  readonly notReachedWithin?: number
  readonly coefficients?: Readonly<Record<string, number>>
  readonly covariance?: readonly (readonly number[])[]
  readonly residualStandardDeviation?: number
  readonly degreesOfFreedom?: number
  readonly coverageFactor?: number
  /** At the end of the interval. */
  readonly projected?: Projection
  /** After each calibration. */
  readonly intervals?: readonly number[]
}
