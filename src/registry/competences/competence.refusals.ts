import { defineRefusal } from '#refusal.ts'

export const unknownCompetence = defineRefusal({
  code: 'competence.unknown',
  kind: 'absent',
  title: { en: 'There is no such competence', zh: '没有该能力记录' },
})

export const noSuchCompetence = defineRefusal({
  code: 'competence.not-registered',
  kind: 'unprocessable',
  title: { en: 'It names a competence that is not registered', zh: '所引用的能力未登记' },
})

export const competenceCodeTaken = defineRefusal({
  code: 'competence.code-taken',
  kind: 'conflict',
  title: { en: 'Another competence has this code', zh: '能力代码已被使用' },
})

export const scopeDatesReversed = defineRefusal({
  code: 'competence.dates-reversed',
  kind: 'unprocessable',
  title: { en: 'The scope ends before it begins', zh: '有效期终止早于开始' },
})

export const scopeParameterUnknown = defineRefusal({
  code: 'competence.parameter-unknown',
  kind: 'unprocessable',
  title: { en: 'The kind of measurand has no such parameter', zh: '该被测量类别没有此参数' },
})

export const scopeSiteUnknown = defineRefusal({
  code: 'competence.site-unknown',
  kind: 'unprocessable',
  title: { en: 'The organization has no such site', zh: '该机构没有此场所' },
})

export const nothingInForce = defineRefusal({
  code: 'competence.not-in-force',
  kind: 'unprocessable',
  title: { en: 'The competence said nothing on that day', zh: '当日该能力尚未生效' },
})

export const noCapabilityStated = defineRefusal({
  code: 'competence.no-capability-stated',
  kind: 'unprocessable',
  title: { en: 'The competence states no uncertainty', zh: '该能力未声明不确定度' },
})

export const competenceConstraints = { competences_code_unique: competenceCodeTaken } as const
