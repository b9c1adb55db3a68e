import type { EntityManager } from '@mikro-orm/postgresql'
import { afterId, inOrderOfId } from '#db/list.ts'
import type { Equipment } from '../equipment.entity.ts'
import { EquipmentRestriction } from './equipment-restriction.entity.ts'
import { unknownRestriction } from './limited-use.refusals.ts'

const populate = ['equipment', 'component', 'measurandKind', 'recordedBy', 'ends.recordedBy'] as const

export async function restrictionAt(em: EntityManager, id: string): Promise<EquipmentRestriction> {
  const found = await em.findOne(EquipmentRestriction, { id }, { populate })
  if (found) return found
  throw unknownRestriction(
    { en: `None has the identifier ${id}`, zh: `没有标识为 ${id} 的限用记录` },
    {},
    { pointer: '/id' },
  )
}

/** In the order in which they were recorded. */
export const restrictionsListed = (
  em: EntityManager,
  equipment: Equipment,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<EquipmentRestriction[]> =>
  em.find(
    EquipmentRestriction,
    { $and: [{ equipment }, afterId(page.after)] },
    { ...inOrderOfId, limit: page.limit, populate },
  )
