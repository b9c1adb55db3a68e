import type { EntityManager } from '@mikro-orm/postgresql'
import type { PageSession } from './page-session.entity.ts'

/** From the next request on its cookie opens nothing. One that has ended already stays as it is. */
export async function endSession(em: EntityManager, row: PageSession, now: Date): Promise<PageSession> {
  row.endedAt ??= now
  await em.flush()
  return row
}
