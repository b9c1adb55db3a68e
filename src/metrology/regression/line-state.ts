import { dot, type Vector } from '#metrology/numerics/vectors.ts'
import type { PointCovariance } from './point-covariance.ts'

export interface Points {
  readonly x: Vector
  readonly y: Vector
  readonly covariance: PointCovariance
}

/** The elements aa, ab and bb of a symmetric matrix for intercept a and slope b. */
export type Symmetric = readonly [number, number, number]

/** χ²(a, b) = eᵀW(b)⁻¹e with e = y − a − bx, its derivatives, and what they say about the line. */
export interface LineState {
  readonly intercept: number
  readonly slope: number
  readonly chiSquared: number
  /** Half of the first derivatives. */
  readonly gradient: readonly [number, number]
  /** Half of the second derivatives. */
  readonly hessian: Symmetric
  /** JᵀW⁻¹J at the adjusted points. */
  readonly information: Symmetric
  /** The covariance of the estimates of a and b, given the inverse of `hessian`. */
  readonly propagated: (inverseHessian: Symmetric) => Symmetric
}

/** None where the residuals have no positive definite covariance. */
export function lineStateAt({ x, y, covariance: U }: Points, a: number, b: number): LineState | undefined {
  const solve = U.weights(b)
  if (!solve) return undefined
  const e = y.map((yi, i) => yi - a - b * (x[i] ?? 0))
  const s = solve(e)
  const xs = U.x(s)
  const xys = U.xy(s)
  // W′s with W′(b) = 2bUx − Uxy − Uyx.
  const turned = minus(
    xs.map((v) => 2 * b * v),
    plus(xys, U.yx(s)),
  )
  const g = plus(x, turned)
  const p = solve(new Float64Array(x.length).fill(1))
  const q = solve(g)
  // The x of the points moved onto the line: x + (bUx − Uxy)s.
  const adjusted = plus(
    x,
    minus(
      xs.map((v) => b * v),
      xys,
    ),
  )
  const weighted = solve(adjusted)
  return {
    intercept: a,
    slope: b,
    chiSquared: dot(e, s),
    gradient: [-sum(s), -dot(x, s) - dot(s, turned) / 2],
    hessian: [sum(p), sum(q), dot(g, q) - dot(s, xs)],
    information: [sum(p), sum(weighted), dot(adjusted, weighted)],
    propagated: (inverse) =>
      propagated(U, inverse, [
        { x: p.map((v) => b * v), y: p.map((v) => -v) },
        {
          x: minus(
            q.map((v) => b * v),
            s,
          ),
          y: q.map((v) => -v),
        },
      ]),
  }
}

/** Half of the derivatives of the gradient by the x and y of the points. */
interface Influence {
  readonly x: Vector
  readonly y: Vector
}

/** H⁻¹·(G U Gᵀ)·H⁻¹, GUM 5.2.2 for estimates that make χ² stationary. */
function propagated(
  U: PointCovariance,
  [aa, ab, bb]: Symmetric,
  [ga, gb]: readonly [Influence, Influence],
): Symmetric {
  const mixed = (first: number, second: number): Influence => ({
    x: ga.x.map((v, i) => first * v + second * (gb.x[i] ?? 0)),
    y: ga.y.map((v, i) => first * v + second * (gb.y[i] ?? 0)),
  })
  const [a, b] = [mixed(aa, ab), mixed(ab, bb)]
  const covariance = (f: Influence, g: Influence) =>
    dot(f.x, plus(U.x(g.x), U.xy(g.y))) + dot(f.y, plus(U.yx(g.x), U.y(g.y)))
  return [covariance(a, a), covariance(a, b), covariance(b, b)]
}

const plus = (a: Vector, b: Vector): Vector => a.map((v, i) => v + (b[i] ?? 0))
const minus = (a: Vector, b: Vector): Vector => a.map((v, i) => v - (b[i] ?? 0))
const sum = (a: Vector): number => a.reduce((total, v) => total + v, 0)
