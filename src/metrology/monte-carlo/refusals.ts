import { defineRefusal } from '#refusal.ts'

const refusal = (code: string, en: string, zh: string) =>
  defineRefusal({ code: `monte-carlo.${code}`, kind: 'unprocessable', title: { en, zh } })

export const probabilityTooHigh = refusal(
  'probability-too-high',
  'So high a coverage probability needs more trials than are made',
  '该包含概率过高,所需的试验次数超出上限',
)
export const tooFewTrials = refusal(
  'too-few-trials',
  'The ends of the coverage interval cannot be seen in so few trials',
  '试验次数过少,无法确定包含区间的端点',
)
export const tooLarge = refusal(
  'too-large',
  'The run is larger than is accepted: fewer trials, outputs or operations are needed',
  '计算规模超出上限:须减少试验次数、输出量或运算量',
)
export const correlatedNotNormal = refusal(
  'correlated-not-normal',
  'Correlated inputs are drawn jointly normal: a coefficient says nothing about the joint distribution of others',
  '相关输入量按联合正态分布抽样:对其他分布,相关系数不能确定其联合分布',
)
export const tooFewJointReadings = refusal(
  'too-few-joint-readings',
  'Readings taken together have a joint distribution only where they are more than the quantities',
  '同时取得的读数次数须多于被测量的个数,才有联合分布',
)
export const modelUndefined = refusal(
  'model-undefined',
  'The model has no value in too many of the trials',
  '模型在过多的试验中没有值',
)
export const unknownOutput = refusal(
  'unknown-output',
  'A joint coverage region names two different outputs',
  '联合包含区域须指定两个不同的输出量',
)
