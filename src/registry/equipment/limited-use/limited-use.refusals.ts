import { defineRefusal } from '#refusal.ts'

export const unknownRestriction = defineRefusal({
  code: 'equipment-restriction.unknown',
  kind: 'absent',
  title: { en: 'There is no such restriction', zh: '没有该限用记录' },
})

export const restrictionKindMissing = defineRefusal({
  code: 'equipment-restriction.kind-missing',
  kind: 'unprocessable',
  title: {
    en: 'A range or a parameter belongs to a kind of measurand',
    zh: '范围或参数须指明被测量',
  },
})

export const restrictionParameterUnknown = defineRefusal({
  code: 'equipment-restriction.parameter-unknown',
  kind: 'unprocessable',
  title: {
    en: 'The kind of measurand has no such parameter, or it is stated twice',
    zh: '该被测量没有此参数，或参数重复',
  },
})

export const restrictionEnded = defineRefusal({
  code: 'equipment-restriction.ended',
  kind: 'conflict',
  title: { en: 'The restriction has an end already', zh: '该限用记录已有终止日期' },
})

export const restrictionDatesReversed = defineRefusal({
  code: 'equipment-restriction.dates-reversed',
  kind: 'unprocessable',
  title: { en: 'A restriction ends after it has begun', zh: '限用的终止日期早于起始日期' },
})

export const restrictionConstraints = {
  equipment_restriction_ends_restriction_unique: restrictionEnded,
} as const
