import type { EntityManager } from '@mikro-orm/postgresql'
import type { OrganizationSearch } from '#contract/types.ts'
import { afterCode, inOrderOfCode, mentions, stated } from '#db/list.ts'
import { byKey } from '#db/natural-key.ts'
import { Organization } from './organization.entity.ts'
import { noSuchOrganization, unknownOrganization } from './organization.refusals.ts'

/** The organization that a path names. */
export async function organizationAt(em: EntityManager, key: string): Promise<Organization> {
  const found = await em.findOne(Organization, byKey(key))
  if (found) return found
  throw unknownOrganization(
    { en: `No organization has the code or identifier ${key}`, zh: `没有代码或标识为 ${key} 的机构` },
    {},
    { pointer: '/id' },
  )
}

/** The organization that a member of a body names. */
export async function organizationNamed(em: EntityManager, code: string, pointer: string) {
  const found = await em.findOne(Organization, byKey(code))
  if (found) return found
  throw noSuchOrganization(
    { en: `No organization has the code ${code}`, zh: `没有代码为 ${code} 的机构` },
    { organization: code },
    { pointer },
  )
}

/** In the order of the codes; one row more than the page holds. */
export const organizationsListed = (
  em: EntityManager,
  { role, economy, q }: OrganizationSearch,
  page: { readonly after: string | number | undefined; readonly limit: number },
): Promise<Organization[]> =>
  em.find(
    Organization,
    {
      $and: [
        stated({ economy }),
        role === undefined ? {} : { roles: { $contains: [role] } },
        mentions<Organization>(q),
        afterCode(page.after),
      ],
    },
    { ...inOrderOfCode, limit: page.limit },
  )
