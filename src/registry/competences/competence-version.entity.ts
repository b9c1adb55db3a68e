import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { civilDate, document, instant, reportedNumber } from '#db/columns.ts'
import type { StatedCapability } from '#metrology/competence/stated-capability.ts'
import { Competence } from './competence.entity.ts'

/** A range of one influence parameter, as stated. */
export interface StatedParameterRange {
  readonly name: string
  readonly lower: string
  readonly upper: string
  readonly unit: string
}

/** What the line said from one day to another. A change of scope is a new version; the old one stays. */
const CompetenceVersionSchema = defineEntity({
  name: 'CompetenceVersion',
  tableName: 'competence_versions',
  properties: {
    id: p.uuid().primary(),
    competence: () => p.manyToOne(Competence).ref(),
    sequence: p.integer(),
    lower: reportedNumber(),
    upper: reportedNumber(),
    unit: p.text(),
    parameters: document<readonly StatedParameterRange[]>(),
    method: p.text().nullable(),
    site: p.text().nullable(),
    uncertainty: document<StatedCapability>().nullable(),
    validFrom: civilDate(),
    validTo: civilDate().nullable(),
    reason: p.text().nullable(),
    recordedAt: instant(),
  },
  uniques: [{ name: 'competence_versions_sequence_unique', properties: ['competence', 'sequence'] }],
  checks: [
    { name: 'competence_versions_dates_check', expression: 'valid_to is null or valid_to >= valid_from' },
    { name: 'competence_versions_range_check', expression: 'lower <= upper' },
  ],
  triggers: appendOnly('competence_versions'),
})

export class CompetenceVersion extends CompetenceVersionSchema.class {}
CompetenceVersionSchema.setClass(CompetenceVersion)
