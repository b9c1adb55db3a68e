import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { Act } from '#http/setting.ts'
import { AuditEvent, AuditHead } from './audit-event.entity.ts'
import { hashOf, textOfRecord } from './event-hash.ts'

/** The trail is one chain: writers queue at its head, so that there is no gap and no fork. In the transaction of the act. */
export const recordAct = (tx: EntityManager, act: Act): Promise<void> => recordActs(tx, [act])

/** Many acts of one transaction, in their order: the head is held for as short a time as for one. */
export async function recordActs(tx: EntityManager, acts: readonly Act[]): Promise<void> {
  const head = await tx.findOneOrFail(AuditHead, { id: 1 }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  for (const act of acts) {
    const event = {
      sequence: head.size + 1n,
      at: act.at,
      person: act.actor?.person.id ?? null,
      organization: act.actor?.organization.id ?? null,
      operation: act.operation,
      subject: act.subject,
      before: textOfRecord(act.before),
      after: textOfRecord(act.after),
      reason: act.reason ?? null,
      requestId: act.requestId,
      previousHash: head.hash,
    }
    const hash = hashOf(event)
    tx.create(AuditEvent, { ...event, hash })
    Object.assign(head, { size: event.sequence, hash })
  }
  await tx.flush()
}
