import { within } from '#refusal.ts'
import type { Sample } from './readings.ts'
import { sampleCorrelation } from './readings.ts'
import {
  correlationOutOfRange,
  correlationTwice,
  correlationWithItself,
  notObservedTogether,
  unknownInput,
} from './refusals.ts'
import { statedNumber, type StatedNumber } from './stated-number.ts'

/** The correlation coefficient of two quantities (GUM 5.2.2); pairs that are not listed are uncorrelated. */
export interface Correlation {
  readonly between: readonly [string, string]
  readonly r: number
}

/** As it is stated; `between` has two names. */
export interface StatedCorrelation {
  readonly between: readonly string[]
  readonly r: StatedNumber
}

/** Inputs whose readings were taken together, n times. */
export interface JointObservations {
  readonly inputs: readonly string[]
  readonly n: number
}

/** Inputs that share standards: one group, whose degrees of freedom are known from what the standards are made of. */
export interface SharingInputs {
  readonly inputs: readonly string[]
  /** Null: infinite. JSON has no word for it. */
  readonly degreesOfFreedom: number | null
}

/** How the inputs of a model depend on each other. */
export interface Dependence {
  readonly correlations: readonly Correlation[]
  readonly joint?: JointObservations
  readonly sharing?: readonly SharingInputs[]
}

export const independent: Dependence = { correlations: [] }

/** Refusals name the place as `/correlations/0/r`. */
export function statedCorrelations(
  stated: readonly StatedCorrelation[],
  inputs: ReadonlySet<string>,
): Correlation[] {
  const seen = new Set<string>()
  return stated.map(({ between: [a = '', b = ''], r }, i) =>
    within(`/correlations/${i}`, () => {
      checkPair(a, b, inputs)
      const pair = pairOf(a, b)
      if (seen.has(pair)) throw correlationTwice(pair, {}, { pointer: '/between' })
      seen.add(pair)
      const value = statedNumber(r, '/r')
      if (value < -1 || value > 1) throw correlationOutOfRange(`r = ${value}`, {}, { pointer: '/r' })
      return { between: [a, b], r: value }
    }),
  )
}

/** GUM 5.2.3: the sample correlation coefficients of readings that were taken together. */
export function readingsDependence(
  samples: ReadonlyMap<string, Sample>,
  others: readonly Correlation[],
): Dependence {
  const names = [...samples.keys()]
  const n = samples.get(names[0] ?? '')?.deviations.length ?? 0
  const correlations = names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b): Correlation[] => {
      const [x, y] = [samples.get(a), samples.get(b)]
      return x && y ? [{ between: [a, b], r: sampleCorrelation(x, y) }] : []
    }),
  )
  const taken = new Set(correlations.map(({ between }) => pairOf(...between)))
  const twice = others.findIndex(({ between }) => taken.has(pairOf(...between)))
  if (twice >= 0) {
    throw correlationTwice(
      { en: 'It also follows from the readings', zh: '该相关系数同时由读数得出' },
      {},
      { pointer: `/correlations/${twice}` },
    )
  }
  return { correlations: [...others, ...correlations], joint: { inputs: names, n } }
}

/** The samples of inputs that claim to be observed together; refusals name `/correlationsFromReadings/0`. */
export function jointSamples(
  names: readonly string[],
  sampleOfInput: (name: string) => Sample | undefined,
): ReadonlyMap<string, Sample> {
  const samples = new Map<string, Sample>()
  for (const [i, name] of names.entries()) {
    const pointer = `/correlationsFromReadings/${i}`
    const sample = sampleOfInput(name)
    const [first = sample] = samples.values()
    if (samples.has(name)) throw correlationTwice(name, {}, { pointer })
    if (!sample || sample.deviations.length !== first?.deviations.length) {
      throw notObservedTogether(
        {
          en: `"${name}" has no readings, or not as many as the others`,
          zh: `"${name}" 没有读数,或读数次数与其他量不同`,
        },
        {},
        { pointer },
      )
    }
    samples.set(name, sample)
  }
  return samples
}

const pairOf = (a: string, b: string) => (a < b ? `${a}, ${b}` : `${b}, ${a}`)

function checkPair(a: string, b: string, inputs: ReadonlySet<string>): void {
  for (const [i, name] of [a, b].entries()) {
    if (!inputs.has(name)) throw unknownInput(`"${name}"`, { name }, { pointer: `/between/${i}` })
  }
  if (a === b) throw correlationWithItself(`"${a}"`, {}, { pointer: '/between/1' })
}
