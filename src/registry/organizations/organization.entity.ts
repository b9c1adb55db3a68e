import { defineEntity, p } from '@mikro-orm/core'
import { document, instant, someOf, type LocalizedText } from '#db/columns.ts'

export const organizationRoles = [
  'national-metrology-institute',
  'designated-institute',
  'legal-metrology-institute',
  'industry-test-centre',
  'calibration-laboratory',
  'enterprise',
  'accreditation-body',
  'regulator',
  'proficiency-testing-provider',
  'reference-material-producer',
] as const
export type OrganizationRole = (typeof organizationRoles)[number]

export interface Site {
  readonly code: string
  readonly address: LocalizedText | string
}

const OrganizationSchema = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: document<LocalizedText | string>(),
    legalIdentifier: p.text().nullable(),
    economy: p.text(),
    roles: someOf<typeof organizationRoles>(),
    sites: document<readonly Site[]>(),
    fictional: p.boolean().default(false),
    recordedAt: instant(),
    version: p.integer().version(),
  },
  uniques: [
    { name: 'organizations_code_unique', properties: ['code'] },
    { name: 'organizations_legal_identifier_unique', properties: ['economy', 'legalIdentifier'] },
  ],
  checks: [
    {
      name: 'organizations_roles_check',
      expression: `roles <@ array[${organizationRoles.map((r) => `'${r}'`).join(', ')}]`,
    },
    { name: 'organizations_economy_check', expression: `economy ~ '^[A-Z]{2}$'` },
  ],
})

export class Organization extends OrganizationSchema.class {}
OrganizationSchema.setClass(Organization)
