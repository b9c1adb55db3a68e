import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql'
import type { UsageSearch } from '#contract/types.ts'
import { stated } from '#db/list.ts'
import { byKey } from '#db/natural-key.ts'
import { Equipment } from '../equipment/equipment.entity.ts'
import { Usage } from './usage.entity.ts'
import { noSuchEquipment, unknownUsage } from './usage.refusals.ts'

const populate = ['equipment', 'component', 'measurandKind', 'operator', 'recordedBy'] as const

/** The equipment that a record of use names. */
export async function equipmentUsed(em: EntityManager, key: string): Promise<Equipment> {
  const found = await em.findOne(Equipment, byKey(key))
  if (found) return found
  throw noSuchEquipment(
    { en: `No equipment has the code ${key}`, zh: `没有代码为 ${key} 的设备` },
    { equipment: key },
    { pointer: '/equipment' },
  )
}

/** One of the organization's own, or any for an administrator; another's is answered as one that does not exist. */
export async function usageAt(
  em: EntityManager,
  id: string,
  organization: string | undefined,
): Promise<Usage> {
  const own = organization === undefined ? {} : { equipment: { owner: organization } }
  const found = await em.findOne(Usage, { id, ...own }, { populate })
  if (found) return found
  throw unknownUsage({ en: `None is ${id}`, zh: `没有 ${id}` }, {}, { pointer: '/id' })
}

/** In no order. */
export const usagesIdentified = (em: EntityManager, ids: readonly string[]): Promise<Usage[]> =>
  em.find(Usage, { id: [...ids] }, { populate, disableIdentityMap: true })

/** What is asked for: by whose equipment, and which of it. */
export type UsagesAsked = Omit<UsageSearch, 'limit' | 'cursor'> & {
  readonly organization: string | undefined
}

export interface UsagePlace {
  readonly usedAt: Date
  readonly id: string
}

/** In the order of time. */
export const usagesListed = (
  em: EntityManager,
  asked: UsagesAsked,
  page: { readonly after: UsagePlace | undefined; readonly limit: number },
): Promise<Usage[]> =>
  em.find(
    Usage,
    { $and: [matching(asked), afterPlace(page.after)] },
    { populate, orderBy: { usedAt: 'asc', id: 'asc' }, limit: page.limit, disableIdentityMap: true },
  )

function matching(asked: UsagesAsked): FilterQuery<Usage> {
  const { organization, equipment, component, from, to, job, product, batch } = asked
  const window = {
    ...(from !== undefined && { $gte: new Date(from) }),
    ...(to !== undefined && { $lte: new Date(to) }),
  }
  const item = {
    ...(equipment !== undefined && byKey(equipment)),
    ...(organization !== undefined && { owner: organization }),
  }
  return {
    ...stated({ job, product, batch }),
    ...(Object.keys(item).length > 0 && { equipment: item }),
    ...(component !== undefined && { component: { code: component } }),
    ...(Object.keys(window).length > 0 && { usedAt: window }),
  }
}

const afterPlace = (after: UsagePlace | undefined): FilterQuery<Usage> =>
  after === undefined
    ? {}
    : { $or: [{ usedAt: { $gt: after.usedAt } }, { usedAt: after.usedAt, id: { $gt: after.id } }] }
