import { defineRefusal } from '#refusal.ts'

const refusal = (word: string, en: string, zh: string) =>
  defineRefusal({ code: `regression.${word}`, kind: 'unprocessable', title: { en, zh } })

export const formUnknown = refusal('form-unknown', 'There is no such form of a curve', '没有这种曲线形式')
export const namesDoNotFit = refusal(
  'names-do-not-fit',
  'The curve has another number of coefficients than names, or two have one name',
  '系数名称的数目与曲线系数不符,或名称重复',
)
export const tooFewPoints = refusal(
  'too-few-points',
  'There are too few points for the coefficients of the curve',
  '数据点太少,不足以确定曲线的系数',
)
export const rankDeficient = refusal(
  'rank-deficient',
  'The points do not determine the coefficients of the curve',
  '数据点不能唯一确定曲线的系数',
)
export const uncertaintiesMissing = refusal(
  'uncertainties-missing',
  'A covariance from stated uncertainties needs stated uncertainties',
  '由给出的不确定度计算协方差时,须给出不确定度',
)
export const lineOnly = refusal(
  'line-only',
  'Uncertainties of x are taken into account for a straight line only',
  '仅直线拟合可计及 x 的不确定度',
)
export const covarianceImpossible = refusal(
  'covariance-impossible',
  'The covariance matrix of the points is not positive definite',
  '数据点的协方差矩阵不是正定的',
)
export const correlationImpossible = refusal(
  'correlation-impossible',
  'The correlation of x and y of a point lies strictly between -1 and 1',
  '同一点 x 与 y 的相关系数必须严格介于 -1 与 1 之间',
)
export const notConverged = refusal(
  'not-converged',
  'No line was found about which the points scatter least',
  '未能找到使各点离散最小的直线',
)
export const inverseImpossible = refusal(
  'inverse-impossible',
  'The curve does not have this value exactly once',
  '该曲线并非恰好一次取得此值',
)
export const scatterUnknown = refusal(
  'scatter-unknown',
  'The scatter of readings is that of the residuals only where it is estimated from them',
  '仅当方差由残差估计时,读数的离散才等于残差的离散',
)
