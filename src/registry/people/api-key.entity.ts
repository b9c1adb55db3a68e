import { defineEntity, p } from '@mikro-orm/core'
import { instant, someOf } from '#db/columns.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from './person.entity.ts'

/** Who may do what is decided by these words; the table that says so is `may.ts`. */
export const roles = [
  'administrator',
  'quality-manager',
  'technician',
  'reviewer',
  'signatory',
  'auditor',
  'integration',
  'enterprise-viewer',
] as const
export type Role = (typeof roles)[number]

const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).ref(),
    /** That of the person: PostgreSQL shows keys to their organization only. */
    organization: () => p.manyToOne(Organization).ref(),
    prefix: p.text(),
    secretHash: p.text(),
    roles: someOf<typeof roles>(),
    /** Of what the roles may do only this; all of it, if not stated. */
    scopes: someOf<readonly string[]>().nullable(),
    /** The only addresses and networks from which it opens anything; any, if not stated. */
    addresses: someOf<readonly string[]>().nullable(),
    /** The secret before the newest, and how long it still opens. */
    formerSecretHash: p.text().nullable(),
    formerUntil: instant().nullable(),
    /** Within the hour: it is not written with every request. */
    lastUsedAt: instant().nullable(),
    recordedAt: instant(),
    expiresAt: instant().nullable(),
    revokedAt: instant().nullable(),
    version: p.integer().version(),
  },
  uniques: [
    { name: 'api_keys_secret_hash_unique', properties: ['secretHash'] },
    { name: 'api_keys_former_secret_hash_unique', properties: ['formerSecretHash'] },
  ],
  indexes: [{ name: 'api_keys_organization_index', properties: ['organization', 'id'] }],
  checks: [
    {
      name: 'api_keys_roles_check',
      expression: `roles <@ array[${roles.map((r) => `'${r}'`).join(', ')}]`,
    },
    {
      name: 'api_keys_former_check',
      expression: '(former_secret_hash is null) = (former_until is null)',
    },
    { name: 'api_keys_secret_hash_check', expression: `secret_hash ~ '^[0-9a-f]{64}$'` },
  ],
})

export class ApiKey extends ApiKeySchema.class {}
ApiKeySchema.setClass(ApiKey)
