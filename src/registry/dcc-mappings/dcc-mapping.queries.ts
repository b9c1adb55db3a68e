import type { EntityManager } from '@mikro-orm/postgresql'
import { byKey } from '#db/natural-key.ts'
import { DccMapping } from './dcc-mapping.entity.ts'
import { noSuchMapping, unknownMapping } from './dcc-mapping.refusals.ts'

const populate = ['issuer', 'organization', 'recordedBy'] as const

/** The mapping that a path names. */
export async function mappingAt(em: EntityManager, key: string) {
  const found = await em.findOne(DccMapping, byKey(key), { populate })
  if (found) return found
  throw unknownMapping({ en: `None is called ${key}`, zh: `没有名为 ${key} 的映射` }, {}, { pointer: '/id' })
}

export type MappingShown = Awaited<ReturnType<typeof mappingAt>>

/** The mapping that a member of a request names. */
export async function mappingNamed(em: EntityManager, code: string, pointer: string): Promise<MappingShown> {
  const found = await em.findOne(DccMapping, byKey(code), { populate })
  if (found) return found
  throw noSuchMapping(
    { en: `None has the code ${code}`, zh: `没有代码为 ${code} 的映射` },
    { code },
    { pointer },
  )
}

/** The mappings of an issuer that an organization has answered itself, the newest first. */
export const mappingsOf = (
  em: EntityManager,
  of: { readonly issuer: string; readonly organization: string },
) =>
  em.find(
    DccMapping,
    { issuer: { id: of.issuer }, organization: { id: of.organization } },
    { populate, orderBy: { id: 'desc' }, limit: 50 },
  )

export const mappingsListed = (
  em: EntityManager,
  asked: { readonly issuer?: string; readonly after?: string; readonly limit: number },
) =>
  em.find(
    DccMapping,
    {
      ...(asked.issuer !== undefined && { issuer: { code: asked.issuer } }),
      ...(asked.after !== undefined && { id: { $lt: asked.after } }),
    },
    { populate, orderBy: { id: 'desc' }, limit: asked.limit },
  )
