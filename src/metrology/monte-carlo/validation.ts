import { coverageFactor, type DegreesOfFreedomRule } from '#metrology/uncertainty/coverage.ts'
import { numericalTolerance } from './stability.ts'
import type { SimulatedResult } from './conclusion.ts'

/** How far the interval by the law of propagation is from that by Monte Carlo, in the unit of the output. */
export interface Validation {
  readonly lowerDifference: number
  readonly upperDifference: number
  /** Half of the last significant digit of u(y). */
  readonly tolerance: number
  readonly isValid: boolean
}

/** A result of the law of propagation, as it is needed to be compared. */
export interface FirstOrder {
  readonly value: number
  readonly standardUncertainty: number
  /** None where they are not known: then there is no interval to be compared. */
  readonly degreesOfFreedom: number | undefined
}

/** JCGM 101:2008, 8.1: both ends of y ± U for the same probability lie within the tolerance of the others. */
export function validation(
  { value, standardUncertainty: u, degreesOfFreedom }: FirstOrder,
  { symmetricInterval: [low, high] }: Pick<SimulatedResult, 'symmetricInterval'>,
  asked: {
    readonly probability: number
    readonly significantDigits: number
    readonly degreesOfFreedomRule: DegreesOfFreedomRule
  },
): Validation | undefined {
  const k = u > 0 ? coverageFactor(asked, degreesOfFreedom) : 0
  if (k === undefined || !Number.isFinite(k * u)) return undefined
  const tolerance = numericalTolerance(u, asked.significantDigits)
  const [lowerDifference, upperDifference] = [Math.abs(value - k * u - low), Math.abs(value + k * u - high)]
  const isValid = lowerDifference <= tolerance && upperDifference <= tolerance
  return { lowerDifference, upperDifference, tolerance, isValid }
}
