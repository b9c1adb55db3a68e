import { defineEntity, p } from '@mikro-orm/core'
import { instant } from '#db/columns.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'

/** A calendar sends no header: its key stands in the address, and therefore opens this list and nothing else. */
const FeedKeySchema = defineEntity({
  name: 'FeedKey',
  tableName: 'feed_keys',
  properties: {
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization).ref(),
    secretHash: p.text(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
    revokedAt: instant().nullable(),
  },
  uniques: [{ name: 'feed_keys_secret_hash_unique', properties: ['secretHash'] }],
  checks: [{ name: 'feed_keys_secret_hash_check', expression: `secret_hash ~ '^[0-9a-f]{64}$'` }],
})

export class FeedKey extends FeedKeySchema.class {}
FeedKeySchema.setClass(FeedKey)
