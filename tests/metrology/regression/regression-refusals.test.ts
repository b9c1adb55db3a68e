import { describe, expect, it } from 'vitest'
import { evaluateRegression } from '#metrology/regression/evaluate-regression.ts'
import type { RegressionData, RegressionModel } from '#metrology/regression/regression-task.ts'
import { refused } from '../refused.ts'

const fit = (data: RegressionData, model: RegressionModel = { form: 'straight-line' }) =>
  evaluateRegression({ method: ['least-squares'], model, data })

describe('what cannot be fitted', () => {
  const x = [1, 2, 3]
  const y = [1, 2, 4]
  it.each<[string, RegressionData, RegressionModel, string, string | undefined]>([
    [
      'too few points',
      { x: [1, 2], y: [1, 2] },
      { form: 'straight-line' },
      'regression.too-few-points',
      '/data/y',
    ],
    [
      'fewer points than coefficients',
      { x, y, standardUncertaintyOfY: [1, 1, 1] },
      { form: 'polynomial', degree: 3 },
      'regression.too-few-points',
      '/data/y',
    ],
    ['one x', { x: [2, 2, 2], y }, { form: 'straight-line' }, 'regression.rank-deficient', '/data'],
    [
      'as many x as powers',
      { x: [1, 1, 2, 2, 1], y: [1, 2, 3, 4, 5] },
      { form: 'polynomial', degree: 2 },
      'regression.rank-deficient',
      '/data',
    ],
    [
      'a column twice',
      {
        design: [
          [1, 2],
          [2, 4],
          [3, 6],
          [4, 8],
        ],
        y: [1, 2, 3, 4],
      },
      { form: 'linear' },
      'regression.rank-deficient',
      '/data',
    ],
    [
      'an uncertainty of zero',
      { x, y, standardUncertaintyOfY: [1, 0, 1] },
      { form: 'straight-line' },
      'task.number-not-positive',
      '/data/standardUncertaintyOfY/1',
    ],
    [
      'a negative uncertainty of x',
      { x, y, standardUncertaintyOfX: [1, 1, -1], standardUncertaintyOfY: [1, 1, 1] },
      { form: 'straight-line' },
      'task.number-not-positive',
      '/data/standardUncertaintyOfX/2',
    ],
    ['NaN', { x: [1, NaN, 3], y }, { form: 'straight-line' }, 'quantity.not-a-number', '/data/x/1'],
    [
      'lists of different lengths',
      { x, y: [1, 2] },
      { form: 'straight-line' },
      'task.lengths-differ',
      '/data/x',
    ],
    [
      'rows of different lengths',
      { design: [[1], [1, 2], [3]], y },
      { form: 'linear' },
      'task.lengths-differ',
      '/data/design/1',
    ],
    ['no x', { y }, { form: 'straight-line' }, 'task.member-missing', '/data/x'],
    ['an unknown form', { x, y }, { form: 'spline' }, 'regression.form-unknown', '/model/form'],
    ['a polynomial without degree', { x, y }, { form: 'polynomial' }, 'task.member-missing', '/model/degree'],
    [
      'names that do not fit',
      { x, y },
      { form: 'straight-line', coefficients: ['a'] },
      'regression.names-do-not-fit',
      '/model/coefficients',
    ],
    [
      'stated uncertainties that are not stated',
      { x, y },
      { form: 'straight-line', covariance: 'from-stated-uncertainties' },
      'regression.uncertainties-missing',
      '/data/standardUncertaintyOfY',
    ],
    [
      'uncertain x of a polynomial',
      { x, y, standardUncertaintyOfX: [1, 1, 1] },
      { form: 'polynomial', degree: 2 },
      'regression.line-only',
      '/data/standardUncertaintyOfX',
    ],
    [
      'u(x) without u(y)',
      { x, y, standardUncertaintyOfX: [1, 1, 1] },
      { form: 'straight-line' },
      'regression.uncertainties-missing',
      '/data/standardUncertaintyOfY',
    ],
    [
      'a covariance that is none',
      {
        x,
        y,
        covarianceOfY: [
          [1, 2, 0],
          [2, 1, 0],
          [0, 0, 1],
        ],
      },
      { form: 'straight-line' },
      'regression.covariance-impossible',
      '/data/covarianceOfY',
    ],
    [
      'a covariance that is not symmetric',
      {
        x,
        y,
        covarianceOfY: [
          [1, 0.5, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
      },
      { form: 'straight-line' },
      'regression.covariance-impossible',
      '/data/covarianceOfY/0/1',
    ],
    [
      'both kinds of uncertainty of y',
      {
        x,
        y,
        covarianceOfY: [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
        standardUncertaintyOfY: [1, 1, 1],
      },
      { form: 'straight-line' },
      'task.members-exclusive',
      '/data/standardUncertaintyOfY',
    ],
    [
      'a prediction of nothing',
      { x, y, prediction: { at: [1, 2] } },
      { form: 'straight-line' },
      'task.lengths-differ',
      '/data/prediction/at',
    ],
    [
      'a level line read backwards',
      { x, y: [1, 1, 1], inversePrediction: { y: 2, standardUncertaintyOfY: 1 } },
      { form: 'straight-line' },
      'regression.inverse-impossible',
      '/data/inversePrediction',
    ],
    [
      'a value the curve has twice',
      { x: [-2, -1, 0, 1, 2], y: [4, 1, 0, 1, 4], inversePrediction: { y: 2, standardUncertaintyOfY: 1 } },
      { form: 'polynomial', degree: 2 },
      'regression.inverse-impossible',
      '/data/inversePrediction',
    ],
    [
      'readings with an unknown scatter',
      { x, y, standardUncertaintyOfY: [1, 1, 1], inversePrediction: { readings: [1, 2] } },
      { form: 'straight-line' },
      'regression.scatter-unknown',
      '/data/inversePrediction/readings',
    ],
  ])('%s is refused at its place', (_, data, model, code, pointer) => {
    expect(refused(() => fit(data, model))).toMatchObject({ code, pointer })
  })

  it('tells the smallest eigenvalue of a covariance that is none', () => {
    const covarianceOfY = [
      [1, 2, 0],
      [2, 1, 0],
      [0, 0, 1],
    ]
    expect(refused(() => fit({ x, y, covarianceOfY })).detail).toContain('-1.00000')
  })

  it('a member that is not used, and a method that is not known', () => {
    const data = { x, y, values: [1] } as RegressionData
    expect(refused(() => fit(data))).toMatchObject({ code: 'task.member-not-used', pointer: '/data/values' })
    expect(
      refused(() =>
        evaluateRegression({ method: ['lasso'], model: { form: 'straight-line' }, data: { x, y } }),
      ),
    ).toMatchObject({
      code: 'evaluation.method-not-supported',
      pointer: '/method/0',
    })
  })
})
