import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rootBetween } from '#metrology/numerics/bracketed-root.ts'
import { choleskyFactor, solveSymmetric } from '#metrology/numerics/cholesky.ts'
import { exactSum, exactSumOfProducts } from '#metrology/numerics/exact-sums.ts'
import { leastSquares } from '#metrology/numerics/least-squares.ts'
import { integrate } from '#metrology/numerics/quadrature.ts'
import { eigenpairs } from '#metrology/numerics/symmetric-eigenvectors.ts'
import { timesItsTranspose, timesVector } from '#metrology/numerics/vectors.ts'

const element = fc.double({ min: -10, max: 10, noNaN: true }).map((x) => Math.round(x * 1e6) / 1e6)
const rowsOf = (n: number, m: number) =>
  fc.array(fc.array(element, { minLength: m, maxLength: m }), { minLength: n, maxLength: n })

const peak = (x: number) => Math.exp(-0.5 * ((x - 0.123) / 1e-4) ** 2)

describe('exact sums', () => {
  it('keep what rounding would take away', () => {
    expect(exactSum([1e100, 1, -1e100, 1e-3])).not.toBe(0)
    expect(exactSum([1, 1e16, 1, -1e16])).toBe(2)
    const a = [1e8 + 1, 1e8]
    const b = [1e8 - 1, -1e8]
    expect(
      exactSumOfProducts(
        2,
        (k) => a[k]!,
        (k) => b[k]!,
      ),
    ).toBe(-1)
  })
})

describe('least squares', () => {
  it('leaves residuals at right angles to every column', () => {
    fc.assert(
      fc.property(rowsOf(8, 4), (rows) => {
        const columns = [0, 1, 2].map((j) => Float64Array.from(rows, (row) => row[j]!))
        const y = Float64Array.from(rows, (row) => row[3]!)
        const fit = leastSquares(columns, y)
        if ('dependentColumns' in fit) return
        for (const column of columns) {
          const scale = Math.hypot(...column) * Math.hypot(...y) + 1e-12
          expect(Math.abs(column.reduce((sum, x, i) => sum + x * fit.residuals[i]!, 0)) / scale).toBeLessThan(
            1e-13,
          )
        }
      }),
    )
  })

  it('is exact for Läuchli’s columns, whose normal equations are singular in doubles', () => {
    const e = 2 ** -27
    const columns = [
      [1, e, 0, 0],
      [1, 0, e, 0],
      [1, 0, 0, e],
    ].map((column) => Float64Array.from(column))
    const fit = leastSquares(columns, Float64Array.from([3, e, e, e]))
    expect('coefficients' in fit && [...fit.coefficients]).toEqual([1, 1, 1])
  })

  it('names the columns that depend on those before them', () => {
    const column = Float64Array.from([1, 2, 3, 5])
    const other = Float64Array.from([1, 1, 1, 1])
    const sum = column.map((x, i) => 3 * x - 2 * other[i]!)
    expect(leastSquares([column, other, sum], column)).toEqual({ dependentColumns: [2] })
    expect(leastSquares([new Float64Array(4), other], column)).toEqual({ dependentColumns: [0] })
  })
})

describe('covariance matrices', () => {
  it('are solved by their factor', () => {
    fc.assert(
      fc.property(rowsOf(4, 4), fc.array(element, { minLength: 4, maxLength: 4 }), (rows, v) => {
        const matrix = timesItsTranspose(rows.map((row) => Float64Array.from(row)))
        for (const [i, row] of matrix.entries()) row[i] = row[i]! + 1
        const L = choleskyFactor(matrix)
        expect(L).toBeDefined()
        const back = timesVector(matrix, solveSymmetric(L!, v))
        expect(Math.max(...back.map((x, i) => Math.abs(x - v[i]!)))).toBeLessThan(1e-9)
      }),
    )
  })

  it('have none where they are not positive definite', () => {
    expect(
      choleskyFactor([
        [1, 2],
        [2, 1],
      ]),
    ).toBeUndefined()
    expect(
      choleskyFactor([
        [1, 1],
        [1, 1],
      ]),
    ).toBeUndefined()
    expect(choleskyFactor([[0]])).toBeUndefined()
  })

  it('are put together again from their eigenvectors', () => {
    fc.assert(
      fc.property(rowsOf(5, 5), (rows) => {
        const matrix = rows.map((row, i) => row.map((x, j) => (x + rows[j]![i]!) / 2))
        const pairs = eigenpairs(matrix)
        for (const [i, row] of matrix.entries())
          for (const [j, x] of row.entries()) {
            const sum = pairs.reduce((s, { value, vector }) => s + value * vector[i]! * vector[j]!, 0)
            expect(Math.abs(sum - x)).toBeLessThan(1e-12)
          }
      }),
    )
  })
})

describe('roots and integrals', () => {
  it('a root is found to the last digit wherever the signs differ', () => {
    expect(rootBetween((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15)
    expect(rootBetween((x) => Math.exp(x) - 1e-9, -100, 3)).toBeCloseTo(Math.log(1e-9), 13)
    expect(rootBetween((x) => (x < 1 / 3 ? -1 : 1), 0, 1)).toBeCloseTo(1 / 3, 15)
    expect([rootBetween((x) => x, 0, 1), rootBetween((x) => x - 1, 0, 1)]).toEqual([0, 1])
    expect(rootBetween((x) => x + 2, 0, 1)).toBeUndefined()
  })

  it('the rule is exact for polynomials of degree 22', () => {
    for (let degree = 0; degree <= 22; degree++) {
      expect(integrate((x) => x ** degree, [0, 1])).toBeCloseTo(1 / (degree + 1), 15)
    }
  })

  it('narrow peaks, corners and ends that are infinite are found', () => {
    expect(integrate(peak, [0, 0.1222, 0.1238, 1]) / (1e-4 * Math.sqrt(2 * Math.PI))).toBeCloseTo(1, 12)
    expect(integrate((x) => Math.abs(x - 0.3), [0, 1])).toBeCloseTo(0.29, 13)
    expect(integrate((x) => 1 / Math.sqrt(x), [0, 1])).toBeCloseTo(2, 6)
    expect(integrate(() => 0, [0, 1])).toBe(0)
  })
})
