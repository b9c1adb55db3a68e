import { operation, type Operation } from '#http/operation.ts'
import { evaluateDistribution } from '#metrology/distributions/evaluate-distribution.ts'
import { evaluateRegression } from '#metrology/regression/evaluate-regression.ts'
import { evaluateStatistics } from '#metrology/statistics/evaluate-statistics.ts'
import { refusalsOf } from '#refusal.ts'

/** What any stated task can be refused for. */
const refusedTasks = ['task', 'evaluation', 'uncertainty', 'quantity'] as const

const regression = operation(
  {
    id: 'evaluate-regression',
    method: 'post',
    path: '/v1/evaluate/regression',
    summary: 'Fit a calibration curve: coefficients with their covariance, values, and x for a value of y',
    description:
      'Nothing is stored. Straight lines, polynomials, lines through the origin and linear forms, with uncertainties ' +
      'and covariances of y; straight lines also with those of x (ISO/TS 28037:2010).',
    access: 'evaluate.run',
    body: 'evaluation/regression.json',
    answers: { 200: 'evaluation/regression-evaluation.json' },
    refuses: [refusalsOf('regression', ...refusedTasks)],
    readsOnly: true,
  },
  async ({ body }) => ({ status: 200, body: evaluateRegression(body) }),
)

const statistics = operation(
  {
    id: 'evaluate-statistics',
    method: 'post',
    path: '/v1/evaluate/statistics',
    summary: 'Sum up readings: scatter, analysis of variance, pooled deviations, robust mean',
    description: 'Nothing is stored. Units are informational: nothing is converted.',
    access: 'evaluate.run',
    body: 'evaluation/statistics.json',
    answers: { 200: 'evaluation/statistics-evaluation.json' },
    refuses: [refusalsOf('statistics', ...refusedTasks)],
    readsOnly: true,
  },
  async ({ body }) => ({ status: 200, body: evaluateStatistics(body) }),
)

const distribution = operation(
  {
    id: 'evaluate-distribution',
    method: 'post',
    path: '/v1/evaluate/distribution',
    summary: 'Tell moments, densities and probabilities of the distributions of JCGM 101',
    description: 'Nothing is stored.',
    access: 'evaluate.run',
    body: 'evaluation/distribution.json',
    answers: { 200: 'evaluation/distribution-evaluation.json' },
    refuses: [refusalsOf('distribution', ...refusedTasks)],
    readsOnly: true,
  },
  async ({ body }) => ({ status: 200, body: evaluateDistribution(body) }),
)

export const statisticsEvaluationOperations: readonly Operation[] = [regression, statistics, distribution]
