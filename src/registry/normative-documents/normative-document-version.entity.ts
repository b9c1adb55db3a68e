import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { civilDate, instant } from '#db/columns.ts'
import { NormativeDocument } from './normative-document.entity.ts'

/** When an edition was said to be in force, from the moment that was recorded. */
const NormativeDocumentVersionSchema = defineEntity({
  name: 'NormativeDocumentVersion',
  tableName: 'normative_document_versions',
  properties: {
    id: p.uuid().primary(),
    document: () => p.manyToOne(NormativeDocument).ref(),
    inForceFrom: civilDate(),
    inForceTo: civilDate().nullable(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'normative_document_versions_document_index', properties: ['document'] }],
  triggers: appendOnly('normative_document_versions'),
})

export class NormativeDocumentVersion extends NormativeDocumentVersionSchema.class {}
NormativeDocumentVersionSchema.setClass(NormativeDocumentVersion)
