import { defineRefusal } from '#refusal.ts'

export const unknownReference = defineRefusal({
  code: 'reference.unknown',
  kind: 'absent',
  title: { en: 'There is no such reference', zh: '没有该参照对象' },
})

export const referenceCodeTaken = defineRefusal({
  code: 'reference.code-taken',
  kind: 'conflict',
  title: { en: 'Another reference has this code', zh: '参照对象代码已被使用' },
})

export const uncertaintyNotPositive = defineRefusal({
  code: 'reference.uncertainty-not-positive',
  kind: 'unprocessable',
  title: { en: 'The standard uncertainty of a reference is greater than zero', zh: '标准不确定度须大于零' },
})

export const freedomNotPositive = defineRefusal({
  code: 'reference.degrees-of-freedom-not-positive',
  kind: 'unprocessable',
  title: { en: 'Degrees of freedom are greater than zero', zh: '自由度须大于零' },
})

export const evidenceDatesReversed = defineRefusal({
  code: 'reference.evidence-dates-reversed',
  kind: 'unprocessable',
  title: { en: 'The evidence ends before it begins', zh: '证据有效期终止早于开始' },
})

export const referenceConstraints = {
  metrological_references_code_unique: referenceCodeTaken,
  metrological_references_uncertainty_check: uncertaintyNotPositive,
  reference_evidence_dates_check: evidenceDatesReversed,
} as const
