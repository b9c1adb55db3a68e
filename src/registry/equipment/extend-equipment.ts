import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { EquipmentComponent } from '#contract/types.ts'
import { olderVersion } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from '../people/may.ts'
import { addComponents } from './add-components.ts'
import type { Equipment } from './equipment.entity.ts'

/** A component is added and never taken away: its calibrations stay. */
export async function extendEquipment(
  em: EntityManager,
  asked: { equipment: Equipment; component: EquipmentComponent; seenVersion: number },
  { actor, now }: { actor: Actor; now: Date },
): Promise<void> {
  const { equipment, component, seenVersion } = asked
  requireOwn(actor, equipment.owner.id)
  await em.lock(equipment, LockMode.OPTIMISTIC, seenVersion)

  await addComponents(em, { equipment, components: [component], pointer: '' }, now)
  await em.flush()
  const [moved] = await em.execute<{ version: number }[]>(
    'update equipment set version = version + 1 where id = ? and version = ? returning version',
    [equipment.id, seenVersion],
  )
  if (!moved) throw olderVersion(olderVersion.definition.title)
  await em.refresh(equipment)
}
