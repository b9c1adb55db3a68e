import type { MikroORM } from '@mikro-orm/postgresql'
import { clocksDisagree } from './refused-by.ts'

/** More would mean that the times in the records and those in the statements tell different stories. */
export const mostSkewMs = 5_000
const everyMs = 2_000
/** A question that took longer says nothing about the clocks. */
const mostPatienceMs = 2_000

export interface ClockWatch {
  /** Throws while the clocks disagree: whoever records a time or signs one asks first. */
  readonly assert: () => void
  readonly stop: () => void
}

/** Holds the clock of this machine against that of the database, now and every two seconds. */
export async function watchClocks(orm: MikroORM, now: () => number = Date.now): Promise<ClockWatch> {
  const seen = { skewMs: 0 }
  const look = async () => {
    const asked = now()
    const [row] = await orm.em
      .fork()
      .execute<{ at: string }[]>('select extract(epoch from clock_timestamp()) * 1000 as at')
    const heard = now()
    const isQuick = heard - asked < mostPatienceMs
    if (row !== undefined && isQuick) seen.skewMs = (asked + heard) / 2 - Number(row.at)
  }
  // Out of reach, it says nothing; readiness says that.
  const lookAgain = () => void look().catch(() => undefined)
  await look()
  const watching = setInterval(lookAgain, everyMs).unref()
  return {
    assert: () => {
      if (Math.abs(seen.skewMs) <= mostSkewMs) return
      throw clocksDisagree(clocksDisagree.definition.title, { retryAfterSeconds: 5 })
    },
    stop: () => clearInterval(watching),
  }
}
