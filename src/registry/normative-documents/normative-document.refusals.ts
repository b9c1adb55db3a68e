import { defineRefusal } from '#refusal.ts'

export const unknownDocument = defineRefusal({
  code: 'normative-document.unknown',
  kind: 'absent',
  title: { en: 'There is no such normative document', zh: '没有该技术规范' },
})

export const documentCodeTaken = defineRefusal({
  code: 'normative-document.code-taken',
  kind: 'conflict',
  title: { en: 'Another normative document has this code', zh: '该技术规范代码已被使用' },
})

export const editionTaken = defineRefusal({
  code: 'normative-document.edition-taken',
  kind: 'conflict',
  title: { en: 'This edition is recorded already', zh: '该版本已登记' },
})

export const documentDatesReversed = defineRefusal({
  code: 'normative-document.dates-reversed',
  kind: 'unprocessable',
  title: { en: 'The document goes out of force before it comes into force', zh: '废止日期早于实施日期' },
})

export const documentConstraints = {
  normative_documents_code_unique: documentCodeTaken,
  normative_documents_edition_unique: editionTaken,
  normative_documents_dates_check: documentDatesReversed,
} as const
