/** A distribution that is symmetric about zero, by its positive half. */
export interface SymmetricHalf {
  /** P(0 < X <= x) */
  readonly aboveTheMean: (x: number) => number
  /** P(X > x) */
  readonly upperTail: (x: number) => number
  readonly density: (x: number) => number
  /** x f′(x)/f(x), by which the density falls. */
  readonly falling: (x: number) => number
}

/**
 * The x > 0 with P(X > x) = `tail`, by Halley's method on logarithms: in these coordinates both halves of a
 * normal or t-distribution are nearly straight lines, also where the tail is 1e-300 or the quantile 1e30.
 * Near the centre P(0 < X <= x) is solved for, which keeps the digits of small quantiles.
 */
export function solveLogarithmically(tail: number, start: number, half: SymmetricHalf): number {
  if (tail === 0.5) return 0
  const isCentral = tail > 0.25
  const wanted = isCentral ? 0.5 - tail : tail
  let x = start
  for (let n = 0; n < 100; n++) {
    const reached = isCentral ? half.aboveTheMean(x) : half.upperTail(x)
    const slope = ((isCentral ? 1 : -1) * x * half.density(x)) / reached
    const newton = Math.log(reached / wanted) / slope
    const bend = (1 + half.falling(x)) / slope - 1
    // Far from the solution the bend at this point says nothing about the way there.
    const change = Math.abs(newton) < 0.1 ? newton / (1 - (newton * slope * bend) / 2) : newton
    x *= Math.exp(-change)
    // The method trebles the digits: after a change of 1e-6 there is nothing left to gain.
    if (Math.abs(change) < 1e-6) return x
  }
  return x
}
