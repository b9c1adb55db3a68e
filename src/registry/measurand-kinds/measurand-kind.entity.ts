import { defineEntity, p } from '@mikro-orm/core'
import { document, instant, type LocalizedText } from '#db/columns.ts'

/** An influence parameter of a measurand (frequency, load, temperature, medium …). */
export interface KindParameter {
  readonly name: string
  readonly unit: string
}

const MeasurandKindSchema = defineEntity({
  name: 'MeasurandKind',
  tableName: 'measurand_kinds',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: document<LocalizedText | string>(),
    quantityKind: p.text(),
    taxon: p.text().nullable(),
    unit: p.text(),
    parameters: document<readonly KindParameter[]>(),
    recordedAt: instant(),
    version: p.integer().version(),
  },
  uniques: [{ name: 'measurand_kinds_code_unique', properties: ['code'] }],
})

export class MeasurandKind extends MeasurandKindSchema.class {}
MeasurandKindSchema.setClass(MeasurandKind)
