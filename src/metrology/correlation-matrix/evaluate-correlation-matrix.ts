import { finiteAnswer } from '#metrology/stated-task/finite-answer.ts'
import { eigenpairs } from '#metrology/numerics/symmetric-eigenvectors.ts'
import { matrixOf, member } from '#metrology/stated-task/members.ts'
import { evaluateMethods, type Method, type StatedTask } from '#metrology/stated-task/methods.ts'
import type { StatedNumber } from '#metrology/uncertainty/stated-number.ts'
import { elementBeyondSense } from './correlation-matrix.refusals.ts'
import { nearestCorrelationMatrix } from './nearest-correlation-matrix.ts'

export interface CorrelationMatrixData {
  readonly matrix?: readonly (readonly StatedNumber[])[]
}

export interface CorrelationMatrixEvaluation {
  readonly unitDiagonal: boolean
  readonly symmetric: boolean
  readonly positiveSemidefinite: boolean
  /** All of the three: a propagation takes it. */
  readonly isCorrelationMatrix: boolean
  readonly smallestEigenvalue: number
  readonly nearestCorrelationMatrix: readonly (readonly number[])[]
  /** In the Frobenius norm. */
  readonly distance: number
}

/** Coefficients are stated to a few digits: an eigenvalue below zero by less than this is their rounding. */
const roundingOfStatements = 1e-9
const largestElement = 1000

const methods = new Map<string, Method<CorrelationMatrixData, CorrelationMatrixEvaluation>>([
  ['correlation-matrix-check', { members: ['matrix'], evaluate: check }],
])

/** Whether quantities can be correlated like this (GUM 5.2.2), and the nearest way in which they can. */
export const evaluateCorrelationMatrix = (
  task: StatedTask<CorrelationMatrixData>,
): CorrelationMatrixEvaluation => finiteAnswer(evaluateMethods(task, methods))

function check(data: CorrelationMatrixData): CorrelationMatrixEvaluation {
  const matrix = matrixOf(data, 'matrix', member(data, 'matrix').length)
  checkElements(matrix)
  const at = (i: number, j: number) => matrix[i]?.[j] ?? 0
  const isSymmetric = matrix.every((row, i) => row.every((r, j) => r === at(j, i)))
  const hasUnitDiagonal = matrix.every((row, i) => row[i] === 1)
  // Both the eigenvalues of xᵀAx and what is nearest to A depend on its symmetric part only.
  const even = matrix.map((row, i) => row.map((r, j) => (r + at(j, i)) / 2))
  const smallest = Math.min(...eigenpairs(even).map(({ value }) => value))
  const isSemidefinite = smallest >= -roundingOfStatements
  const isOne = isSymmetric && hasUnitDiagonal && isSemidefinite
  const nearest = isOne ? matrix : nearestCorrelationMatrix(even.map((row) => Float64Array.from(row)))
  return {
    unitDiagonal: hasUnitDiagonal,
    symmetric: isSymmetric,
    positiveSemidefinite: isSemidefinite,
    isCorrelationMatrix: isOne,
    smallestEigenvalue: smallest,
    nearestCorrelationMatrix: nearest,
    distance: Math.hypot(...matrix.flatMap((row, i) => row.map((r, j) => r - (nearest[i]?.[j] ?? 0)))),
  }
}

function checkElements(matrix: readonly (readonly number[])[]): void {
  for (const [i, row] of matrix.entries()) {
    const j = row.findIndex((r) => Math.abs(r) > largestElement)
    if (j < 0) continue
    throw elementBeyondSense(`${row[j]}`, { most: largestElement }, { pointer: `/matrix/${i}/${j}` })
  }
}
