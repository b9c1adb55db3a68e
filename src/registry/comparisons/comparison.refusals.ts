import { defineRefusal } from '#refusal.ts'

export const unknownComparison = defineRefusal({
  code: 'comparison.unknown',
  kind: 'absent',
  title: { en: 'There is no such round of a comparison', zh: '没有该比对轮次' },
})

export const comparisonCodeTaken = defineRefusal({
  code: 'comparison.code-taken',
  kind: 'conflict',
  title: { en: 'Another round has this code', zh: '比对轮次代码已被使用' },
})

export const roundClosed = defineRefusal({
  code: 'comparison.closed',
  kind: 'conflict',
  title: { en: 'The round is closed', zh: '该比对轮次已关闭' },
})

export const roundOpen = defineRefusal({
  code: 'comparison.open',
  kind: 'conflict',
  title: { en: 'The round is still open', zh: '该比对轮次尚未关闭' },
})

export const resultRepeated = defineRefusal({
  code: 'comparison.result-repeated',
  kind: 'conflict',
  title: {
    en: 'This competence has a result in the round already; it is sealed',
    zh: '该能力在本轮次中已提交结果并已封存',
  },
})

export const noResults = defineRefusal({
  code: 'comparison.no-results',
  kind: 'conflict',
  title: { en: 'Nobody took part in the round', zh: '该轮次无人参加' },
})

export const otherMeasurand = defineRefusal({
  code: 'comparison.other-measurand',
  kind: 'unprocessable',
  title: {
    en: 'It is of another kind of measurand, or at another point, than the round',
    zh: '其被测量或测量点与该轮次不同',
  },
})

export const figuresIncomplete = defineRefusal({
  code: 'comparison.figures-incomplete',
  kind: 'unprocessable',
  title: {
    en: 'A comparison needs a value with U > 0 and its coverage factor',
    zh: '比对须有量值、大于零的 U 及其包含因子',
  },
})

export const unknownCertifiedResult = defineRefusal({
  code: 'comparison.unknown-certified-result',
  kind: 'unprocessable',
  title: { en: 'There is no such certified result', zh: '没有该证书结果' },
})

export const daysReversed = defineRefusal({
  code: 'comparison.days-reversed',
  kind: 'unprocessable',
  title: { en: 'The days of a round are in order and not to come', zh: '比对各日期须依次先后，且不在将来' },
})

export const nothingToResolve = defineRefusal({
  code: 'comparison.nothing-to-resolve',
  kind: 'conflict',
  title: {
    en: 'Only a result with |En| > 1 has a cause to remove',
    zh: '仅 |En| > 1 的结果需要查找并消除原因',
  },
})

export const unknownParticipant = defineRefusal({
  code: 'comparison.unknown-participant',
  kind: 'unprocessable',
  title: { en: 'This competence took no part in the round', zh: '该能力未参加本轮次' },
})

export const comparisonConstraints = {
  comparisons_code_unique: comparisonCodeTaken,
  comparison_results_competence_unique: resultRepeated,
  comparison_closings_comparison_unique: roundClosed,
} as const
