import { defineRefusal } from '#refusal.ts'

export const unknownUnit = defineRefusal({
  code: 'unit.unknown',
  kind: 'unprocessable',
  title: { en: 'This unit is not known', zh: '未知的计量单位' },
})

export const unreadableUnit = defineRefusal({
  code: 'unit.syntax',
  kind: 'unprocessable',
  title: { en: 'This is not written as a unit', zh: '计量单位书写有误' },
})

export const otherDimension = defineRefusal({
  code: 'unit.other-dimension',
  kind: 'unprocessable',
  title: { en: 'These units measure quantities of different dimension', zh: '计量单位的量纲不同' },
})

export const otherKind = defineRefusal({
  code: 'unit.other-kind',
  kind: 'unprocessable',
  title: { en: 'These units measure different kinds of quantity', zh: '计量单位对应的量的种类不同' },
})
