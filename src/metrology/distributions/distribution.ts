/** A distribution of one quantity (JCGM 101:2008, 6.4), in the unit of its parameters. */
export interface Distribution {
  /** NaN where it has none. */
  readonly mean: number
  /** NaN where it has none. */
  readonly standardDeviation: number
  /** Where the density is not zero. */
  readonly support: { readonly lower: number; readonly upper: number }
  /** Where the density is not smooth, besides the ends of its support. */
  readonly corners: readonly number[]
  /** p where the density goes to infinity like d^(p − 1) at a distance d from an end of its support. */
  readonly powerAtEnds?: number | undefined
  readonly density: (x: number) => number
  /** P(X <= x), with all its digits where it is small. */
  readonly below: (x: number) => number
  /** P(X > x), likewise. */
  readonly above: (x: number) => number
}

/** What a distribution that is symmetric about zero is made of. */
export interface SymmetricShape {
  readonly standardDeviation: number
  /** Half of the width of its support. */
  readonly reach: number
  /** Distances from the centre where the density is not smooth. */
  readonly corners?: readonly number[]
  readonly powerAtEnds?: number
  /** At a distance r from the centre, 0 <= r <= reach. */
  readonly density: (r: number) => number
  /** P(X > r), likewise. */
  readonly above: (r: number) => number
}

/** The shape, placed at its centre. */
export function symmetricDistribution(centre: number, shape: SymmetricShape, hasMean = true): Distribution {
  const { reach, standardDeviation, corners = [], powerAtEnds } = shape
  const tail = (r: number) =>
    r >= reach ? 0 : r >= 0 ? shape.above(r) : r <= -reach ? 1 : 1 - shape.above(-r)
  return {
    mean: hasMean ? centre : NaN,
    standardDeviation,
    support: { lower: centre - reach, upper: centre + reach },
    corners: corners.flatMap((r) => [centre - r, centre + r]),
    powerAtEnds,
    density: (x) => (Math.abs(x - centre) > reach ? 0 : shape.density(Math.abs(x - centre))),
    below: (x) => tail(centre - x),
    above: (x) => tail(x - centre),
  }
}
