import type { StatedNumber } from '#metrology/uncertainty/stated-number.ts'

export interface RegressionModel {
  readonly form: string
  /** Of a polynomial. */
  readonly degree?: number
  /** Their names, in the order of ascending powers or of the columns. */
  readonly coefficients?: readonly string[]
  /** Where the covariance of the coefficients comes from. */
  readonly covariance?: string
}

/** A point of the curve; of a linear form it has one number for each column. */
export type StatedPoint = StatedNumber | readonly StatedNumber[]

type Numbers = readonly StatedNumber[]
type Matrix = readonly Numbers[]

export interface RegressionData {
  readonly x?: Numbers
  readonly y?: Numbers
  /** Rows of the linear form, without the column of ones. */
  readonly design?: Matrix
  readonly standardUncertaintyOfX?: Numbers
  readonly standardUncertaintyOfY?: Numbers
  readonly covarianceOfX?: Matrix
  readonly covarianceOfY?: Matrix
  /** Row: x of a point; column: y of a point. */
  readonly covarianceOfXY?: Matrix
  /** Between x and y of the same point. */
  readonly correlationOfXY?: Numbers
  /** Each y is the mean of readings that scatter like this. */
  readonly standardDeviationOfY?: Numbers
  readonly numberOfReadings?: Numbers
  readonly prediction?: { readonly at: StatedPoint }
  readonly inversePrediction?: StatedIndication
  readonly table?: { readonly at: readonly StatedPoint[] }
}

/** A value y for which x is asked, or readings of it. */
export interface StatedIndication {
  readonly y?: StatedNumber
  readonly standardUncertaintyOfY?: StatedNumber
  readonly readings?: Numbers
}

export interface RegressionTask {
  readonly method: readonly string[]
  readonly model: RegressionModel
  readonly data: RegressionData
}

type Named = Readonly<Record<string, number>>

/** One of two conventions for the uncertainties of a line with errors in both variables. */
export interface LineUncertainty {
  readonly standardUncertainties: Named
  readonly covariance: number
  readonly correlation: number
}

export interface Prediction {
  readonly at: number | readonly number[]
  readonly value: number
  readonly standardUncertainty: number
  readonly degreesOfFreedom: number | 'infinity'
  readonly varianceOfLine: number
  readonly varianceOfNewObservation?: number
}

export interface InversePrediction {
  readonly y?: number
  readonly standardUncertaintyOfY?: number
  readonly readings?: readonly number[]
  readonly x: number
  readonly standardUncertainty: number
  readonly degreesOfFreedom: number | 'infinity'
}

export interface ValueTable {
  readonly at: readonly (number | readonly number[])[]
  readonly values: readonly number[]
  readonly standardUncertainties: readonly number[]
  readonly covariance: readonly (readonly number[])[]
}

export interface OriginLine {
  readonly slope: number
  readonly standardUncertainty: number
}

export interface RegressionEvaluation {
  readonly coefficients: Named
  readonly standardUncertainties?: Named
  /** Of the two coefficients of a line. */
  readonly covariance?: number
  readonly correlation?: number
  readonly covarianceMatrix?: readonly (readonly number[])[]
  readonly degreesOfFreedom: number
  readonly residualSumOfSquares?: number
  readonly residualStandardDeviation?: number
  readonly chiSquared?: number
  /** P(χ² larger), if the uncertainties are right. */
  readonly pValue?: number
  readonly residuals: readonly number[]
  readonly fromAdjustedPoints?: LineUncertainty
  readonly byPropagation?: LineUncertainty
  readonly ordinary?: OriginLine
  readonly weighted?: OriginLine
  readonly prediction?: Prediction
  readonly inversePrediction?: InversePrediction
  readonly table?: ValueTable
}
