import { defineEntity, p } from '@mikro-orm/core'
import { instant, oneOf } from '#db/columns.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'

export const competenceKinds = [
  'kcdb-cmc',
  'accreditation',
  'standard-examination',
  'legal-authorization',
  'reference-material-producer',
  'proficiency-testing-provider',
  'documented-evidence',
] as const
export type CompetenceKind = (typeof competenceKinds)[number]

const CompetenceSchema = defineEntity({
  name: 'Competence',
  tableName: 'competences',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    organization: () => p.manyToOne(Organization).ref(),
    kind: oneOf(competenceKinds),
    issuer: p.text(),
    number: p.text(),
    measurandKind: () => p.manyToOne(MeasurandKind).ref(),
    recordedAt: instant(),
    version: p.integer().version(),
  },
  uniques: [{ name: 'competences_code_unique', properties: ['code'] }],
  indexes: [{ name: 'competences_organization_index', properties: ['organization', 'measurandKind'] }],
})

export class Competence extends CompetenceSchema.class {}
CompetenceSchema.setClass(Competence)
