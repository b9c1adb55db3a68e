import type { EntityManager } from '@mikro-orm/postgresql'
import { AuditEvent, AuditHead } from './audit-event.entity.ts'
import { hashOf } from './event-hash.ts'

export type TrailVerdict =
  | { readonly intact: true; readonly size: bigint }
  | {
      readonly intact: false
      /** The place in the trail where it breaks first. */
      readonly brokenAt: bigint
      readonly because: 'missing' | 'not-linked' | 'changed' | 'head-differs'
    }

const batch = 1_000

/** Hashes every event again. Whoever owns the database can change it; unseen they cannot, but for the end of the chain. */
export async function verifyAuditTrail(em: EntityManager): Promise<TrailVerdict> {
  let sequence = 0n
  let previousHash = ''
  for (;;) {
    const events = await em.find(
      AuditEvent,
      { sequence: { $gt: sequence } },
      { orderBy: { sequence: 'asc' }, limit: batch, disableIdentityMap: true },
    )
    for (const event of events) {
      const because = faultOf(event, sequence + 1n, previousHash)
      if (because) return { intact: false, brokenAt: sequence + 1n, because }
      sequence = event.sequence
      previousHash = event.hash
    }
    if (events.length < batch) break
  }
  const head = await em.findOneOrFail(AuditHead, { id: 1 }, { refresh: true })
  const agrees = head.size === sequence && head.hash === previousHash
  if (agrees) return { intact: true, size: sequence }
  return {
    intact: false,
    brokenAt: sequence + 1n,
    because: head.size > sequence ? 'missing' : 'head-differs',
  }
}

function faultOf(event: AuditEvent, expected: bigint, previousHash: string) {
  if (event.sequence !== expected) return 'missing'
  if (event.previousHash !== previousHash) return 'not-linked'
  const { person = null, organization = null, before = null, after = null, reason = null } = event
  const said = { ...event, person, organization, before, after, reason }
  return hashOf(said) === event.hash ? undefined : 'changed'
}
