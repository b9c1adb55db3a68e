import { within } from '#refusal.ts'
import { finiteAnswer } from '#metrology/stated-task/finite-answer.ts'
import { member, numbersOf } from '#metrology/stated-task/members.ts'
import { evaluateMethods, type Method, type StatedTask } from '#metrology/stated-task/methods.ts'
import type { StatedNumber } from '#metrology/uncertainty/stated-number.ts'
import type { Distribution } from './distribution.ts'
import { densityInfinite, noMoment } from './distribution.refusals.ts'
import { distributionOf, type DistributionStatement } from './stated-distribution.ts'

export interface DistributionData {
  readonly distributions?: readonly DistributionStatement[]
  readonly distribution?: DistributionStatement
  readonly at?: readonly StatedNumber[]
}

export interface Moments {
  readonly mean: number
  readonly standardDeviation: number
}

export interface DistributionEvaluation {
  readonly moments?: readonly Moments[]
  readonly density?: readonly number[]
  readonly probability?: readonly number[]
}

function pointsOf(data: DistributionData): { distribution: Distribution; at: number[] } {
  const stated = member(data, 'distribution')
  return { distribution: within('/distribution', () => distributionOf(stated)), at: numbersOf(data, 'at') }
}

const methods = new Map<string, Method<DistributionData, DistributionEvaluation>>([
  ['distribution-moments', { members: ['distributions'], evaluate: momentsOf }],
  ['distribution-density', { members: ['distribution', 'at'], evaluate: densitiesOf }],
  [
    'distribution-probability',
    {
      members: ['distribution', 'at'],
      evaluate: (data) => {
        const { distribution, at } = pointsOf(data)
        return { probability: at.map((x) => distribution.below(x)) }
      },
    },
  ],
])

/** JCGM 101:2008, 6.4: expectation and standard deviation of stated distributions, density and P(X <= x) of one. */
export const evaluateDistribution = (task: StatedTask<DistributionData>): DistributionEvaluation =>
  finiteAnswer(evaluateMethods(task, methods))

function momentsOf(data: DistributionData): DistributionEvaluation {
  return {
    moments: member(data, 'distributions').map((stated, i) =>
      within(`/distributions/${i}`, () => {
        const { mean, standardDeviation } = distributionOf(stated)
        if (Number.isNaN(mean + standardDeviation)) {
          throw noMoment(stated.type, {}, { pointer: '/degreesOfFreedom' })
        }
        return { mean, standardDeviation }
      }),
    ),
  }
}

function densitiesOf(data: DistributionData): DistributionEvaluation {
  const { distribution, at } = pointsOf(data)
  return {
    density: at.map((x, i) => {
      const density = distribution.density(x)
      if (Number.isFinite(density)) return density
      throw densityInfinite(`x = ${x}`, {}, { pointer: `/at/${i}` })
    }),
  }
}
