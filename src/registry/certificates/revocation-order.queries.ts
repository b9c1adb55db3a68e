import type { EntityManager } from '@mikro-orm/postgresql'

/** Any number, as long as every Etalon uses the same; migrations have their own. */
const revocations = 7_014_236_802

/**
 * Issue and revocation take turns. Whoever issues holds this until the certificate is committed, together with others who
 * issue; whoever revokes waits for all of them, and they for him. So a certificate either comes before a revocation anywhere
 * in its chain, or its rules see it. One lock for all: a lock on each certificate of a chain would be some hundred row
 * versions for every issue, and revocations are rare. Waiting is first come, first served: nobody starves.
 */
export const beforeAnyRevocation = (em: EntityManager) =>
  em.execute('select pg_advisory_xact_lock_shared(?::bigint)', [revocations])

export const afterEveryIssue = (em: EntityManager) =>
  em.execute('select pg_advisory_xact_lock(?::bigint)', [revocations])

/**
 * What is committed counts, whatever the time written on it: a revocation that arrived a moment later and was faster has
 * been seen by others already.
 */
export const everythingCommitted = new Date(8.64e15)
