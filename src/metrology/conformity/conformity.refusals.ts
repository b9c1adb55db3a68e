import { defineRefusal } from '#refusal.ts'

export const noLimits = defineRefusal({
  code: 'conformity.no-limits',
  kind: 'unprocessable',
  title: { en: 'A requirement has at least one tolerance limit', zh: '要求至少应有一个允差限' },
})

export const limitsReversed = defineRefusal({
  code: 'conformity.limits-reversed',
  kind: 'unprocessable',
  title: { en: 'The lower tolerance limit lies above the upper one', zh: '下允差限大于上允差限' },
})

export const uncertaintyNotStated = defineRefusal({
  code: 'conformity.uncertainty-not-stated',
  kind: 'unprocessable',
  title: { en: 'Without an uncertainty no conformity can be decided', zh: '未给出不确定度，无法判定符合性' },
})
