import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import { Person } from '../people/person.entity.ts'
import { anchorSeen, type AnchorShown } from './trust-anchor.queries.ts'
import { anchorRetired } from './trust-anchor.refusals.ts'

/** It vouches for nobody any more. What it vouched for before stands: on that day it was trusted. */
export async function retireTrustAnchor(
  em: EntityManager,
  asked: { readonly id: string; readonly seenVersion: number; readonly cause: string },
  actor: Actor,
  now: Date,
): Promise<AnchorShown> {
  const anchor = await anchorSeen(em, asked.id, asked.seenVersion)
  if (anchor.retiredAt) throw anchorRetired(`Since ${anchor.retiredAt.toISOString()}`)
  const person = em.getReference(Person, actor.person.id, { wrapped: true })
  em.assign(anchor, { retiredAt: now, retiredBy: person, cause: asked.cause })
  await em.flush()
  return anchor
}
