import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { EquipmentRestrictionEnding } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from '../../people/may.ts'
import { Person } from '../../people/person.entity.ts'
import { EquipmentRestrictionEnd, type EquipmentRestriction } from './equipment-restriction.entity.ts'
import { restrictionDatesReversed, restrictionEnded } from './limited-use.refusals.ts'

/** A restriction is lifted once, and stays for the days on which it held; it can be recorded anew. */
export async function endRestriction(
  em: EntityManager,
  asked: { readonly restriction: EquipmentRestriction; readonly stated: EquipmentRestrictionEnding },
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const { restriction, stated } = asked
  const { validTo, reason } = stated
  requireOwn(actor, restriction.equipment.getEntity().owner.id)
  if (restriction.ends.length > 0) throw restrictionEnded(restrictionEnded.definition.title)
  if (validTo < restriction.validFrom) {
    const { validFrom } = restriction
    const detail = { en: `It began on ${validFrom}`, zh: `起始日期为 ${validFrom}` }
    throw restrictionDatesReversed(detail, {}, { pointer: '/validTo' })
  }
  em.create(EquipmentRestrictionEnd, {
    id: v7(),
    restriction,
    validTo,
    reason,
    recordedBy: em.getReference(Person, actor.person.id),
    recordedAt: now,
  })
  await em.flush()
  await em.populate(restriction, ['ends.recordedBy'])
}
