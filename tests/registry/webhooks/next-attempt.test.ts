import { describe, expect, it } from 'vitest'
import { nextAttempt } from '#registry/webhooks/next-attempt.ts'

describe('the next attempt of a delivery', () => {
  it('comes after half a minute and then after twice as long each time, a quarter more or less', () => {
    expect([1, 2, 3, 4].map((attempts) => nextAttempt(attempts, 0, 0.5))).toEqual([30, 60, 120, 240])
    expect(nextAttempt(1, 0, 0)).toBe(22.5)
    expect(nextAttempt(1, 0, 0.999)).toBeCloseTo(37.5, 1)
  })

  it('is at most a day away, and never later than three days after the first', () => {
    expect(nextAttempt(40, 0, 0.5)).toBe(86_400)
    expect(nextAttempt(40, 48 * 3_600, 0.5)).toBe(86_400)
    expect(nextAttempt(40, 48 * 3_600 + 1, 0.5)).toBeUndefined()
    let [attempts, seconds] = [1, 0]
    for (let next = nextAttempt(1, 0, 0.5); next !== undefined; next = nextAttempt(attempts, seconds, 0.5)) {
      attempts += 1
      seconds += next
    }
    expect(attempts).toBeGreaterThan(12)
    expect(seconds).toBeGreaterThan(40 * 3_600)
  })
})
