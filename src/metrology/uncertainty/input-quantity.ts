import { within } from '#refusal.ts'
import { standardDeviationOf, type StatedDistribution } from './input-distribution.ts'
import { sampleOf } from './readings.ts'
import {
  conflictingForms,
  coverageFactorMissing,
  coverageFactorNotPositive,
  coverageProbabilityOutOfRange,
  degreesOfFreedomNotPositive,
  estimateMissing,
  expandedUncertaintyMissing,
  negativeUncertainty,
  notRepresentable,
  readingsMissing,
  tooFewReadings,
  zeroUncertainty,
} from './refusals.ts'
import { statedNumber, type StatedDegreesOfFreedom, type StatedNumber } from './stated-number.ts'
import { studentUpperQuantile } from '#metrology/distributions/student-distribution.ts'

/** An input quantity as a laboratory states it, in one of the forms of GUM 4.2 (Type A) or 4.3 (Type B). */
export interface InputQuantity {
  readonly estimate?: StatedNumber
  readonly standardUncertainty?: StatedNumber
  readonly expandedUncertainty?: StatedNumber
  readonly coverageFactor?: StatedNumber
  readonly coverageProbability?: StatedNumber
  readonly distribution?: StatedDistribution
  readonly readings?: readonly StatedNumber[]
  readonly pooledStandardDeviation?: StatedNumber
  readonly numberOfReadings?: number
  readonly degreesOfFreedom?: StatedDegreesOfFreedom
  readonly unit?: string
}

/** What the law of propagation needs of an input. No uncertainty: an exact constant. */
export interface ResolvedInput {
  readonly estimate: number
  readonly standardUncertainty: number
  readonly degreesOfFreedom: number
}

/** An input under the name the model knows it by. */
export interface ModelInput extends ResolvedInput {
  readonly symbol: string
}

/** Refusals name the member that is at fault, as `/expandedUncertainty`. */
export function resolveInput(input: InputQuantity): ResolvedInput {
  checkForms(input)
  const resolved = input.readings ? fromReadings(input, input.readings) : fromStatement(input)
  if (Number.isFinite(resolved.estimate) && Number.isFinite(resolved.standardUncertainty)) return resolved
  throw notRepresentable(`u = ${resolved.standardUncertainty} of ${resolved.estimate}`)
}

/** GUM 4.2.3: the mean, s/√n and n - 1. */
function fromReadings(input: InputQuantity, stated: readonly StatedNumber[]): ResolvedInput {
  if (stated.length < 2) {
    throw tooFewReadings(`${stated.length} < 2`, { readings: stated.length }, { pointer: '/readings' })
  }
  const readings = readingsOf(stated)
  const { mean, standardDeviation } = sampleOf(readings)
  const n = readings.length
  return {
    estimate: mean + 0,
    standardUncertainty: standardDeviation / Math.sqrt(n),
    degreesOfFreedom: degreesOf(input, n - 1),
  }
}

export const readingsOf = (stated: readonly StatedNumber[]): number[] =>
  stated.map((reading, i) => statedNumber(reading, `/readings/${i}`))

function fromStatement(input: InputQuantity): ResolvedInput {
  if (input.estimate === undefined) {
    throw estimateMissing({ en: 'estimate or readings', zh: '估计值或读数' }, {}, { pointer: '/estimate' })
  }
  const degreesOfFreedom = degreesOf(input, Infinity)
  return {
    estimate: statedNumber(input.estimate, '/estimate'),
    standardUncertainty: standardUncertaintyOf(input, degreesOfFreedom),
    degreesOfFreedom,
  }
}

function standardUncertaintyOf(input: InputQuantity, degreesOfFreedom: number): number {
  const { distribution } = input
  // The distribution is checked also where a standard uncertainty stands beside it and is used instead.
  const deviation = distribution && within('/distribution', () => standardDeviationOf(distribution))
  if (input.standardUncertainty !== undefined) return positive(input, 'standardUncertainty')
  if (input.expandedUncertainty !== undefined) {
    return positive(input, 'expandedUncertainty') / statedCoverageFactor(input, degreesOfFreedom)
  }
  if (input.pooledStandardDeviation !== undefined) {
    return positive(input, 'pooledStandardDeviation') / Math.sqrt(numberOfReadings(input))
  }
  return deviation ?? 0
}

