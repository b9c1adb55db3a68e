import { defineEntity, p } from '@mikro-orm/core'
import { instant } from '#db/columns.ts'
import { Organization } from '../../organizations/organization.entity.ts'
import { ApiKey } from '../api-key.entity.ts'
import { PersonIdentity } from '../person-identity.entity.ts'
import { Person } from '../person.entity.ts'

/** Somebody has signed in to the pages: by a key, or as whom an issuer knows them. What they may do stands there, and is read at each request. */
const PageSessionSchema = defineEntity({
  name: 'PageSession',
  tableName: 'page_sessions',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).ref(),
    /** That of the person: PostgreSQL shows sessions to their organization only. */
    organization: () => p.manyToOne(Organization).ref(),
    tokenHash: p.text(),
    key: () => p.manyToOne(ApiKey).ref().nullable().deleteRule('restrict'),
    /** The secret of the key by which it was opened: a session lasts no longer than that opens. */
    secretHash: p.text().nullable(),
    identity: () => p.manyToOne(PersonIdentity).ref().nullable().deleteRule('restrict'),
    openedAt: instant(),
    /** Within the minute: it is not written with every request. */
    lastSeenAt: instant(),
    expiresAt: instant(),
    endedAt: instant().nullable(),
  },
  uniques: [{ name: 'page_sessions_token_hash_unique', properties: ['tokenHash'] }],
  indexes: [
    { name: 'page_sessions_organization_index', properties: ['organization', 'id'] },
    { name: 'page_sessions_person_index', properties: ['person', 'id'] },
  ],
  checks: [
    { name: 'page_sessions_rests_check', expression: 'num_nonnulls(key_id, identity_id) = 1' },
    { name: 'page_sessions_secret_check', expression: '(key_id is null) = (secret_hash is null)' },
    { name: 'page_sessions_token_hash_check', expression: `token_hash ~ '^[0-9a-f]{64}$'` },
    { name: 'page_sessions_times_check', expression: 'expires_at > opened_at' },
  ],
})

export class PageSession extends PageSessionSchema.class {}
PageSessionSchema.setClass(PageSession)
