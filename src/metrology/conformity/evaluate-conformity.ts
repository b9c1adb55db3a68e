import { finiteAnswer } from '#metrology/stated-task/finite-answer.ts'
import {
  member,
  notNegativeOf,
  numberOf,
  numbersOf,
  positive,
  probabilityOf,
} from '#metrology/stated-task/members.ts'
import { evaluateMethods, type Method, type StatedTask } from '#metrology/stated-task/methods.ts'
import { numberOutOfRange } from '#metrology/stated-task/stated-task.refusals.ts'
import { guardBandFactor, unknownRule } from './acceptance-limit.ts'
import { conformanceProbability, nonconformanceProbability } from './conformance-probability.ts'
import type { ConformityData, ConformityEvaluation } from './conformity-task.ts'
import { decideConformity, zoneOf } from './decision-rule.ts'
import { guardedLimit } from './evaluate-acceptance.ts'
import { inspectionOf, riskRow, risks } from './evaluate-risk.ts'
import { guardBandRules } from './guard-band-rules.ts'
import { posteriorOf } from './posterior.ts'
import { processCapability } from './process-capability.ts'
import { limitsOf } from './stated-limits.ts'

type Evaluate = (data: ConformityData) => ConformityEvaluation

const limitNames = ['lowerLimit', 'upperLimit']
const method = (
  members: readonly string[],
  evaluate: Evaluate,
): Method<ConformityData, ConformityEvaluation> => ({
  members,
  evaluate,
})

const methods = new Map([
  [
    'conformance-probability',
    method(['estimate', 'standardUncertainty', 'distribution', ...limitNames], probabilities),
  ],
  [
    'conformity-statement',
    method(['estimate', 'standardUncertainty', 'expandedUncertainty', 'rule', ...limitNames], statement),
  ],
  [
    'guard-band-factor',
    method(['probabilities'], (data) => ({
      factors: numbersOf(data, 'probabilities').map((p, i) => guardBandFactor(probability(p, i))),
    })),
  ],
  [
    'guarded-limit',
    method(
      [
        'limit',
        'standardUncertainty',
        'relativeStandardUncertainty',
        'expandedUncertainty',
        'probability',
        'rule',
        'guardBandFactor',
        'targetRisk',
        ...limitNames,
      ],
      guardedLimit,
    ),
  ],
  ['global-risk', method(['prior', 'measurement', 'targetConsumerRisk', 'guardBand', ...limitNames], risks)],
  ['global-risk-table', method(['rows'], (data) => ({ rows: member(data, 'rows').map(riskRow) }))],
  [
    'guard-band-rules',
    method(['testUncertaintyRatio', 'inToleranceProbability'], (data) =>
      guardBandRules(atLeastOne(data), probabilityOf(data, 'inToleranceProbability')),
    ),
  ],
  ['process-capability', method(['standardDeviation', 'means', ...limitNames], capability)],
  [
    'specific-risk-with-prior',
    method(['prior', 'measurement', 'indication', ...limitNames], (data) => {
      const { prior, standardUncertainty, tolerance } = inspectionOf(data)
      return posteriorOf(prior, numberOf(data, 'indication'), standardUncertainty, tolerance)
    }),
  ],
])

/** JCGM 106:2012; ILAC-G8:09/2019: probabilities, limits, risks and statements. */
export const evaluateConformity = (task: StatedTask<ConformityData>): ConformityEvaluation =>
  finiteAnswer(evaluateMethods(task, methods))

function probability(p: number, i: number): number {
  if (p > 0 && p < 1) return p
  throw numberOutOfRange(`${p}`, { above: 0, below: 1 }, { pointer: `/probabilities/${i}` })
}

function atLeastOne(data: ConformityData): number {
  const ratio = numberOf(data, 'testUncertaintyRatio')
  if (ratio >= 1) return ratio
  throw numberOutOfRange(`${ratio} < 1`, { from: 1 }, { pointer: '/testUncertaintyRatio' })
}

function probabilities(data: ConformityData): ConformityEvaluation {
  const known = {
    estimate: numberOf(data, 'estimate'),
    standardUncertainty: notNegativeOf(data, 'standardUncertainty'),
  }
  const limits = limitsOf(data)
  return {
    conformanceProbability: conformanceProbability(known, limits),
    nonconformanceProbability: nonconformanceProbability(known, limits),
  }
}

function statement(data: ConformityData): ConformityEvaluation {
  const result = {
    estimate: numberOf(data, 'estimate'),
    standardUncertainty: notNegativeOf(data, 'standardUncertainty'),
    expandedUncertainty: notNegativeOf(data, 'expandedUncertainty'),
  }
  const { rule = 'simple' } = data
  if (rule !== 'simple' && rule !== 'guarded-U') throw unknownRule(rule)
  const limits = limitsOf(data)
  return { statement: { ...decideConformity(result, limits, rule), zone: zoneOf(result, limits) } }
}

function capability(data: ConformityData): ConformityEvaluation {
  const s = positive(numberOf(data, 'standardDeviation'), '/standardDeviation')
  const limits = limitsOf(data)
  return { rows: numbersOf(data, 'means').map((mean) => processCapability(mean, s, limits)) }
}
