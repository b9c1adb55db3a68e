const trials = 1_000_000

/** Box and Muller, as everybody writes it. */
const normal = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random())
const rectangular = (center: number, halfWidth: number) => center + halfWidth * (2 * Math.random() - 1)

/** JCGM 101:2008, 9.3, as one would write it who needs only this one model: draw, evaluate, sort, read off. */
export function massCalibrationByHand(): {
  u: number
  symmetric: [number, number]
  shortest: [number, number]
} {
  const y = new Float64Array(trials)
  let sum = 0
  for (let i = 0; i < trials; i++) {
    const m = 100_000 + 0.05 * normal() + 1.234 + 0.02 * normal()
    const buoyancy = (rectangular(1.2, 0.1) - 1.2) * (1 / rectangular(8000, 1000) - 1 / rectangular(8000, 50))
    const value = m * (1 + buoyancy) - 100_000
    y[i] = value
    sum += value
  }
  const mean = sum / trials
  let squares = 0
  for (const value of y) squares += (value - mean) ** 2
  y.sort()
  const q = 0.95 * trials
  const start = (trials - q) / 2 - 1
  let best = 0
  for (let i = 0; i < trials - q; i++) if (y[i + q]! - y[i]! < y[best + q]! - y[best]!) best = i
  const u = Math.sqrt(squares / (trials - 1))
  return { u, symmetric: [y[start]!, y[start + q]!], shortest: [y[best]!, y[best + q]!] }
}
