import { operation, type Operation } from '#http/operation.ts'
import { evaluateCorrelationMatrix } from '#metrology/correlation-matrix/evaluate-correlation-matrix.ts'
import { evaluateInterlaboratory } from '#metrology/interlaboratory/evaluate-interlaboratory.ts'
import { evaluateRecalibration } from '#metrology/recalibration/evaluate-recalibration.ts'
import { refusalsOf } from '#refusal.ts'

/** What any stated task can be refused for. */
const refusedTasks = ['task', 'evaluation', 'uncertainty', 'quantity'] as const

const interlaboratory = operation(
  {
    id: 'evaluate-interlaboratory',
    method: 'post',
    path: '/v1/evaluate/interlaboratory',
    summary: 'Compare several results of one measurand: means, consistency, degrees of equivalence, scores',
    description: 'Nothing is stored. Units are informational: nothing is converted.',
    access: 'evaluate.run',
    body: 'evaluation/interlaboratory.json',
    answers: { 200: 'evaluation/interlaboratory-evaluation.json' },
    refuses: [refusalsOf('interlaboratory', ...refusedTasks)],
    readsOnly: true,
  },
  async ({ body }) => ({ status: 200, body: evaluateInterlaboratory(body) }),
)

const calibrationInterval = operation(
  {
    id: 'evaluate-calibration-interval',
    method: 'post',
    path: '/v1/evaluate/calibration-interval',
    summary: 'Tell how long the next calibration can wait, from what calibrations have found so far',
    description: 'Nothing is stored. The interval is in the unit in which the times are stated.',
    access: 'evaluate.run',
    body: 'evaluation/calibration-interval.json',
    answers: { 200: 'evaluation/calibration-interval-evaluation.json' },
    refuses: [refusalsOf('recalibration', ...refusedTasks)],
    readsOnly: true,
  },
  async ({ body }) => ({ status: 200, body: evaluateRecalibration(body) }),
)

const correlationMatrix = operation(
  {
    id: 'evaluate-correlation-matrix',
    method: 'post',
    path: '/v1/evaluate/correlation-matrix',
    summary: 'Check a matrix of correlation coefficients, and find the nearest one that is possible',
    description: 'Nothing is stored, and no evaluation uses the nearest matrix unless it is stated there.',
    access: 'evaluate.run',
    body: 'evaluation/correlation-matrix.json',
    answers: { 200: 'evaluation/correlation-matrix-evaluation.json' },
    refuses: [refusalsOf('correlation-matrix', ...refusedTasks)],
    readsOnly: true,
  },
  async ({ body }) => ({ status: 200, body: evaluateCorrelationMatrix(body) }),
)

export const comparisonEvaluationOperations: readonly Operation[] = [
  interlaboratory,
  calibrationInterval,
  correlationMatrix,
]
