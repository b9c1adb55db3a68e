import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { instant } from '#db/columns.ts'

/** The bytes of a file, once, whoever attached it to what. */
const AttachmentContentSchema = defineEntity({
  name: 'AttachmentContent',
  tableName: 'attachment_contents',
  properties: {
    sha256: p.text().primary(),
    media: p.text(),
    size: p.integer(),
    bytes: p.blob(),
    recordedAt: instant(),
  },
  checks: [
    { name: 'attachment_contents_hash_check', expression: `sha256 = encode(sha256(bytes), 'hex')` },
    { name: 'attachment_contents_size_check', expression: 'size = length(bytes)' },
  ],
  triggers: appendOnly('attachment_contents'),
})

export class AttachmentContent extends AttachmentContentSchema.class {}
AttachmentContentSchema.setClass(AttachmentContent)
