import { defineEntity, p } from '@mikro-orm/core'
import { civilDate, document, instant, type LocalizedText } from '#db/columns.ts'

const NormativeDocumentSchema = defineEntity({
  name: 'NormativeDocument',
  tableName: 'normative_documents',
  properties: {
    id: p.uuid().primary(),
    /** As it is cited: `JJG 99-2022`. */
    code: p.text(),
    number: p.text(),
    edition: p.text(),
    title: document<LocalizedText | string>(),
    inForceFrom: civilDate(),
    inForceTo: civilDate().nullable(),
    replacedBy: p.text().nullable(),
    recordedAt: instant(),
    version: p.integer().version(),
  },
  uniques: [
    { name: 'normative_documents_code_unique', properties: ['code'] },
    { name: 'normative_documents_edition_unique', properties: ['number', 'edition'] },
  ],
  checks: [
    {
      name: 'normative_documents_dates_check',
      expression: 'in_force_to is null or in_force_to >= in_force_from',
    },
  ],
})

export class NormativeDocument extends NormativeDocumentSchema.class {}
NormativeDocumentSchema.setClass(NormativeDocument)
