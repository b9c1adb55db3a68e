import { defineEntity, p } from '@mikro-orm/core'
import { instant } from '#db/columns.ts'
import { Organization } from '../organizations/organization.entity.ts'

const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'people',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    organization: () => p.manyToOne(Organization).ref(),
    name: p.text(),
    recordedAt: instant(),
    version: p.integer().version(),
  },
  uniques: [{ name: 'people_code_unique', properties: ['code'] }],
})

export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person)
