import { defineEntity, p } from '@mikro-orm/core'
import { instant, someOf } from '#db/columns.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { roles } from './api-key.entity.ts'
import { Person } from './person.entity.ts'

const current = { where: 'ended_at is null' } as const

/** As whom an issuer of tokens (OpenID Connect) knows a person, and the roles of whoever comes with such a token. */
const PersonIdentitySchema = defineEntity({
  name: 'PersonIdentity',
  tableName: 'person_identities',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).ref(),
    organization: () => p.manyToOne(Organization).ref(),
    issuer: p.text(),
    /** `sub`, which never changes; or else an address that the issuer has verified. */
    subject: p.text().nullable(),
    email: p.text().nullable(),
    roles: someOf<typeof roles>(),
    /** Of what the roles may do only this; all of it, if not stated. */
    scopes: someOf<readonly string[]>().nullable(),
    recordedAt: instant(),
    endedAt: instant().nullable(),
    version: p.integer().version(),
  },
  uniques: [
    { name: 'person_identities_subject_unique', properties: ['issuer', 'subject'], ...current },
    { name: 'person_identities_email_unique', properties: ['issuer', 'email'], ...current },
  ],
  indexes: [{ name: 'person_identities_person_index', properties: ['person', 'id'] }],
  checks: [
    { name: 'person_identities_named_check', expression: 'num_nonnulls(subject, email) = 1' },
    {
      name: 'person_identities_roles_check',
      expression: `roles <@ array[${roles.map((r) => `'${r}'`).join(', ')}]`,
    },
  ],
})

export class PersonIdentity extends PersonIdentitySchema.class {}
PersonIdentitySchema.setClass(PersonIdentity)
