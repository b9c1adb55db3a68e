import type { EntityManager } from '@mikro-orm/postgresql'
import { verifyAuditTrail } from '#registry/audit/verify-audit-trail.ts'
import { logFault } from '#registry/log/log-fault.ts'
import { verifyLog } from '#registry/log/verify-log.ts'
import type { Heads } from './manifest.ts'

/** The chains end where they ended when the backup was made. */
export function checkHeads(stated: Heads, found: Heads): void {
  if (stated.audit.size !== found.audit.size || stated.audit.hash !== found.audit.hash)
    throw new Error('The audit trail does not end where that of the backup did')
  if (stated.log.size !== found.log.size || stated.log.root !== found.log.root)
    throw new Error('The log does not end where that of the backup did')
}

/** Every event of the trail and every entry of the log, hashed again. */
export async function checkWhole(em: EntityManager): Promise<{ events: number; entries: number }> {
  const trail = await verifyAuditTrail(em)
  if (!trail.intact)
    throw new Error(`The audit trail is damaged at event ${trail.brokenAt}: ${trail.because}`)
  const log = await verifyLog(em)
  if (!log.intact) throw new Error(`The log is damaged at entry ${log.brokenAt}: ${log.because}`)
  const fault = await logFault(em)
  if (fault !== undefined) throw new Error(`The log is damaged: ${fault}`)
  return { events: Number(trail.size), entries: log.size }
}
