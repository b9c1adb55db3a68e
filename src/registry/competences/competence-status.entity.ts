import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { civilDate, instant, oneOf } from '#db/columns.ts'
import { Competence } from './competence.entity.ts'

export const competenceStatuses = ['active', 'suspended', 'withdrawn'] as const
export type CompetenceStatusWord = (typeof competenceStatuses)[number]

const CompetenceStatusSchema = defineEntity({
  name: 'CompetenceStatus',
  tableName: 'competence_statuses',
  properties: {
    id: p.uuid().primary(),
    competence: () => p.manyToOne(Competence).ref(),
    status: oneOf(competenceStatuses),
    effectiveFrom: civilDate(),
    reason: p.text(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'competence_statuses_competence_index', properties: ['competence'] }],
  triggers: appendOnly('competence_statuses'),
})

export class CompetenceStatus extends CompetenceStatusSchema.class {}
CompetenceStatusSchema.setClass(CompetenceStatus)
