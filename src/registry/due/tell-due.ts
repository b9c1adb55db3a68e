import type { EntityManager } from '@mikro-orm/postgresql'
import { enterEvents } from '../events/enter.queries.ts'
import { headOfTrail } from '../audit/audit.queries.ts'
import { dueOfEverybody } from './due.queries.ts'
import { standingOf } from './due.view.ts'
import { dayAfter, todayAt } from './horizon.ts'

/** How far ahead an owner is told. */
const ahead = 'P30D'

/** Tells owners what is due in a month, and again what is overdue: once for each day it was due on. Each piece is a transaction. */
export async function tellDue(fork: () => EntityManager, now: Date): Promise<void> {
  const today = todayAt(now)
  const until = dayAfter(today, ahead)
  let after: string | undefined
  do {
    const piece = await dueOfEverybody(fork(), { after, until, now })
    const tellings = piece.rows.map(({ id, due }) => {
      const standing = standingOf(due, today)
      return {
        kind: 'equipment.due' as const,
        about: 'equipment' as const,
        record: id,
        more: { standing, ...(due !== null && { due }) },
        occasion: `${id} ${due} ${standing}`,
      }
    })
    if (tellings.length > 0) {
      await fork().transactional(async (tx) => {
        // As every act does at its end: positions are given out under this lock.
        await headOfTrail(tx)
        await enterEvents(tx, tellings, now)
      })
    }
    after = piece.last
  } while (after !== undefined)
}
