import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { civilDate, instant, oneOf } from '#db/columns.ts'
import { Competence } from '../competences/competence.entity.ts'
import { MetrologicalReference } from './metrological-reference.entity.ts'

export const evidenceKinds = [
  'comparison',
  'national-standard-certificate',
  'kcdb-cmc',
  'realization-procedure',
  'producer-competence',
  'crm-certificate',
  'jctlm-listing',
  'national-crm-approval',
  'utc-report',
  'procedure',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** A root has nothing above it: what supports it is recorded here, each piece with its own validity. */
const ReferenceEvidenceSchema = defineEntity({
  name: 'ReferenceEvidence',
  tableName: 'reference_evidence',
  properties: {
    id: p.uuid().primary(),
    reference: () => p.manyToOne(MetrologicalReference).ref(),
    kind: oneOf(evidenceKinds),
    description: p.text(),
    source: p.text(),
    competence: () => p.manyToOne(Competence).ref().nullable().deleteRule('restrict'),
    validFrom: civilDate(),
    validTo: civilDate().nullable(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'reference_evidence_reference_index', properties: ['reference'] }],
  checks: [
    { name: 'reference_evidence_dates_check', expression: 'valid_to is null or valid_to >= valid_from' },
  ],
  triggers: appendOnly('reference_evidence'),
})

export class ReferenceEvidence extends ReferenceEvidenceSchema.class {}
ReferenceEvidenceSchema.setClass(ReferenceEvidence)