/** GUM 4.3.3 for a stated factor, 4.3.4 and G.3.4 for a stated probability. */
function statedCoverageFactor(input: InputQuantity, degreesOfFreedom: number): number {
  if (input.coverageFactor !== undefined) {
    const k = statedNumber(input.coverageFactor, '/coverageFactor')
    if (k > 0) return k
    throw coverageFactorNotPositive(`coverageFactor = ${k}`, {}, { pointer: '/coverageFactor' })
  }
  if (input.coverageProbability === undefined) {
    throw coverageFactorMissing(
      { en: 'expandedUncertainty stands alone', zh: '只给出了 expandedUncertainty' },
      {},
      { pointer: '/coverageFactor' },
    )
  }
  const p = statedNumber(input.coverageProbability, '/coverageProbability')
  if (p > 0 && p < 1) return studentUpperQuantile((1 - p) / 2, degreesOfFreedom)
  throw coverageProbabilityOutOfRange(`coverageProbability = ${p}`, {}, { pointer: '/coverageProbability' })
}

/** GUM 4.2.4: the pooled deviation is of a single reading, the estimate the mean of `numberOfReadings`. */
function numberOfReadings({ numberOfReadings: n }: InputQuantity): number {
  if (n !== undefined && Number.isInteger(n) && n > 0) return n
  throw readingsMissing(`numberOfReadings = ${n}`, {}, { pointer: '/numberOfReadings' })
}

type Uncertainty = 'standardUncertainty' | 'expandedUncertainty' | 'pooledStandardDeviation'

function positive(input: InputQuantity, name: Uncertainty): number {
  const pointer = `/${name}`
  const value = statedNumber(input[name] ?? 0, pointer)
  if (value < 0) throw negativeUncertainty(`${name} = ${value}`, {}, { pointer })
  if (value === 0) throw zeroUncertainty(`${name} = 0`, {}, { pointer })
  return value
}

function degreesOf({ degreesOfFreedom: stated }: InputQuantity, otherwise: number): number {
  if (stated === undefined) return otherwise
  if (stated === 'infinity') return Infinity
  const value = statedNumber(stated, '/degreesOfFreedom')
  if (value > 0) return value
  throw degreesOfFreedomNotPositive(`degreesOfFreedom = ${value}`, {}, { pointer: '/degreesOfFreedom' })
}

const forms = [
  'readings',
  'expandedUncertainty',
  'pooledStandardDeviation',
  'standardUncertainty',
  'distribution',
] as const

/**
 * One statement of uncertainty per input, and nothing that belongs to a statement that is not there. A
 * distribution may stand beside a standard uncertainty: methods that need a distribution use it.
 */
function checkForms(input: InputQuantity): void {
  const stated = forms.filter((form) => input[form] !== undefined)
  const [first, second] = stated
  const isPair = first === 'standardUncertainty' && second === 'distribution'
  if (second !== undefined && !isPair) throw conflict(first ?? '', second)
  if (first === 'readings' && input.estimate !== undefined) throw conflict('readings', 'estimate')
  const hasFactor = input.coverageFactor !== undefined
  if (hasFactor && input.coverageProbability !== undefined)
    throw conflict('coverageFactor', 'coverageProbability')
  const orphan = hasFactor ? 'coverageFactor' : 'coverageProbability'
  if (input[orphan] !== undefined && input.expandedUncertainty === undefined) {
    throw expandedUncertaintyMissing(`${orphan} = ${input[orphan]}`, {}, { pointer: '/expandedUncertainty' })
  }
  if (input.numberOfReadings !== undefined && input.pooledStandardDeviation === undefined) {
    throw readingsMissing('numberOfReadings', {}, { pointer: '/pooledStandardDeviation' })
  }
}

const conflict = (one: string, other: string) =>
  conflictingForms({ en: `${one} and ${other}`, zh: `${one} 与 ${other}` }, {}, { pointer: `/${other}` })
