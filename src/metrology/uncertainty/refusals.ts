import { defineRefusal } from '#refusal.ts'

const refusal = (code: string, en: string, zh: string) =>
  defineRefusal({ code: `uncertainty.${code}`, kind: 'unprocessable', title: { en, zh } })

export const estimateMissing = refusal(
  'estimate-missing',
  'An input states neither an estimate nor readings',
  '输入量既未给出估计值也未给出读数',
)
export const negativeUncertainty = refusal('negative', 'An uncertainty is not negative', '不确定度不能为负')
export const zeroUncertainty = refusal(
  'zero',
  'A stated uncertainty is not zero; an exact constant states none',
  '给出的不确定度不能为零;准确的常量不给出不确定度',
)
export const conflictingForms = refusal(
  'conflicting-forms',
  'An input states its uncertainty in two ways',
  '输入量用两种方式给出了不确定度',
)
export const coverageFactorMissing = refusal(
  'coverage-factor-missing',
  'An expanded uncertainty needs its coverage factor or its coverage probability',
  '扩展不确定度须给出包含因子或包含概率',
)
export const expandedUncertaintyMissing = refusal(
  'expanded-uncertainty-missing',
  'A coverage factor or probability needs the expanded uncertainty it belongs to',
  '包含因子或包含概率须与其扩展不确定度一并给出',
)
export const coverageFactorNotPositive = refusal(
  'coverage-factor-not-positive',
  'A coverage factor is greater than zero',
  '包含因子必须大于零',
)
export const coverageProbabilityOutOfRange = refusal(
  'coverage-probability-out-of-range',
  'A coverage probability lies between 0 and 1',
  '包含概率必须在 0 与 1 之间',
)
export const coverageIncomplete = refusal(
  'coverage-incomplete',
  'Coverage is asked for by a factor or by a probability, not by both',
  '包含要求须以包含因子或包含概率之一给出',
)
export const degreesOfFreedomNotPositive = refusal(
  'degrees-of-freedom-not-positive',
  'Degrees of freedom are greater than zero',
  '自由度必须大于零',
)
export const readingsMissing = refusal(
  'number-of-readings-missing',
  'A pooled standard deviation and the number of readings belong together',
  '合并标准偏差须与读数次数一并给出',
)
export const tooFewReadings = refusal(
  'too-few-readings',
  'An uncertainty of Type A needs at least two readings',
  'A 类评定至少需要两个读数',
)
export const unknownDistribution = refusal(
  'distribution-unknown',
  'There is no such distribution',
  '没有这种分布',
)
export const distributionIncomplete = refusal(
  'distribution-incomplete',
  'A parameter of the distribution is missing or does not belong to it',
  '分布的参数缺失或不属于该分布',
)
export const distributionImpossible = refusal(
  'distribution-impossible',
  'The parameters of the distribution contradict each other',
  '分布的参数相互矛盾',
)
export const halfWidthNotPositive = refusal(
  'half-width-not-positive',
  'A half-width is greater than zero',
  '半宽必须大于零',
)
export const noStandardDeviation = refusal(
  'no-standard-deviation',
  'A t-distribution with two or fewer degrees of freedom has no standard deviation',
  '自由度不大于 2 的 t 分布没有标准偏差',
)
export const notRepresentable = refusal(
  'not-finite',
  'The uncertainty cannot be represented as a finite number',
  '不确定度不能用有限的数表示',
)
export const unknownInput = refusal(
  'unknown-input',
  'A correlation names a quantity that is not among the inputs',
  '相关系数涉及未列出的输入量',
)
export const correlationOutOfRange = refusal(
  'correlation-out-of-range',
  'A correlation coefficient lies between -1 and 1',
  '相关系数必须在 -1 与 1 之间',
)
export const correlationWithItself = refusal(
  'correlation-with-itself',
  'A correlation is between two different inputs',
  '相关系数须在两个不同的输入量之间',
)
export const correlationTwice = refusal(
  'correlation-twice',
  'The correlation of two inputs is stated once',
  '两个输入量的相关系数只能给出一次',
)
export const correlationsImpossible = refusal(
  'correlations-impossible',
  'No quantities can be correlated like this: the matrix is not positive semidefinite',
  '不存在这样相关的量:相关系数矩阵不是半正定的',
)
export const notObservedTogether = refusal(
  'not-observed-together',
  'Correlations come from readings only where the same number was taken together',
  '只有同时取得、次数相同的读数才能给出相关系数',
)

export const secondOrderUnknown = refusal(
  'second-order-unknown',
  'The terms of second order of this model are not known',
  '该模型的二阶项未知',
)

export const methodNotSupported = defineRefusal({
  code: 'evaluation.method-not-supported',
  kind: 'unprocessable',
  title: { en: 'This method of evaluation is not supported', zh: '不支持该评定方法' },
})
