import {
  degreesOfFreedomNotPositive,
  distributionImpossible,
  distributionIncomplete,
  halfWidthNotPositive,
  negativeUncertainty,
  noStandardDeviation,
  unknownDistribution,
  zeroUncertainty,
} from './refusals.ts'
import { statedNumber, type StatedNumber } from './stated-number.ts'

/** A distribution centred on the estimate; which parameters belong to which type is said in `parameters`. */
export interface StatedDistribution {
  readonly type: string
  readonly standardDeviation?: StatedNumber
  readonly halfWidth?: StatedNumber
  readonly topHalfWidth?: StatedNumber
  readonly halfWidthUncertainty?: StatedNumber
  readonly scale?: StatedNumber
  readonly degreesOfFreedom?: StatedNumber
  readonly mean?: StatedNumber
  readonly shape?: StatedNumber
  readonly rate?: StatedNumber
}

type Parameter = Exclude<keyof StatedDistribution, 'type'>
/** Those that the type has; which they are is said in `kinds`. */
export type Parameters = Readonly<Record<Parameter, number>>

/** A distribution that has been checked. */
export interface InputDistribution {
  readonly type: string
  readonly parameters: Parameters
  readonly standardDeviation: number
}

interface Kind {
  /** The parameters it has; where two lists are given, either may be stated. */
  readonly parameters: readonly (readonly Parameter[])[]
  readonly standardDeviation: (p: Parameters, stated: readonly Parameter[]) => number
}

/**
 * JCGM 101:2008, 6.4; GUM 4.3.7 to 4.3.9. A half-width is half of the full width: ±0.05 °C is 0.05. The estimate is the
 * expectation of each of them: an exponential distribution begins at the estimate less its mean, and so at zero
 * where the estimate is all that is known of a quantity that is not negative (6.4.10).
 */
const kinds = new Map<string, Kind>([
  ['normal', { parameters: [['standardDeviation']], standardDeviation: (p) => p.standardDeviation }],
  ['rectangular', { parameters: [['halfWidth']], standardDeviation: (p) => p.halfWidth / Math.sqrt(3) }],
  ['triangular', { parameters: [['halfWidth']], standardDeviation: (p) => p.halfWidth / Math.sqrt(6) }],
  ['arcsine', { parameters: [['halfWidth']], standardDeviation: (p) => p.halfWidth / Math.SQRT2 }],
  ['trapezoidal', { parameters: [['halfWidth', 'topHalfWidth']], standardDeviation: trapezoidal }],
  [
    'curvilinear-trapezoidal',
    { parameters: [['halfWidth', 'halfWidthUncertainty']], standardDeviation: curvilinear },
  ],
  [
    't',
    {
      parameters: [
        ['scale', 'degreesOfFreedom'],
        ['standardDeviation', 'degreesOfFreedom'],
      ],
      standardDeviation: student,
    },
  ],
  ['exponential', { parameters: [['mean']], standardDeviation: (p) => p.mean }],
  ['gamma', { parameters: [['shape', 'rate']], standardDeviation: (p) => Math.sqrt(p.shape) / p.rate }],
])

export const standardDeviationOf = (distribution: StatedDistribution): number =>
  inputDistribution(distribution).standardDeviation

/** Refusals name the member of the distribution that is at fault. */
export function inputDistribution(distribution: StatedDistribution): InputDistribution {
  const kind = kinds.get(distribution.type)
  if (!kind) {
    const known = [...kinds.keys()].join(', ')
    throw unknownDistribution(
      { en: `"${distribution.type}" is none of ${known}`, zh: `"${distribution.type}" 不在 ${known} 之列` },
      { known: [...kinds.keys()] },
      { pointer: '/type' },
    )
  }
  const stated = statedParameters(distribution)
  const expected = kind.parameters.find((list) => sameMembers(list, stated))
  if (!expected) throw wrongParameters(distribution.type, kind)
  const values = Object.fromEntries(stated.map((name) => [name, valueOf(name, distribution[name])]))
  const parameters = values as Parameters
  const standardDeviation = kind.standardDeviation(parameters, expected)
  return { type: distribution.type, parameters, standardDeviation }
}

const statedParameters = (distribution: StatedDistribution): Parameter[] =>
  (Object.keys(distribution) as (keyof StatedDistribution)[])
    .filter((name) => name !== 'type')
    .filter((name) => distribution[name] !== undefined)

const sameMembers = (a: readonly Parameter[], b: readonly Parameter[]) =>
  a.length === b.length && a.every((name) => b.includes(name))

function wrongParameters(type: string, { parameters }: Kind) {
  const needed = parameters.map((list) => list.join(' + ')).join(' / ')
  return distributionIncomplete(
    { en: `The distribution "${type}" is stated by ${needed}`, zh: `分布 "${type}" 由 ${needed} 给出` },
    { needed: parameters },
  )
}

const positive: Readonly<Partial<Record<Parameter, typeof halfWidthNotPositive>>> = {
  halfWidth: halfWidthNotPositive,
  degreesOfFreedom: degreesOfFreedomNotPositive,
}

function valueOf(name: Parameter, stated: StatedNumber | undefined): number {
  const pointer = `/${name}`
  const value = statedNumber(stated ?? 0, pointer)
  const refused = positive[name]
  if (refused && value <= 0) throw refused(`${name} = ${value}`, {}, { pointer })
  if (value < 0) throw negativeUncertainty(`${name} = ${value}`, {}, { pointer })
  const mayBeZero = name === 'topHalfWidth' || name === 'halfWidthUncertainty'
  if (value === 0 && !mayBeZero) throw zeroUncertainty(`${name} = 0`, {}, { pointer })
  return value
}

/** JCGM 101:2008, 6.4.4; GUM 4.3.9. */
function trapezoidal({ halfWidth, topHalfWidth }: Parameters): number {
  if (topHalfWidth > halfWidth) throw widerThan('topHalfWidth', topHalfWidth, halfWidth)
  return halfWidth * Math.sqrt((1 + (topHalfWidth / halfWidth) ** 2) / 6)
}

/** JCGM 101:2008, 6.4.3: a rectangle whose half-width is itself known within ±d. */
function curvilinear({ halfWidth, halfWidthUncertainty }: Parameters): number {
  if (halfWidthUncertainty > halfWidth)
    throw widerThan('halfWidthUncertainty', halfWidthUncertainty, halfWidth)
  return Math.hypot(halfWidth / Math.sqrt(3), halfWidthUncertainty / 3)
}

/** JCGM 101:2008, 6.4.9: the scale of a t-distribution is less than its standard deviation. */
function student(
  { scale, standardDeviation, degreesOfFreedom: n }: Parameters,
  stated: readonly Parameter[],
) {
  if (n <= 2) throw noStandardDeviation(`degreesOfFreedom = ${n}`, {}, { pointer: '/degreesOfFreedom' })
  return stated.includes('scale') ? scale * Math.sqrt(n / (n - 2)) : standardDeviation
}

const widerThan = (name: Parameter, value: number, halfWidth: number) =>
  distributionImpossible(`${name} = ${value} > halfWidth = ${halfWidth}`, {}, { pointer: `/${name}` })
