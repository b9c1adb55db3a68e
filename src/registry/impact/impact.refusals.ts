import { defineRefusal } from '#refusal.ts'

export const subjectNotRegistered = defineRefusal({
  code: 'impact.subject-not-registered',
  kind: 'unprocessable',
  title: { en: 'The subject of the hypothesis does not exist', zh: '假设的对象不存在' },
})

export const hypothesisEmpty = defineRefusal({
  code: 'impact.hypothesis-empty',
  kind: 'unprocessable',
  title: { en: 'The hypothesis supposes nothing', zh: '假设没有内容' },
})

export const hypothesisContradicts = defineRefusal({
  code: 'impact.hypothesis-contradicts-itself',
  kind: 'unprocessable',
  title: {
    en: 'What is worth nothing has no other value either',
    zh: '已被撤销的结果不能再假设其他量值',
  },
})

export const hypothesisOfOtherKind = defineRefusal({
  code: 'impact.hypothesis-of-other-kind',
  kind: 'unprocessable',
  title: {
    en: 'The hypothesis is in a unit of another quantity than the subject',
    zh: '假设的单位与对象的量不符',
  },
})

export const supposedUncertaintyNotPositive = defineRefusal({
  code: 'impact.uncertainty-not-positive',
  kind: 'unprocessable',
  title: { en: 'An uncertainty is greater than zero', zh: '不确定度须大于零' },
})

export const driftWithoutBeginning = defineRefusal({
  code: 'impact.drift-without-beginning',
  kind: 'unprocessable',
  title: {
    en: 'The drift of a reference begins at a moment that has to be stated',
    zh: '参照对象的漂移须给出起始时间',
  },
})

export const windowOfUseReversed = defineRefusal({
  code: 'impact.window-reversed',
  kind: 'unprocessable',
  title: { en: 'The window of use ends before it begins', zh: '使用时间窗口的结束早于开始' },
})

/** Whatever may be refused of a question about impact. */
export const impactRefusals = [
  subjectNotRegistered,
  hypothesisEmpty,
  hypothesisContradicts,
  hypothesisOfOtherKind,
  supposedUncertaintyNotPositive,
  driftWithoutBeginning,
  windowOfUseReversed,
]
