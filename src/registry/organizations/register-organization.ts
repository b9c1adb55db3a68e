import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { OrganizationEntry, OrganizationRevision } from '#contract/types.ts'
import { Organization } from './organization.entity.ts'
import { legalIdentifierTaken, organizationCodeTaken, siteRepeated } from './organization.refusals.ts'
import { recordVersion } from './record-version.ts'

/** ISO/IEC 17025:2017, 5.1: a laboratory is, or is part of, a legal entity that can be identified. */
export async function registerOrganization(
  em: EntityManager,
  stated: OrganizationEntry,
  now: Date,
): Promise<Organization> {
  const namesake = await em.findOne(Organization, { code: stated.code })
  if (namesake) {
    throw organizationCodeTaken(
      { en: `${stated.code} is another organization`, zh: `${stated.code} 已是另一机构的代码` },
      { organization: namesake.id },
      { pointer: '/code' },
    )
  }
  await refuseTakenIdentity(em, stated)

  const organization = em.create(Organization, {
    id: v7(),
    code: stated.code,
    ...statedMembers(stated),
    recordedAt: now,
  })
  recordVersion(em, organization, now)
  await em.flush()
  return organization
}

/** What is left out is no longer so. */
export const statedMembers = (stated: OrganizationRevision) => ({
  name: stated.name,
  legalIdentifier: stated.legalIdentifier ?? null,
  economy: stated.economy,
  roles: stated.roles,
  sites: stated.sites ?? [],
  fictional: stated.fictional ?? false,
})

/** Nobody else is registered under this legal identifier, and no site is stated twice. */
export async function refuseTakenIdentity(
  em: EntityManager,
  { economy, legalIdentifier, sites = [] }: OrganizationRevision,
  itself?: string,
): Promise<void> {
  const repeated = sites.findIndex(({ code }, i) => sites.findIndex((other) => other.code === code) < i)
  if (repeated >= 0) {
    const code = sites[repeated]?.code ?? ''
    throw siteRepeated(
      { en: `The site ${code} is stated twice`, zh: `场所 ${code} 重复` },
      {},
      { pointer: `/sites/${repeated}/code` },
    )
  }
  if (legalIdentifier === undefined) return
  const other = await em.findOne(Organization, { economy, legalIdentifier })
  if (!other || other.id === itself) return
  throw legalIdentifierTaken(
    { en: `${legalIdentifier} is ${other.code}`, zh: `${legalIdentifier} 是机构 ${other.code}` },
    { organization: other.id },
    { pointer: '/legalIdentifier' },
  )
}
