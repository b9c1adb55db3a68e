import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { ReferenceRevision } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from '../people/may.ts'
import type { MetrologicalReference } from './metrological-reference.entity.ts'

/** Its figures stay: results rest on them. Other figures are another reference. */
export async function reviseReference(
  em: EntityManager,
  asked: { reference: MetrologicalReference; stated: ReferenceRevision; seenVersion: number; actor: Actor },
): Promise<MetrologicalReference> {
  const { reference, stated, seenVersion, actor } = asked
  requireOwn(actor, reference.holder.id)
  await em.lock(reference, LockMode.OPTIMISTIC, seenVersion)

  Object.assign(reference, { name: stated.name, source: stated.source })
  await em.flush()
  return reference
}
