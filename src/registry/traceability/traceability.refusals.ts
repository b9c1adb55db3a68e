import { defineRefusal } from '#refusal.ts'

export const unknownSubject = defineRefusal({
  code: 'traceability.unknown-subject',
  kind: 'absent',
  title: { en: 'There was no such result as known at that moment', zh: '在该知晓时刻没有此结果' },
})

export const unknownEquipment = defineRefusal({
  code: 'traceability.unknown-equipment',
  kind: 'absent',
  title: { en: 'There is no such equipment', zh: '没有此设备' },
})

export const unitOfValueMissing = defineRefusal({
  code: 'traceability.unit-missing',
  kind: 'unprocessable',
  title: { en: 'A value needs its unit', zh: '数值须带单位' },
})

export const kindUnknown = defineRefusal({
  code: 'traceability.unknown-kind',
  kind: 'unprocessable',
  title: { en: 'There is no such measurand kind', zh: '没有此被测量' },
})

export const resultOfOtherKind = defineRefusal({
  code: 'traceability.result-of-other-kind',
  kind: 'unprocessable',
  title: { en: 'Results of different kinds cannot be compared', zh: '不同被测量的结果不能比较' },
})

export const uncertaintyNotKnown = defineRefusal({
  code: 'traceability.uncertainty-not-known',
  kind: 'unprocessable',
  title: { en: 'A result without uncertainty cannot be compared', zh: '没有不确定度的结果不能比较' },
})
