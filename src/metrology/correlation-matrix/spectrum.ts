import { eigenpairs, type Eigenpair } from '#metrology/numerics/symmetric-eigenvectors.ts'
import { addMultiple, type Rows } from '#metrology/numerics/vectors.ts'

/** Eigenvalues and vectors of a symmetric matrix with something added to its diagonal. */
export const spectrumOf = (matrix: Rows, added: ArrayLike<number>): Eigenpair[] =>
  eigenpairs(matrix.map((row, i) => row.map((a, j) => (i === j ? a + (added[i] ?? 0) : a))))

/** The nearest positive semidefinite matrix: the part of the spectrum that is positive (Higham 1988). */
export function positivePart(spectrum: readonly Eigenpair[]): Float64Array[] {
  const positive = spectrum.filter(({ value }) => value > 0)
  const n = spectrum.length
  return Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) =>
      positive.reduce((sum, { value, vector }) => sum + value * (vector[i] ?? 0) * (vector[j] ?? 0), 0),
    ),
  )
}

/**
 * How the diagonal of the positive part follows what is added to the diagonal of the matrix: Σ wₖₗ p·pᵀ with
 * p = vₖ∘vₗ, and w = 1 for two positive values, 0 for two others, λₖ/(λₖ − λₗ) between them (Qi and Sun 2006).
 */
export function slopeOfDiagonal(spectrum: readonly Eigenpair[]): Float64Array[] {
  const slope = spectrum.map(() => new Float64Array(spectrum.length))
  for (const [k, first] of spectrum.entries()) {
    for (const second of spectrum.slice(k)) {
      const weight = weightOf(first.value, second.value) * (first === second ? 1 : 2)
      if (weight === 0) continue
      const product = first.vector.map((v, i) => v * (second.vector[i] ?? 0))
      for (const [i, row] of slope.entries()) addMultiple(row, weight * (product[i] ?? 0), product)
    }
  }
  return slope
}

function weightOf(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a]
  if (low > 0) return 1
  return high > 0 ? high / (high - low) : 0
}
