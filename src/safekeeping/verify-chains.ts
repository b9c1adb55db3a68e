import type { EntityManager } from '@mikro-orm/postgresql'
import { connect } from '#db/connection.ts'
import { migrationState } from '#db/migrations.ts'
import { type TrailVerdict, verifyAuditTrail } from '#registry/audit/verify-audit-trail.ts'
import { entities } from '#registry/entities.ts'
import { logFault } from '#registry/log/log-fault.ts'
import { type LogVerdict, verifyLog } from '#registry/log/verify-log.ts'

const quiet = { debug: () => undefined }

/** Of one moment, whoever writes meanwhile, and with as much time as it takes. */
async function reading<T>(url: string, read: (tx: EntityManager) => Promise<T>): Promise<T> {
  const orm = await connect({ url, entities, log: quiet, poolSize: 2, timeLimits: false })
  try {
    const { pending, unknown } = await migrationState(orm.em.fork())
    if (pending.length + unknown.length > 0)
      throw new Error(
        'The database has another schema than this program: run `etalon migrate`, or a newer one',
      )
    const once = { isolationLevel: 'repeatable read', readOnly: true } as const
    return await orm.em.fork().transactional(read, once)
  } finally {
    await orm.close(true)
  }
}

export const verifyAuditOf = (url: string): Promise<TrailVerdict> => reading(url, verifyAuditTrail)

export const verifyLogOf = (url: string): Promise<LogVerdict & { readonly fault?: string }> =>
  reading(url, async (tx) => {
    const verdict = await verifyLog(tx)
    if (!verdict.intact) return verdict
    const fault = await logFault(tx)
    return fault === undefined
      ? verdict
      : { intact: false, brokenAt: verdict.size, because: 'head-differs', fault }
  })
