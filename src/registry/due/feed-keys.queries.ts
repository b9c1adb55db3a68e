import { createHash, randomBytes } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { asNode } from '#db/tenancy/standing.ts'
import type { Actor } from '#http/actor.ts'
import { FeedKey } from './feed-key.entity.ts'
import { unknownFeedKey } from './due.refusals.ts'

/** 256 bits; what is kept is its hash, from which nobody gets it back. */
export const newFeedKey = (): string => `etl_feed_${randomBytes(32).toString('hex')}`

export const hashOfFeedKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** Of which organization a key opens the list; null for a key that opens nothing. */
export async function ownerByFeedKey(em: EntityManager, key: string): Promise<string | null> {
  // Before it is found, nobody knows for whom it is asked.
  const found = await asNode(em, () =>
    em.findOne(FeedKey, { secretHash: hashOfFeedKey(key), revokedAt: null }, { populate: ['organization'] }),
  )
  return found?.organization.getEntity().code ?? null
}

export async function feedKeyOf(em: EntityManager, id: string, actor: Actor): Promise<FeedKey> {
  const found = await em.findOne(FeedKey, {
    id,
    organization: { id: actor.organization.id },
    revokedAt: null,
  })
  if (found) return found
  throw unknownFeedKey(
    { en: `None is called ${id}`, zh: `没有标识为 ${id} 的订阅密钥` },
    {},
    { pointer: '/id' },
  )
}
