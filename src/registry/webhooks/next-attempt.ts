const firstSeconds = 30
const mostSeconds = 24 * 3_600
/** Three days: a weekend and a day to mend it. */
const lastSeconds = 72 * 3_600

/**
 * Seconds until the next attempt, or undefined where it would come too late: half a minute, doubled each time, a quarter more
 * or less, so that those who failed together do not come back together. `chance` is in [0, 1).
 */
export function nextAttempt(attempts: number, secondsSinceFirst: number, chance: number): number | undefined {
  const seconds = Math.min(mostSeconds, firstSeconds * 2 ** (attempts - 1)) * (0.75 + chance / 2)
  return secondsSinceFirst + seconds > lastSeconds ? undefined : seconds
}
