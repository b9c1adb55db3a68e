import { numbersOf, positiveOf, probabilityOf } from '#metrology/stated-task/members.ts'
import { finiteAnswer } from '#metrology/stated-task/finite-answer.ts'
import { evaluateMethods, type Method, type StatedTask } from '#metrology/stated-task/methods.ts'
import { dersimonianLaird, mandelPaule, medianOf } from './consensus.ts'
import type {
  ConsistentSubset,
  InterlaboratoryData,
  InterlaboratoryEvaluation,
  TestedMean,
} from './interlaboratory-task.ts'
import { independentOnly, nothingConsistent } from './interlaboratory.refusals.ts'
import { arithmeticMean, bilateralDegrees, degreesOfEquivalence, degreesToSubset } from './key-comparison.ts'
import { largestConsistentSubset } from './largest-consistent-subset.ts'
import { scoresOf } from './scores.ts'
import { checkLabels, membersOfResults, resultsOf, type Results } from './stated-results.ts'
import { largestNormalisedResidual, weightedMean } from './weighted-mean.ts'

type Evaluate = Method<InterlaboratoryData, InterlaboratoryEvaluation>['evaluate']

const method = (members: readonly string[], evaluate: Evaluate) => ({ members, evaluate })
const correlated = [...membersOfResults, 'correlations']
const membersOfScores = [
  'reference',
  'standardUncertaintyOfReference',
  'expandedUncertaintyOfReference',
  'coverageFactorOfReference',
  'standardDeviationForProficiencyAssessment',
  'robustStandardDeviation',
  'numberOfParticipants',
  'results',
]

const methods = new Map<string, Method<InterlaboratoryData, InterlaboratoryEvaluation>>([
  ['weighted-mean', method([...correlated, 'expansionFactor'], weightedMeanAnswer)],
  ['key-comparison', method(correlated, keyComparison)],
  [
    'bilateral-degrees-of-equivalence',
    method(correlated, (data) => ({
      bilateralDegreesOfEquivalence: bilateralDegrees(resultsOf(data), data.labels),
    })),
  ],
  [
    'largest-consistent-subset',
    method([...membersOfResults, 'significance'], (data) => ({
      largestConsistentSubset: consistentSubset(data),
    })),
  ],
  ['median', method(['values'], medianAnswer)],
  ['mandel-paule', method(membersOfResults, (data) => mandelPaule(independentResults(data)))],
  ['dersimonian-laird', method(membersOfResults, (data) => dersimonianLaird(independentResults(data)))],
  ['scores', method(membersOfScores, (data) => ({ scores: scoresOf(data) }))],
])

/** What several results of one measurand say together (CIPM MRA-D-05; ISO 13528:2022). */
export const evaluateInterlaboratory = (task: StatedTask<InterlaboratoryData>): InterlaboratoryEvaluation =>
  finiteAnswer(evaluateMethods(task, methods))

function weightedMeanAnswer(data: InterlaboratoryData): InterlaboratoryEvaluation {
  const results = resultsOf(data)
  const { value, ...mean } = tested(weightedMean(results))
  const largest = largestNormalisedResidual(results, value)
  // Uncertainties are not made smaller because the results agree.
  const needed = Math.max(1, largest / 2)
  const factor =
    data.expansionFactor === undefined ? twoDigitsUpwards(needed) : positiveOf(data, 'expansionFactor')
  return {
    mean: value,
    ...mean,
    birgeRatio: Math.sqrt(mean.chiSquared / mean.degreesOfFreedom),
    largestNormalisedResidual: largest,
    expansionFactorForResidualsWithinTwo: needed,
    expandedByPublishedFactor: { factor, standardUncertainty: factor * mean.standardUncertainty },
  }
}

/** A factor as it is published (6.3 for 6.22): as a number of two digits that is not too small. */
function twoDigitsUpwards(factor: number): number {
  const place = 10 ** (Math.floor(Math.log10(factor)) - 1)
  // What 1e-9 of a digit would raise is the rounding of the division; 6.3 is not 6.300000000000001.
  return Number((Math.ceil(factor / place - 1e-9) * place).toPrecision(12))
}

function keyComparison(data: InterlaboratoryData): InterlaboratoryEvaluation {
  const results = resultsOf(data)
  const mean = weightedMean(results)
  return {
    arithmeticMean: arithmeticMean(results),
    weightedMean: { ...tested(mean), consistentAt5Percent: mean.pValue >= 0.05 },
    degreesOfEquivalenceToWeightedMean: degreesOfEquivalence(results, mean, data.labels),
  }
}

function consistentSubset(data: InterlaboratoryData): ConsistentSubset {
  const results = independentResults(data)
  const significance = data.significance === undefined ? 0.05 : probabilityOf(data, 'significance')
  const members = largestConsistentSubset(results, significance)
  if (!members) throw nothingConsistent(`P < ${significance}`, {}, { pointer: '/values' })
  const subset = only(results, members)
  const mean = weightedMean(subset)
  const shares = new Map(
    degreesOfEquivalence(subset, mean, undefined).map((one, k) => [members[k] ?? 0, one]),
  )
  return {
    members,
    ...tested(mean),
    degreesOfEquivalence: degreesToSubset(results, mean, shares, data.labels),
  }
}

function medianAnswer(data: InterlaboratoryData): InterlaboratoryEvaluation {
  const values = numbersOf(data, 'values', 2)
  checkLabels(data, values.length)
  return { median: medianOf(values) }
}

function independentResults(data: InterlaboratoryData): Results {
  const results = resultsOf(data)
  if (!results.factor) return results
  throw independentOnly('correlations', {}, { pointer: '/correlations' })
}

const only = ({ values, u }: Results, members: readonly number[]): Results => ({
  values: Float64Array.from(members, (i) => values[i] ?? 0),
  u: Float64Array.from(members, (i) => u[i] ?? 0),
})

const tested = ({
  value,
  standardUncertainty,
  chiSquared,
  degreesOfFreedom,
  pValue,
}: TestedMean): TestedMean => ({
  value,
  standardUncertainty,
  chiSquared,
  degreesOfFreedom,
  pValue,
})
