/**
 * A zero of `f` between two points where it has different signs, to the last digit: inverse quadratic
 * interpolation where it is to be trusted, halving elsewhere (T. R. Chandrupatla, Adv. Eng. Software 28 (1997) 145).
 * None where the signs are the same.
 */
export function rootBetween(f: (x: number) => number, from: number, to: number): number | undefined {
  let [x1, x2, x3] = [from, to, from]
  let [f1, f2, f3] = [f(x1), f(x2), 0]
  if (f1 === 0) return x1
  if (f2 === 0) return x2
  if (!(Math.sign(f1) * Math.sign(f2) < 0)) return undefined
  let t = 0.5
  for (let n = 0; n < 200; n++) {
    const x = x1 + t * (x2 - x1)
    const fx = f(x)
    if (Math.sign(fx) === Math.sign(f1)) [x3, f3] = [x1, f1]
    else [x3, x2, f3, f2] = [x2, x1, f2, f1]
    ;[x1, f1] = [x, fx]
    const best = Math.abs(f2) < Math.abs(f1) ? x2 : x1
    const width = Math.abs(x2 - x1)
    const least = (2 * Number.EPSILON * Math.abs(best)) / width
    if (fx === 0) return x
    if (!(least <= 0.5) || width === 0) return best
    t = Math.min(Math.max(nextStep([x1, f1], [x2, f2], [x3, f3]), least), 1 - least)
  }
  return Math.abs(f2) < Math.abs(f1) ? x2 : x1
}

type Point = readonly [number, number]

function nextStep([x1, f1]: Point, [x2, f2]: Point, [x3, f3]: Point): number {
  const xi = (x1 - x2) / (x3 - x2)
  const phi = (f1 - f2) / (f3 - f2)
  if (!(phi * phi < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5
  const t = (f1 / (f2 - f1)) * (f3 / (f2 - f3))
  return t + ((x3 - x1) / (x2 - x1)) * (f1 / (f3 - f1)) * (f2 / (f3 - f2))
}
