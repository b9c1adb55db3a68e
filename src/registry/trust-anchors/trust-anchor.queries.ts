import type { EntityManager } from '@mikro-orm/postgresql'
import { olderVersion } from '#db/refused-by.ts'
import { unknownAnchor } from './trust-anchor.refusals.ts'
import { TrustAnchor } from './trust-anchor.entity.ts'

const populate = ['organization', 'recordedBy', 'retiredBy'] as const

export async function anchorAt(em: EntityManager, id: string) {
  const found = await em.findOne(TrustAnchor, { id }, { populate })
  if (found) return found
  throw unknownAnchor(
    { en: `None has the identifier ${id}`, zh: `没有标识为 ${id} 的信任锚` },
    {},
    { pointer: '/id' },
  )
}

/** The same for somebody who decides about it, and has seen how it stands. */
export async function anchorSeen(em: EntityManager, id: string, seenVersion: number) {
  const anchor = await anchorAt(em, id)
  if (anchor.version !== seenVersion) throw olderVersion(`The trust anchor is at "${anchor.version}"`)
  return anchor
}

export const anchorsListed = (em: EntityManager, page: { readonly after?: string; readonly limit: number }) =>
  em.find(TrustAnchor, page.after === undefined ? {} : { id: { $lt: page.after } }, {
    populate,
    orderBy: { id: 'desc' },
    limit: page.limit,
  })

export type AnchorShown = Awaited<ReturnType<typeof anchorAt>>

/** Who is trusted to vouch for the certificates of an organization; of all, where none is named. */
export const anchorsInForce = (em: EntityManager, organization?: string): Promise<TrustAnchor[]> =>
  em.find(
    TrustAnchor,
    {
      retiredAt: null,
      ...(organization !== undefined && {
        $or: [{ organization: null }, { organization: { id: organization } }],
      }),
    },
    { orderBy: { id: 'asc' }, limit: 200 },
  )
