import { defineEntity, p } from '@mikro-orm/core'
import { computedNumber, document, instant, oneOf, reportedNumber, type LocalizedText } from '#db/columns.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'

/** VIM 2.41, note 1: what a traceability chain ends in. */
export const referenceKinds = [
  'si-realization',
  'intrinsic-standard',
  'national-standard',
  'certified-reference-material',
  'utc',
  'agreed-procedure',
] as const
export type ReferenceKind = (typeof referenceKinds)[number]

const MetrologicalReferenceSchema = defineEntity({
  name: 'MetrologicalReference',
  tableName: 'metrological_references',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    kind: oneOf(referenceKinds),
    holder: () => p.manyToOne(Organization).ref(),
    name: document<LocalizedText | string>(),
    measurandKind: () => p.manyToOne(MeasurandKind).ref(),
    value: reportedNumber(),
    standardUncertainty: reportedNumber(),
    unit: p.text(),
    /** Null: infinite. */
    degreesOfFreedom: computedNumber().nullable(),
    /** Where the figures are published. */
    source: p.text(),
    recordedAt: instant(),
    version: p.integer().version(),
  },
  uniques: [{ name: 'metrological_references_code_unique', properties: ['code'] }],
  checks: [
    { name: 'metrological_references_uncertainty_check', expression: 'standard_uncertainty > 0' },
    { name: 'metrological_references_freedom_check', expression: 'degrees_of_freedom > 0' },
  ],
})

export class MetrologicalReference extends MetrologicalReferenceSchema.class {}
MetrologicalReferenceSchema.setClass(MetrologicalReference)
