const halfLogTwoPi = 0.918_938_533_204_672_8

/**
 * δ(a) = ln Γ(a + 1) − (a + ½) ln a + a − ½ ln 2π, what Stirling's formula leaves; it stays small, so that
 * densities computed from it keep their digits for large a (C. Loader 2000).
 */
export function stirlingError(a: number): number {
  if (a >= 16) return stirlingSeries(a)
  // δ(a) − δ(a + 1) is known in closed form.
  let sum = 0
  let raised = a
  for (; raised < 16; raised++) sum += (raised + 0.5) * Math.log1p(1 / raised) - 1
  return sum + stirlingSeries(raised)
}

function stirlingSeries(a: number): number {
  const s = 1 / (a * a)
  const tail = 1 / 1680 - s * (1 / 1188 - s * (691 / 360_360 - s / 156))
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * tail))) / a
}

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingError(x)
}

/** x ln(x/m) + m − x, without the cancellation of its parts where x is near m (C. Loader 2000). */
export function deviance(x: number, m: number): number {
  const difference = x - m
  if (Math.abs(difference) >= 0.1 * (x + m)) return x === 0 ? m : x * Math.log(x / m) - difference
  const v = difference / (x + m)
  const square = v * v
  let term = 2 * x * v
  let sum = difference * v
  for (let n = 3; n < 1000; n += 2) {
    term *= square
    const next = sum + term / n
    if (next === sum) return next
    sum = next
  }
  return sum
}
