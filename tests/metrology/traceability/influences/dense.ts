import { roots, sourceOf, uncertaintyOfRoot } from './random-network.ts'
import type { NetworkResult } from './random-network.ts'

/*
 * The covariance matrix of all results by dense matrices, slowly and with nothing of the code that is tested:
 * y = Ay + Bx, so y = (I − A)⁻¹Bx, and V(y) = JV(x)Jᵀ. In x stand the roots and the own influence of every result.
 */

type Matrix = number[][]

const zeros = (rows: number, columns: number): Matrix =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0))

const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)))

const transposed = (a: Matrix): Matrix => a[0]!.map((_, j) => a.map((row) => row[j]!))

/** Gauss and Jordan; I − A of a chain is triangular, so no pivot vanishes. */
function inverse(a: Matrix): Matrix {
  const n = a.length
  const work = a.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => Number(i === j))])
  for (let p = 0; p < n; p++) {
    const pivot = work[p]![p]!
    work[p] = work[p]!.map((x) => x / pivot)
    for (let i = 0; i < n; i++) {
      const factor = work[i]![p]!
      if (i !== p) work[i] = work[i]!.map((x, j) => x - factor * work[p]![j]!)
    }
  }
  return work.map((row) => row.slice(n))
}

/** Without declared correlations: all of x is independent. `only`: of the roots no other one is uncertain. */
export function denseCovariance(network: readonly NetworkResult[], only?: (typeof roots)[number]): Matrix {
  const n = network.length
  const unity = zeros(n, n)
  const b = zeros(n, roots.length + n)
  const vx = zeros(roots.length + n, roots.length + n)
  for (const [i, root] of roots.entries())
    vx[i]![i] = only === undefined || only === root ? uncertaintyOfRoot[root] ** 2 : 0
  for (const [i, { takes, own }] of network.entries()) {
    unity[i]![i] = 1
    b[i]![roots.length + i] = 1
    vx[roots.length + i]![roots.length + i] = own ** 2
    for (const { back, sensitivity } of takes) {
      const source = sourceOf(i, back)
      if ('root' in source) b[i]![roots.indexOf(source.root)]! += sensitivity
      else unity[i]![source.result]! -= sensitivity
    }
  }
  const j = times(inverse(unity), b)
  return times(times(j, vx), transposed(j))
}
