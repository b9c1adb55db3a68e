import { defineRefusal } from '#refusal.ts'

export const unknownAttachment = defineRefusal({
  code: 'attachment.unknown',
  kind: 'absent',
  title: { en: 'There is no such attachment', zh: '没有此附件' },
})

export const hashMismatch = defineRefusal({
  code: 'attachment.hash-mismatch',
  kind: 'unprocessable',
  title: { en: 'The bytes have another SHA-256 than was stated', zh: '附件内容与所述 SHA-256 不符' },
})

export const fileNotAccepted = defineRefusal({
  code: 'attachment.file-not-accepted',
  kind: 'unsupported-media',
  title: { en: 'Such a file is not attached to certificates', zh: '证书附件不接受此类文件' },
})

export const attachmentNameTaken = defineRefusal({
  code: 'attachment.name-taken',
  kind: 'conflict',
  title: { en: 'Another attachment has this name', zh: '附件名称重复' },
})

export const tooManyAttachments = defineRefusal({
  code: 'attachment.too-many',
  kind: 'unprocessable',
  title: { en: 'A certificate has at most 50 attachments', zh: '附件数量超过上限（50）' },
})
