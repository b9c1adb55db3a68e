import { defineEntity, p } from '@mikro-orm/core'
import type { ImpactFigure } from '#contract/types.ts'
import { appendOnly } from '#db/append-only.ts'
import { document } from '#db/columns.ts'
import { CalibrationResult } from '../calibrations/calibration-result.entity.ts'
import { Certificate } from '../certificates/certificate.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Recall } from './recall.entity.ts'

/** One result of the frozen set, with its figures as they were when the recall was opened. */
const RecallItemSchema = defineEntity({
  name: 'RecallItem',
  tableName: 'recall_items',
  properties: {
    id: p.uuid().primary(),
    recall: () => p.manyToOne(Recall).ref(),
    result: () => p.manyToOne(CalibrationResult).ref(),
    /** The version that stated the result when the set was frozen. */
    certificate: () => p.manyToOne(Certificate).ref(),
    issuer: () => p.manyToOne(Organization).ref(),
    owner: () => p.manyToOne(Organization).ref(),
    depth: p.integer(),
    before: document<ImpactFigure>(),
    after: document<ImpactFigure>(),
    flipped: p.boolean(),
    lost: p.boolean(),
  },
  uniques: [{ name: 'recall_items_result_unique', properties: ['recall', 'result'] }],
  indexes: [
    { name: 'recall_items_recall_index', properties: ['recall', 'id'] },
    { name: 'recall_items_certificate_index', properties: ['certificate'] },
    { name: 'recall_items_result_index', properties: ['result'] },
  ],
  triggers: appendOnly('recall_items'),
})

export class RecallItem extends RecallItemSchema.class {}
RecallItemSchema.setClass(RecallItem)
