import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { document, instant } from '#db/columns.ts'
import type { MappingRule } from '#exchange/dcc/mapping/mapping.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'

/** What the columns of an issuer's certificates mean, answered once by who uses them. Another answer is another mapping. */
const DccMappingSchema = defineEntity({
  name: 'DccMapping',
  tableName: 'dcc_mappings',
  properties: {
    id: p.uuid().primary(),
    code: p.text().unique('dcc_mappings_code_unique'),
    issuer: () => p.manyToOne(Organization).ref(),
    /** Who answered. */
    organization: () => p.manyToOne(Organization).ref(),
    description: p.text().nullable(),
    rules: document<readonly MappingRule[]>(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'dcc_mappings_issuer_index', properties: ['issuer', 'id'] }],
  triggers: appendOnly('dcc_mappings'),
})

export class DccMapping extends DccMappingSchema.class {}
DccMappingSchema.setClass(DccMapping)
