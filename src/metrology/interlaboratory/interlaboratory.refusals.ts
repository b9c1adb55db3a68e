import { defineRefusal } from '#refusal.ts'

const refusal = (word: string, en: string, zh: string) =>
  defineRefusal({ code: `interlaboratory.${word}`, kind: 'unprocessable', title: { en, zh } })

export const correlationImpossible = refusal(
  'correlation-impossible',
  'No results can be correlated like this: the matrix is not positive definite',
  '不存在这样相关的结果:相关系数矩阵不是正定的',
)
export const correlationMisplaced = refusal(
  'correlation-misplaced',
  'A correlation is between two different results, by their numbers from 0, and is stated once',
  '相关系数须在两个不同的结果之间(从 0 起编号),且只给出一次',
)
export const independentOnly = refusal(
  'independent-only',
  'The method is for independent results',
  '该方法仅适用于相互独立的结果',
)
export const nothingConsistent = refusal(
  'nothing-consistent',
  'No two of the results are consistent with each other',
  '没有任何两个结果相互一致',
)
export const noScatter = refusal(
  'no-scatter',
  'More than half of the results are equal: their scatter tells no uncertainty',
  '半数以上的结果相等,其离散不能给出不确定度',
)
export const covarianceImpossible = refusal(
  'covariance-impossible',
  'A covariance is not larger than the product of the two standard uncertainties',
  '协方差不得大于两个标准不确定度之积',
)
export const scoreUndefined = refusal(
  'score-undefined',
  'The difference has no uncertainty that a score could be compared with',
  '差值没有可供比较的不确定度',
)
export const noScoreStated = refusal(
  'no-score-stated',
  'A score needs an uncertainty of result and reference, or a standard deviation for proficiency assessment',
  '能力评分需要结果与参考值的不确定度,或能力评定标准差',
)
