import { numberOf, optionalNumberOf } from '#metrology/stated-task/members.ts'
import type { StatedNumber } from '#metrology/uncertainty/stated-number.ts'
import { parameterImpossible, parametersWrong, typeUnknown } from './distribution.refusals.ts'
import { symmetricDistribution, type Distribution, type SymmetricShape } from './distribution.ts'
import { gammaDistribution } from './gamma-distribution.ts'
import {
  arcsineShape,
  curvilinearShape,
  normalShape,
  studentShape,
  trapezoidalShape,
} from './symmetric-shapes.ts'

const parameterNames = [
  'lower',
  'upper',
  'center',
  'mean',
  'halfWidth',
  'topHalfWidth',
  'halfWidthUncertainty',
  'standardDeviation',
  'scale',
  'degreesOfFreedom',
  'shape',
  'rate',
] as const
type Parameter = (typeof parameterNames)[number]

/** A distribution as it is stated, by its type and the parameters of that type. */
export type DistributionStatement = { readonly type: string } & {
  readonly [P in Parameter]?: StatedNumber | undefined
}

interface Kind {
  /** The lists of parameters by which it may be stated. */
  readonly parameters: readonly (readonly Parameter[])[]
  readonly make: (p: DistributionStatement) => Distribution
}

const placed = (...shape: readonly Parameter[]): readonly (readonly Parameter[])[] => [
  ['lower', 'upper', ...shape],
  ['center', 'halfWidth', ...shape],
]
const limited =
  (make: (half: number, p: DistributionStatement) => SymmetricShape) => (p: DistributionStatement) => {
    const { centre, half } = placeOf(p)
    return symmetricDistribution(centre, make(half, p))
  }

/** JCGM 101:2008, 6.4.2 to 6.4.11. */
const kinds = new Map<string, Kind>([
  ['rectangular', { parameters: placed(), make: limited((half) => trapezoidalShape(half, half)) }],
  ['triangular', { parameters: placed(), make: limited((half) => trapezoidalShape(half, 0)) }],
  ['arcsine', { parameters: placed(), make: limited((half) => arcsineShape(half)) }],
  [
    'trapezoidal',
    {
      parameters: placed('topHalfWidth'),
      make: limited((half, p) => trapezoidalShape(half, within(p, 'topHalfWidth', half))),
    },
  ],
  [
    'curvilinear-trapezoidal',
    {
      parameters: placed('halfWidthUncertainty'),
      make: limited((half, p) => curvilinearShape(half, within(p, 'halfWidthUncertainty', half))),
    },
  ],
  [
    'normal',
    {
      parameters: [
        ['center', 'standardDeviation'],
        ['mean', 'standardDeviation'],
      ],
      make: (p) => symmetricDistribution(centreOf(p), normalShape(above0(p, 'standardDeviation'))),
    },
  ],
  [
    't',
    {
      parameters: [
        ['center', 'scale', 'degreesOfFreedom'],
        ['center', 'standardDeviation', 'degreesOfFreedom'],
      ],
      make: student,
    },
  ],
  ['exponential', { parameters: [['mean']], make: (p) => gammaDistribution(1, 1 / above0(p, 'mean')) }],
  [
    'gamma',
    {
      parameters: [['shape', 'rate']],
      make: (p) => gammaDistribution(above0(p, 'shape'), above0(p, 'rate')),
    },
  ],
])

/** Refusals name the member of the distribution that is at fault. */
export function distributionOf(stated: DistributionStatement): Distribution {
  const kind = kinds.get(stated.type)
  if (!kind) {
    const known = [...kinds.keys()]
    throw typeUnknown(`"${stated.type}": ${known.join(', ')}`, { known }, { pointer: '/type' })
  }
  const given = parameterNames.filter((name) => stated[name] !== undefined)
  if (!kind.parameters.some((list) => list.length === given.length && given.every((p) => list.includes(p)))) {
    const needed = kind.parameters.map((list) => list.join(' + ')).join(' / ')
    throw parametersWrong(`${stated.type}: ${needed}`, { needed: kind.parameters })
  }
  return kind.make(stated)
}

const centreOf = (p: DistributionStatement) => optionalNumberOf(p, 'center') ?? numberOf(p, 'mean')

function placeOf(p: DistributionStatement): { centre: number; half: number } {
  if (p.halfWidth !== undefined) return { centre: numberOf(p, 'center'), half: above0(p, 'halfWidth') }
  const [lower, upper] = [numberOf(p, 'lower'), numberOf(p, 'upper')]
  if (!(upper > lower)) throw impossible('upper', upper)
  return { centre: lower + (upper - lower) / 2, half: (upper - lower) / 2 }
}

const impossible = (name: Parameter, value: number) =>
  parameterImpossible(`${name} = ${value}`, {}, { pointer: `/${name}` })

function above0(p: DistributionStatement, name: Parameter): number {
  const value = numberOf(p, name)
  if (!(value > 0)) throw impossible(name, value)
  return value
}

function within(p: DistributionStatement, name: Parameter, half: number): number {
  const value = numberOf(p, name)
  if (!(value >= 0 && value <= half)) throw impossible(name, value)
  return value
}

/** JCGM 101:2008, 6.4.9; TN 1900 states the standard deviation instead of the scale. */
function student(p: DistributionStatement): Distribution {
  const nu = above0(p, 'degreesOfFreedom')
  if (p.scale === undefined && nu <= 2) throw impossible('degreesOfFreedom', nu)
  const scale =
    p.scale === undefined ? above0(p, 'standardDeviation') * Math.sqrt(1 - 2 / nu) : above0(p, 'scale')
  return symmetricDistribution(numberOf(p, 'center'), studentShape(scale, nu), nu > 1)
}
