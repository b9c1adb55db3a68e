import { defineRefusal } from '#refusal.ts'

const refusal = (word: string, en: string, zh: string) =>
  defineRefusal({ code: `distribution.${word}`, kind: 'unprocessable', title: { en, zh } })

export const typeUnknown = refusal('type-unknown', 'There is no such distribution', '没有这种分布')
export const parametersWrong = refusal(
  'parameters-wrong',
  'The distribution is not stated by these parameters',
  '分布不由这些参数给出',
)
export const parameterImpossible = refusal(
  'parameter-impossible',
  'A parameter of the distribution is outside of its range',
  '分布的参数超出其范围',
)
export const noMoment = refusal(
  'no-moment',
  'The distribution has no mean or no standard deviation',
  '该分布没有期望或没有标准偏差',
)
export const densityInfinite = refusal(
  'density-infinite',
  'The density is infinite at this point',
  '分布在该点的密度为无穷大',
)
