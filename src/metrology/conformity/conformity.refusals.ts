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

export const ruleUnknown = defineRefusal({
  code: 'conformity.rule-unknown',
  kind: 'unprocessable',
  title: { en: 'There is no such rule for an acceptance limit', zh: '没有这种接受限规则' },
})

export const targetUnreachable = defineRefusal({
  code: 'conformity.target-unreachable',
  kind: 'unprocessable',
  title: { en: 'No acceptance limit has exactly this risk', zh: '没有风险恰为该值的接受限' },
})

export const priorContradicted = defineRefusal({
  code: 'conformity.prior-contradicted',
  kind: 'unprocessable',
  title: {
    en: 'What was known before excludes what was measured',
    zh: '先验信息与测得结果相互排斥',
  },
})
