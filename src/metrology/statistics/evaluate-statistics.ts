import { within } from '#refusal.ts'
import { finiteAnswer } from '#metrology/stated-task/finite-answer.ts'
import {
  member,
  notNegativeOf,
  numbersOf,
  oneOf,
  positivesOf,
  sameLength,
} from '#metrology/stated-task/members.ts'
import { evaluateMethods, type Method, type StatedTask } from '#metrology/stated-task/methods.ts'
import { statedNumber, type StatedNumber } from '#metrology/uncertainty/stated-number.ts'
import { algorithmA, type AlgorithmA, type AlgorithmAConstants } from './algorithm-a.ts'
import { nestedAnova, type NestedAnova } from './nested-anova.ts'
import { anovaOfReadings, groupOf, oneWayAnova, type Group, type OneWayAnova } from './one-way-anova.ts'
import { pooledStandardDeviation, type PooledStandardDeviation } from './pooled-standard-deviation.ts'
import { notWhole } from './statistics.refusals.ts'
import { summaryStatistics, type SummaryStatistics } from './summary-statistics.ts'

type Numbers = readonly StatedNumber[]

export interface StatisticsData {
  readonly readings?: Numbers
  readonly groups?: readonly Numbers[]
  readonly nestedGroups?: readonly (readonly Numbers[])[]
  readonly groupMeans?: Numbers
  readonly groupStandardDeviations?: Numbers
  /** Of every group, or one number for all of them. */
  readonly numberOfReadings?: StatedNumber | Numbers
  readonly standardDeviations?: Numbers
  readonly degreesOfFreedom?: Numbers
  readonly values?: Numbers
  readonly constants?: AlgorithmAConstants
}

export type StatisticsEvaluation = Partial<
  SummaryStatistics & OneWayAnova & NestedAnova & PooledStandardDeviation & AlgorithmA
>

const methods = new Map<string, Method<StatisticsData, StatisticsEvaluation>>([
  [
    'summary-statistics',
    { members: ['readings'], evaluate: (data) => summaryStatistics(numbersOf(data, 'readings', 2)) },
  ],
  ['one-way-anova', { members: ['groups'], evaluate: (data) => anovaOfReadings(readingsOf(data)) }],
  [
    'one-way-anova-summary',
    {
      members: ['groupMeans', 'groupStandardDeviations', 'numberOfReadings'],
      evaluate: (data) => oneWayAnova(summariesOf(data)),
    },
  ],
  ['nested-anova', { members: ['nestedGroups'], evaluate: (data) => nestedAnova(cellsOf(data)) }],
  [
    'pooled-standard-deviation',
    { members: ['groups', 'standardDeviations', 'degreesOfFreedom'], evaluate: pooled },
  ],
  [
    'algorithm-a',
    {
      members: ['values', 'constants'],
      evaluate: (data) => algorithmA(numbersOf(data, 'values', 2), data.constants ?? 'as-printed'),
    },
  ],
])

/** GUM 4.2 and H.5; ISO 5725-2, -3 and -5; ISO 13528. */
export const evaluateStatistics = (task: StatedTask<StatisticsData>): StatisticsEvaluation =>
  finiteAnswer(evaluateMethods(task, methods))

const readingsOf = (data: StatisticsData): number[][] =>
  member(data, 'groups').map((_, i, groups) =>
    within('/groups', () => numbersOf({ [i]: groups[i] }, String(i))),
  )

const cellsOf = (data: StatisticsData): number[][][] =>
  member(data, 'nestedGroups').map((cells, i) =>
    cells.map((cell, j) => cell.map((value, k) => statedNumber(value, `/nestedGroups/${i}/${j}/${k}`))),
  )

function summariesOf(data: StatisticsData): Group[] {
  const means = numbersOf(data, 'groupMeans')
  const deviations = notNegatives(data, 'groupStandardDeviations')
  sameLength('groupStandardDeviations', deviations.length, means.length)
  const stated = member(data, 'numberOfReadings')
  const n = counts(isList(stated) ? stated : means.map(() => stated), means.length)
  return means.map((mean, i) => ({ mean, standardDeviation: deviations[i] ?? 0, n: n[i] ?? 1 }))
}

const isList = (stated: StatedNumber | Numbers): stated is Numbers => Array.isArray(stated)

function counts(numberOfReadings: Numbers, length: number): number[] {
  return positivesOf({ numberOfReadings }, 'numberOfReadings', length).map((n, i) => {
    if (Number.isInteger(n)) return n
    throw notWhole(`${n}`, {}, { pointer: `/numberOfReadings/${i}` })
  })
}

function notNegatives<N extends 'groupStandardDeviations' | 'standardDeviations'>(
  data: StatisticsData,
  name: N,
): number[] {
  return numbersOf(data, name).map((value, i) =>
    within(`/${name}`, () => notNegativeOf({ [i]: value }, String(i))),
  )
}

function pooled(data: StatisticsData): PooledStandardDeviation {
  if (oneOf(data, 'groups', 'standardDeviations') === 'groups') {
    const groups = readingsOf(data).map((group) => groupOf(group))
    return pooledStandardDeviation(
      groups.map(({ standardDeviation }) => standardDeviation),
      groups.map(({ n }) => n - 1),
    )
  }
  const deviations = notNegatives(data, 'standardDeviations')
  return pooledStandardDeviation(deviations, positivesOf(data, 'degreesOfFreedom', deviations.length))
}
