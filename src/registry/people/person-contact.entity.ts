import { defineEntity, p } from '@mikro-orm/core'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from './person.entity.ts'

/** How a person is reached: their organization's business, while the name stands on certificates for everybody. */
const PersonContactSchema = defineEntity({
  name: 'PersonContact',
  tableName: 'person_contacts',
  primaryKeys: ['person'],
  properties: {
    person: () => p.manyToOne(Person).primary().ref().deleteRule('restrict').updateRule('restrict'),
    organization: () => p.manyToOne(Organization).ref(),
    email: p.text(),
  },
})

export class PersonContact extends PersonContactSchema.class {}
PersonContactSchema.setClass(PersonContact)
