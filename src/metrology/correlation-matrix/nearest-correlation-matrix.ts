import { choleskyFactor, solveSymmetric } from '#metrology/numerics/cholesky.ts'
import type { Eigenpair } from '#metrology/numerics/symmetric-eigenvectors.ts'
import { dot, lengthOf, type Rows, type Vector } from '#metrology/numerics/vectors.ts'
import { notFound } from './correlation-matrix.refusals.ts'
import { positivePart, slopeOfDiagonal, spectrumOf } from './spectrum.ts'

/** Where the search stands: what is added to the diagonal, and what is then missing of a diagonal of ones. */
interface State {
  readonly added: Vector
  readonly spectrum: readonly Eigenpair[]
  /** θ = ½‖(A + diag y)₊‖² − Σy, which is smallest at the solution; its slope is −missing. */
  readonly theta: number
  readonly missing: Vector
}

const mostSteps = 100
const enough = 1e-14

/**
 * The correlation matrix with the smallest distance from a symmetric matrix in the Frobenius norm (N. J. Higham,
 * IMA J. Numer. Anal. 22 (2002) 329). There is one only; it is found by Newton's method on the dual problem (H. Qi
 * and D. Sun, SIAM J. Matrix Anal. Appl. 28 (2006) 360), in a few steps where alternating projections need hundreds.
 */
export function nearestCorrelationMatrix(matrix: Rows): number[][] {
  // With ones on the diagonal the search begins near its end.
  let state = stateAt(
    matrix,
    Float64Array.from(matrix, (row, i) => 1 - (row[i] ?? 0)),
  )
  for (let n = 0; n < mostSteps && lengthOf(state.missing) > enough * matrix.length; n++) {
    const next = stepFrom(matrix, state)
    if (!next) break
    state = next
  }
  if (!(lengthOf(state.missing) < 1e-8)) throw notFound(notFound.definition.title)
  return withUnitDiagonal(positivePart(state.spectrum))
}

function stateAt(matrix: Rows, added: Vector): State {
  const spectrum = spectrumOf(matrix, added)
  const positive = spectrum.filter(({ value }) => value > 0)
  const norm = positive.reduce((sum, { value }) => sum + value * value, 0)
  const missing = added.map((_, i) =>
    positive.reduce((rest, { value, vector }) => rest - value * (vector[i] ?? 0) ** 2, 1),
  )
  return { added, spectrum, theta: norm / 2 - added.reduce((a, b) => a + b, 0), missing }
}

/** A Newton step, halved until it is one forwards; none where no step is. */
function stepFrom(matrix: Rows, state: State): State | undefined {
  const step = newtonStep(state)
  const gain = dot(step, state.missing)
  for (let part = 1; part > 1e-12; part /= 2) {
    const next = stateAt(
      matrix,
      state.added.map((y, i) => y + part * (step[i] ?? 0)),
    )
    // Near the solution θ has no digits left; there what is missing tells more.
    const isCloser = lengthOf(next.missing) < lengthOf(state.missing) / 2
    if (isCloser || next.theta < state.theta - 1e-4 * part * gain) return next
  }
  return undefined
}

/** A flat direction has no slope; a little of the identity makes the step finite there. */
function newtonStep({ spectrum, missing }: State): Vector {
  const little = Math.max(1e-12, Math.min(1e-2, 1e-3 * lengthOf(missing)))
  const slope = slopeOfDiagonal(spectrum)
  for (const [i, row] of slope.entries()) row[i] = (row[i] ?? 0) + little
  const factor = choleskyFactor(slope)
  return factor ? solveSymmetric(factor, missing) : missing
}

/** What rounding left beside the ones is taken away, and each pair of elements is one number. */
function withUnitDiagonal(matrix: Rows): number[][] {
  const deviations = matrix.map((row, i) => Math.sqrt(row[i] ?? 1))
  const element = (i: number, j: number) =>
    (matrix[Math.min(i, j)]?.[Math.max(i, j)] ?? 0) / ((deviations[i] ?? 1) * (deviations[j] ?? 1))
  return matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : Math.max(-1, Math.min(1, element(i, j))))))
}
