import type { EntityManager } from '@mikro-orm/postgresql'

/** Whoever sends a request again does so within a day; a month is for those who were away. */
export const keptDays = 30
/** So few that a piece is done well within the time of a statement. */
const atOnce = 5_000

/** First answers to keyed requests of more than a month ago; piece by piece, each a transaction. Answers how many went. */
export async function forgetAnswers(fork: () => EntityManager, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  let forgotten = 0
  for (;;) {
    const gone = await fork().execute<object[]>(
      `delete from idempotency_keys where ctid in
         (select ctid from idempotency_keys where created_at < ? limit ?) returning 1`,
      [before, atOnce],
    )
    forgotten += gone.length
    if (gone.length < atOnce) return forgotten
  }
}
