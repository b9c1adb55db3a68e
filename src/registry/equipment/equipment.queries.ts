import { LockMode, raw, type EntityManager } from '@mikro-orm/postgresql'
import type { EquipmentEventSearch, EquipmentSearch } from '#contract/types.ts'
import { afterCode, afterId, inOrderOfCode, inOrderOfId, mentions, stated } from '#db/list.ts'
import { byKey } from '#db/natural-key.ts'
import type { Actor } from '#http/actor.ts'
import { ownEquipmentOnly } from '../people/may.ts'
import { Component } from './component.entity.ts'
import { EquipmentEvent } from './equipment-event.entity.ts'
import { Equipment } from './equipment.entity.ts'
import { unknownComponent, unknownEquipment } from './equipment.refusals.ts'

const populate = ['owner', 'components.intervals.measurandKind'] as const

/** The equipment that a path names, with its components. */
export async function equipmentAt(em: EntityManager, key: string): Promise<Equipment> {
  const found = await em.findOne(Equipment, byKey(key), { populate })
  if (found) return found
  throw noneAt(key)
}

const noneAt = (key: string) =>
  unknownEquipment(
    { en: `No equipment has the code or identifier ${key}`, zh: `没有代码或标识为 ${key} 的设备` },
    {},
    { pointer: '/id' },
  )

/** As `equipmentAt`, for whoever may see it: to those who look after their own equipment that of others is not there. */
export async function equipmentSeen(em: EntityManager, key: string, actor: Actor): Promise<Equipment> {
  const owner = ownEquipmentOnly(actor)
  const equipment = await em.findOne(Equipment, byKey(key), { populate })
  if (equipment && (owner === undefined || equipment.owner.id === owner)) return equipment
  throw noneAt(key)
}

/** As `equipmentAt`, and others who want to change it wait: what is read under the lock is what is changed. */
export async function equipmentHeld(em: EntityManager, key: string): Promise<Equipment> {
  await em.findOne(Equipment, byKey(key), { lockMode: LockMode.PESSIMISTIC_WRITE })
  return equipmentAt(em, key)
}

export async function componentNamed(em: EntityManager, equipment: Equipment, code: string) {
  const found = await em.findOne(Component, { equipment, code })
  if (found) return found
  throw unknownComponent(
    { en: `${equipment.code} has no component ${code}`, zh: `设备 ${equipment.code} 没有部件 ${code}` },
    {},
    { pointer: '/component' },
  )
}

interface Page<Value> {
  readonly after: Value
  readonly limit: number
}

export const equipmentListed = (
  em: EntityManager,
  { owner, level, state, measurandKind, dueBefore, q }: EquipmentSearch,
  ownOnly: string | undefined,
  page: Page<string | number | undefined>,
): Promise<Equipment[]> =>
  em.find(
    Equipment,
    {
      $and: [
        stated({ level, state }),
        owner === undefined ? {} : { owner: byKey(owner) },
        ownOnly === undefined ? {} : { owner: ownOnly },
        measurandKind === undefined
          ? {}
          : { components: { $some: { intervals: { $some: { measurandKind: byKey(measurandKind) } } } } },
        dueBefore === undefined ? {} : { [isDueBefore(dueBefore)]: [] },
        mentions<Equipment>(q),
        afterCode(page.after),
      ],
    },
    { ...inOrderOfCode, limit: page.limit, populate },
  )

/**
 * The owner's interval is reckoned from the measurement (ISO/IEC 17025:2017, 6.4.7): due is what was last calibrated
 * longer ago, or never. What is no longer used is not due.
 */
const isDueBefore = (day: string) =>
  raw(
    (alias) => `${alias}.state not in ('retired', 'lost') and ${alias}.calibration_interval_months is not null
      and coalesce((select max(c.finished_at) from calibrations c where c.equipment_id = ${alias}.id
                    and c.state = 'authorised')
                   + make_interval(months => ${alias}.calibration_interval_months) < ?::date, true)`,
    [day],
  )

/** In the order in which they were recorded. */
export const eventsListed = (
  em: EntityManager,
  equipment: Equipment,
  { kind }: EquipmentEventSearch,
  page: Page<string | undefined>,
): Promise<EquipmentEvent[]> =>
  em.find(
    EquipmentEvent,
    { $and: [{ equipment }, stated({ kind }), afterId(page.after)] },
    { ...inOrderOfId, limit: page.limit, populate: ['equipment', 'component', 'recordedBy'] },
  )
