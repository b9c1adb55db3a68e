import { defineEntity, p } from '@mikro-orm/core'
import { instant, someOf } from '#db/columns.ts'
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
] as const
export type Role = (typeof roles)[number]

const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).ref(),
    prefix: p.text(),
    secretHash: p.text(),
    roles: someOf<typeof roles>(),
    recordedAt: instant(),
    expiresAt: instant().nullable(),
    revokedAt: instant().nullable(),
    version: p.integer().version(),
  },
  uniques: [{ name: 'api_keys_secret_hash_unique', properties: ['secretHash'] }],
  checks: [
    {
      name: 'api_keys_roles_check',
      expression: `roles <@ array[${roles.map((r) => `'${r}'`).join(', ')}]`,
    },
    { name: 'api_keys_secret_hash_check', expression: `secret_hash ~ '^[0-9a-f]{64}$'` },
  ],
})

export class ApiKey extends ApiKeySchema.class {}
ApiKeySchema.setClass(ApiKey)
