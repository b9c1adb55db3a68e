import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Exceeded } from '#http/limits.ts'

/** A pool of `pg`: two or three statements a minute of each busy key go to it. */
export type LimitStore = object

export interface SharedLimitOptions {
  readonly name: string
  readonly quota: number
  readonly windowSeconds: number
  /** Without one, every process counts for itself. */
  readonly store: LimitStore | undefined
}

/** What one process may use up before the others hear of it, as a part of the quota. */
const unsharedPart = 50

/**
 * A quota for a window of time that all processes share. Each counts in memory, and tells PostgreSQL after every fiftieth part
 * of the quota: a request waits for the database only where the quota is so small that every one counts.
 */
export function sharedLimit({ name, quota, windowSeconds, store }: SharedLimitOptions) {
  const window = { points: quota, duration: windowSeconds, keyPrefix: name }
  const here = new RateLimiterMemory(window)
  const everywhere =
    store &&
    new RateLimiterPostgres({
      ...window,
      storeClient: store,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
    })
  const batch = Math.max(1, Math.floor(quota / unsharedPart))

  const share = async (key: string): Promise<Exceeded | undefined> => {
    try {
      await everywhere?.consume(key, batch)
      return undefined
    } catch (error) {
      // A store that does not answer limits nobody; each process still counts for itself.
      if (!(error instanceof RateLimiterRes)) return undefined
      await here.block(key, Math.max(1, error.msBeforeNext / 1000))
      return exceeded(error)
    }
  }
  const exceeded = ({ msBeforeNext }: RateLimiterRes): Exceeded => ({
    policy: name,
    quota,
    windowSeconds,
    retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  })

  return async (key: string): Promise<Exceeded | undefined> => {
    try {
      const { consumedPoints } = await here.consume(key)
      if (consumedPoints % batch !== 0) return undefined
    } catch (error) {
      if (error instanceof RateLimiterRes) return exceeded(error)
      throw error
    }
    const shared = share(key)
    return batch === 1 ? shared : undefined
  }
}
