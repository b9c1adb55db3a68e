import type { OrganizationRecord } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { Organization } from './organization.entity.ts'

export const viewOrganization = (row: Organization): OrganizationRecord =>
  withoutNulls({
    id: row.id,
    code: row.code,
    name: row.name,
    legalIdentifier: row.legalIdentifier ?? null,
    economy: row.economy,
    roles: row.roles,
    sites: row.sites,
    fictional: row.fictional,
    recordedAt: row.recordedAt.toISOString(),
    version: row.version,
  })
