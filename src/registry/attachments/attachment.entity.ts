import { defineEntity, p } from '@mikro-orm/core'
import { keptWhole, refusedOnceIssued } from '#db/append-only.ts'
import { instant } from '#db/columns.ts'
import { Calibration } from '../calibrations/calibration.entity.ts'
import { Person } from '../people/person.entity.ts'
import { AttachmentContent } from './attachment-content.entity.ts'

/** A file that belongs to a calibration, and to its certificate once that is issued. */
const AttachmentSchema = defineEntity({
  name: 'Attachment',
  tableName: 'attachments',
  properties: {
    id: p.uuid().primary(),
    calibration: () => p.manyToOne(Calibration).ref(),
    name: p.text(),
    content: () => p.manyToOne(AttachmentContent).ref().joinColumn('content_sha256'),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  uniques: [{ name: 'attachments_name_unique', properties: ['calibration', 'name'] }],
  // By it PostgreSQL finds out whether bytes are attached to anything that is seen.
  indexes: [{ name: 'attachments_content_index', properties: ['content'] }],
  triggers: [
    refusedOnceIssued(
      'an attachment',
      'select 1 from certificates c where c.calibration_id in (old.calibration_id, new.calibration_id)',
    ),
    keptWhole('attachments'),
  ],
})

export class Attachment extends AttachmentSchema.class {}
AttachmentSchema.setClass(Attachment)
