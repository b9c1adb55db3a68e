/** Nodes and weights of Kronrod's rule with 15 points on [-1, 1]; every second one is of Gauss' rule with seven. */
const rule = [
  [0.9914553711208126, 0.022935322010529224, 0],
  [0.9491079123427585, 0.06309209262997856, 0.1294849661688697],
  [0.8648644233597691, 0.10479001032225019, 0],
  [0.7415311855993945, 0.14065325971552592, 0.27970539148927664],
  [0.5860872354676911, 0.1690047266392679, 0],
  [0.4058451513773972, 0.19035057806478542, 0.3818300505051189],
  [0.20778495500789848, 0.20443294007529889, 0],
] as const
const centreWeights = { kronrod: 0.20948214108472782, gauss: 0.4179591836734694 }

interface Piece {
  readonly from: number
  readonly to: number
  readonly integral: number
  /** Of the absolute value: positive and negative parts that cancel are not to be known better than they are. */
  readonly size: number
  readonly error: number
}

const relativeTolerance = 1e-13
const mostPieces = 400

/** So many halvings may gain nothing; then what is left is the rounding of the integrand. */
const mostStalls = 20

/**
 * The integral over the intervals between `ends`. They stand where the integrand changes its character: about a
 * peak, which would be overlooked if it were much narrower than its interval, and at corners.
 */
export function integrate(f: (x: number) => number, ends: readonly number[]): number {
  // A point at which the integrand is infinite has no width.
  const finite = (x: number) => {
    const value = f(x)
    return Number.isFinite(value) ? value : 0
  }
  const points = [...new Set(ends)].sort((a, b) => a - b)
  const pieces = points.slice(1).map((to, i) => piece(finite, points[i] ?? to, to))
  let stalls = 0
  for (;;) {
    const total = pieces.reduce((sum, each) => sum + each.integral, 0)
    const size = pieces.reduce((sum, each) => sum + each.size, 0)
    const error = pieces.reduce((sum, each) => sum + each.error, 0)
    if (error <= relativeTolerance * size || pieces.length >= mostPieces || stalls >= mostStalls) return total
    const worst = pieces.reduce((at, each, i) => (each.error > (pieces[at]?.error ?? 0) ? i : at), 0)
    const { from = 0, to = 0, error: before = 0 } = pieces[worst] ?? {}
    const middle = (from + to) / 2
    // A piece that cannot be halved is as well known as it can be.
    if (!(middle > from && middle < to)) return total
    const halves = [piece(finite, from, middle), piece(finite, middle, to)]
    if (halves.reduce((sum, each) => sum + each.error, 0) > 0.99 * before) stalls++
    pieces.splice(worst, 1, ...halves)
  }
}

function piece(f: (x: number) => number, from: number, to: number): Piece {
  const centre = (from + to) / 2
  const half = (to - from) / 2
  const middle = f(centre)
  let kronrod = centreWeights.kronrod * middle
  let gauss = centreWeights.gauss * middle
  let size = Math.abs(kronrod)
  for (const [node, weight, gaussWeight] of rule) {
    const [left, right] = [f(centre - half * node), f(centre + half * node)]
    kronrod += weight * (left + right)
    gauss += gaussWeight * (left + right)
    size += weight * (Math.abs(left) + Math.abs(right))
  }
  // The difference is the error of Gauss' rule; Kronrod's is smaller by this power (QUADPACK).
  const error = size === 0 ? 0 : size * Math.min(1, (200 * Math.abs(kronrod - gauss)) / size) ** 1.5
  return { from, to, integral: kronrod * half, size: size * half, error: error * half }
}
