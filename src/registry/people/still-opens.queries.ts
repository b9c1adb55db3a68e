import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'

/**
 * Whether what somebody has shown opens still: the key is neither revoked nor expired, and the session has not ended, nor what it rests on.
 * Asked by answers that go on; how idle a session is they do not ask, and of a token they are told nothing.
 */
export async function stillOpens(em: EntityManager, { key, session }: Actor, now: Date): Promise<boolean> {
  if (session !== undefined) return isThere(em, openSession, { session, now })
  return key === undefined || isThere(em, openKey, { key, now })
}

const living = 'k.revoked_at is null and (k.expires_at is null or k.expires_at > :now)'

const openKey = `select exists (select 1 from api_keys k where k.id = :key and ${living}) as "is"`

const openSession = `
  select exists (
    select 1 from page_sessions s
      left join api_keys k on k.id = s.key_id and ${living}
      left join person_identities i on i.id = s.identity_id and i.ended_at is null
     where s.id = :session and s.ended_at is null and s.expires_at > :now and num_nonnulls(k.id, i.id) = 1) as "is"`

async function isThere(em: EntityManager, sql: string, values: object): Promise<boolean> {
  const [found] = await em.execute<{ is: boolean }[]>(sql, values as Record<string, unknown>)
  return found?.is === true
}
