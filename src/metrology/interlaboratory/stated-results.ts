import { choleskyFactor } from '#metrology/numerics/cholesky.ts'
import { eigenpairs } from '#metrology/numerics/symmetric-eigenvectors.ts'
import type { Rows, Vector } from '#metrology/numerics/vectors.ts'
import { numbersOf, oneOf, positivesOf, sameLength } from '#metrology/stated-task/members.ts'
import { statedNumber } from '#metrology/uncertainty/stated-number.ts'
import type { InterlaboratoryData, ResultCorrelation } from './interlaboratory-task.ts'
import { correlationImpossible, correlationMisplaced } from './interlaboratory.refusals.ts'

/** Results of one measurand, in its unit. */
export interface Results {
  readonly values: Vector
  readonly u: Vector
  /** L with R = L·Lᵀ for the correlation matrix; absent where the results are independent. */
  readonly factor?: Rows
}

/** Which members of the data `resultsOf` reads. */
export const membersOfResults = [
  'values',
  'standardUncertainties',
  'expandedUncertainties',
  'coverageFactors',
] as const

export function resultsOf(data: InterlaboratoryData): Results {
  const values = Float64Array.from(numbersOf(data, 'values', 2))
  checkLabels(data, values.length)
  const u = Float64Array.from(standardUncertaintiesOf(data, values.length))
  return data.correlations === undefined || data.correlations.length === 0
    ? { values, u }
    : { values, u, factor: correlationFactorOf(data.correlations, values.length) }
}

export function checkLabels({ labels }: InterlaboratoryData, length: number): void {
  if (labels) sameLength('labels', labels.length, length)
}

function standardUncertaintiesOf(data: InterlaboratoryData, length: number): number[] {
  if (oneOf(data, 'standardUncertainties', 'expandedUncertainties') === 'standardUncertainties') {
    if (data.coverageFactors) oneOf(data, 'standardUncertainties', 'coverageFactors')
    return positivesOf(data, 'standardUncertainties', length)
  }
  const k = positivesOf(data, 'coverageFactors', length)
  return positivesOf(data, 'expandedUncertainties', length).map((U, i) => U / (k[i] ?? 1))
}

function correlationFactorOf(correlations: readonly ResultCorrelation[], n: number): Rows {
  const matrix = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => Number(i === j)))
  const stated = new Set<number>()
  for (const [at, { between, r }] of correlations.entries()) {
    const pointer = `/correlations/${at}`
    const [i = -1, j = -1] = between
    const [first, second] = [matrix[i], matrix[j]]
    const pair = Math.min(i, j) * n + Math.max(i, j)
    if (!first || !second || i === j || stated.has(pair)) {
      throw correlationMisplaced(`${i}, ${j}`, { results: n }, { pointer: `${pointer}/between` })
    }
    stated.add(pair)
    first[j] = second[i] = statedNumber(r, `${pointer}/r`)
  }
  const factor = choleskyFactor(matrix)
  if (factor) return factor
  throw impossible(matrix)
}

/** Eigenvalues of a large matrix take longer than they are worth in a refusal. */
const mostWithEigenvalue = 64

function impossible(matrix: readonly (readonly number[])[]): Error {
  const place = { pointer: '/correlations' }
  if (matrix.length > mostWithEigenvalue)
    return correlationImpossible(correlationImpossible.definition.title, {}, place)
  const smallestEigenvalue = Math.min(...eigenpairs(matrix).map(({ value }) => value))
  return correlationImpossible(
    {
      en: `The smallest eigenvalue of the correlation matrix is ${smallestEigenvalue.toPrecision(6)}`,
      zh: `相关系数矩阵的最小特征值为 ${smallestEigenvalue.toPrecision(6)}`,
    },
    { smallestEigenvalue },
    place,
  )
}
