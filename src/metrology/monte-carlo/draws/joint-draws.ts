import { correlationFactor } from '#metrology/uncertainty/correlation-factor.ts'
import type { Correlation, Dependence, JointObservations } from '#metrology/uncertainty/correlation.ts'
import type { InputQuantity, ModelInput } from '#metrology/uncertainty/input-quantity.ts'
import { placeOfInput } from '#metrology/measurement-model/place.ts'
import { correlatedNotNormal, tooFewJointReadings } from '../refusals.ts'
import type { Draw, JointDraw } from './draw.ts'

/**
 * The inputs that are not drawn alone. Readings taken together have the t-distribution of JCGM 102:2011, 5.3.2;
 * other correlated inputs are jointly normal (JCGM 101:2008, 6.4.8), since a coefficient of correlation says
 * nothing about the joint distribution of anything else.
 */
export function jointDraws(
  inputs: readonly ModelInput[],
  draws: ReadonlyMap<number, Draw>,
  dependence: Dependence,
  stated: ReadonlyMap<string, InputQuantity>,
): JointDraw[] {
  const names = inputs.map(({ symbol }) => symbol)
  const isDrawn = (name: string) => draws.has(names.indexOf(name))
  const real = dependence.correlations.filter(({ between, r }) => r !== 0 && between.every(isDrawn))
  const together = observedTogether(real, dependence.joint, isDrawn)
  const others = real.filter(({ between }) => !together || !between.every((name) => isIn(together, name)))
  const normal = () => normalGroup(inputs, draws, others, stated)
  if (!together) return others.length > 0 ? [normal()] : []
  const own = real.filter((each) => !others.includes(each))
  const group = observedGroup(inputs, own, together)
  return others.length > 0 ? [group, normal()] : [group]
}

const isIn = ({ inputs }: JointObservations, name: string) => inputs.includes(name)

/** Those of them that scatter; none where one is also correlated with something else. */
function observedTogether(
  correlations: readonly Correlation[],
  joint: JointObservations | undefined,
  isDrawn: (name: string) => boolean,
): JointObservations | undefined {
  if (!joint) return undefined
  const mixed = correlations.some(({ between: [a, b] }) => isIn(joint, a) !== isIn(joint, b))
  const inputs = joint.inputs.filter(isDrawn)
  return mixed || inputs.length < 2 ? undefined : { ...joint, inputs }
}

/** t with ν = n - N, whose scale matrix is the matrix of products over n ν. */
function observedGroup(
  inputs: readonly ModelInput[],
  correlations: readonly Correlation[],
  { inputs: names, n }: JointObservations,
): JointDraw {
  const degreesOfFreedom = n - names.length
  if (degreesOfFreedom < 1) {
    throw tooFewJointReadings(
      { en: `${n} readings of ${names.length} quantities`, zh: `${names.length} 个量的 ${n} 次读数` },
      { readings: n, quantities: names.length },
      { pointer: '/correlationsFromReadings' },
    )
  }
  const members = names.map((name) => inputs.findIndex(({ symbol }) => symbol === name))
  const scale = Math.sqrt((n - 1) / degreesOfFreedom)
  const scatter = (i: number) => scale * (inputs[i]?.standardUncertainty ?? 0)
  return { ...group({ inputs, correlations, members, scatter }), degreesOfFreedom }
}

function normalGroup(
  inputs: readonly ModelInput[],
  draws: ReadonlyMap<number, Draw>,
  correlations: readonly Correlation[],
  stated: ReadonlyMap<string, InputQuantity>,
): JointDraw {
  const named = new Set(correlations.flatMap(({ between }) => between))
  const members = [...inputs.keys()].filter((i) => named.has(inputs[i]?.symbol ?? ''))
  for (const i of members) {
    const name = inputs[i]?.symbol ?? ''
    checkNormal(name, draws.get(i), stated.get(name))
  }
  const scatter = (i: number) => scatterOf(draws.get(i))
  return group({ inputs, correlations, members, scatter })
}

/** A t-distribution that only follows from degrees of freedom gives way; one that is stated does not. */
function checkNormal(name: string, draw: Draw | undefined, stated: InputQuantity | undefined): void {
  if (draw?.kind === 'normal' || !stated?.distribution) return
  throw correlatedNotNormal(
    { en: `${name} is correlated and ${draw?.kind}`, zh: `${name} 相关,且为 ${draw?.kind} 分布` },
    { input: name },
    { pointer: `${placeOfInput(name)}/distribution` },
  )
}

const scatterOf = (draw: Draw | undefined): number => {
  if (draw?.kind === 'normal') return draw.standardDeviation
  return draw?.kind === 't' ? draw.scale : 0
}

interface Group {
  readonly inputs: readonly ModelInput[]
  readonly correlations: readonly Correlation[]
  readonly members: readonly number[]
  readonly scatter: (input: number) => number
}

/** The rows of the factor of their correlations, in the units of the inputs. */
function group({ inputs, correlations, members, scatter }: Group): JointDraw {
  const names = inputs.map(({ symbol }) => symbol)
  const { members: order, rows } = correlationFactor(names, correlations)
  const factor = members.map((input, place) => {
    const row = rows[order.indexOf(input)]
    // What was observed with the others and has no correlation with any of them is a part of its own.
    if (!row) return members.map((_, k) => (k === place ? scatter(input) : 0))
    return members.map((other) => (row[order.indexOf(other)] ?? 0) * scatter(input))
  })
  return { inputs: members, centers: members.map((i) => inputs[i]?.estimate ?? Number.NaN), factor }
}
