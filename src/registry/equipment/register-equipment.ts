import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { EquipmentEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { organizationNamed } from '../organizations/organization.queries.ts'
import { requireOwn } from '../people/may.ts'
import { addComponents } from './add-components.ts'
import { equipmentMembers } from './state-equipment.ts'
import { Equipment } from './equipment.entity.ts'
import { recordProgramme } from './record-programme.ts'
import { recordVersion } from './record-version.ts'
import { equipmentCodeTaken, identityTaken } from './equipment.refusals.ts'

/** ISO/IEC 17025:2017, 6.4.13: identity, manufacturer, serial number, location, ranges. */
export async function registerEquipment(
  em: EntityManager,
  stated: EquipmentEntry,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Equipment> {
  const owner = await organizationNamed(em, stated.owner, '/owner')
  requireOwn(actor, owner.id, '/owner')
  const members = equipmentMembers(stated)
  const namesake = await em.findOne(Equipment, { code: stated.code })
  if (namesake) {
    throw equipmentCodeTaken(
      { en: `${stated.code} is other equipment`, zh: `${stated.code} 已是另一设备的代码` },
      { equipment: namesake.id },
      { pointer: '/code' },
    )
  }
  await refuseTakenIdentity(em, stated)

  const { code, firmware = null, state = 'in-service', components = [{ code: 'main' }] } = stated
  const identity = { id: v7(), code, owner, firmware, state }
  const equipment = em.create(Equipment, { ...identity, ...members, recordedAt: now })
  recordProgramme(em, equipment, now, true)
  recordVersion(em, equipment, now)
  await addComponents(em, { equipment, components, pointer: '/components' }, now)
  await em.flush()
  return equipment
}

/** Maker, type and serial number are one device. */
export async function refuseTakenIdentity(
  em: EntityManager,
  stated: Pick<EquipmentEntry, 'manufacturer' | 'model' | 'serialNumber'>,
  itself?: string,
): Promise<void> {
  const { manufacturer, model, serialNumber } = stated
  const other = await em.findOne(Equipment, { manufacturer, model, serialNumber })
  if (!other || other.id === itself) return
  throw identityTaken(
    {
      en: `${manufacturer} ${model} ${serialNumber} is ${other.code}`,
      zh: `${manufacturer} ${model} ${serialNumber} 是设备 ${other.code}`,
    },
    { equipment: other.id },
    { pointer: '/serialNumber' },
  )
}
