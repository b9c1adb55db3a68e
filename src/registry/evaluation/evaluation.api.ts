import { operation, type Operation } from '#http/operation.ts'
import { convertQuantity } from '#metrology/quantity/quantity.ts'
import { refusalsOf } from '#refusal.ts'
import { tooManyWait } from '#compute/compute.refusals.ts'
import { evaluateModel } from './evaluate-model.ts'
import { askerGone } from '#http/http.refusals.ts'
import { kindUnknown } from './evaluation.refusals.ts'
import { refuseKind } from './refuse-kind.ts'

const measurementModel = operation(
  {
    id: 'evaluate-measurement-model',
    method: 'post',
    path: '/v1/evaluate/measurement-model',
    summary: 'Evaluate a measurement model by the law of propagation of uncertainty, or by Monte Carlo',
    description:
      'Nothing is stored. Units are informational: nothing is converted. The same body gives the same bytes, also ' +
      'where numbers are drawn: chance has a seed. A Monte Carlo run ends when whoever asked hangs up.',
    access: 'evaluate.run',
    body: 'evaluation/measurement-model.json',
    answers: { 200: 'evaluation/measurement-model-evaluation.json' },
    refuses: [
      refusalsOf('measurement-model', 'uncertainty', 'monte-carlo', 'evaluation', 'quantity'),
      askerGone,
      tooManyWait,
    ],
    readsOnly: true,
  },
  async ({ body, facilities, signal }) => ({
    status: 200,
    body: await evaluateModel(body, facilities.simulate, signal),
  }),
)

const evaluateOther = operation(
  {
    id: 'evaluate-other',
    method: 'post',
    path: '/v1/evaluate/{kind}',
    summary: 'Tell which kinds of task there are, where another one is asked for',
    access: 'evaluate.run',
    params: 'evaluation/kind-path.json',
    bytes: { media: ['application/json'], maxBytes: 1_048_576 },
    answers: {},
    refuses: [kindUnknown],
    readsOnly: true,
  },
  async ({ params }) => refuseKind(params.kind),
)

const convert = operation(
  {
    id: 'convert-unit',
    method: 'post',
    path: '/v1/units/convert',
    summary: 'State a value, or a difference, in another unit',
    access: 'evaluate.run',
    body: 'units/conversion-request.json',
    answers: { 200: 'units/conversion.json' },
    refuses: [refusalsOf('quantity', 'unit')],
    readsOnly: true,
  },
  async ({ body }) => ({ status: 200, body: convertQuantity(body) }),
)

export const evaluationOperations: readonly Operation[] = [measurementModel, evaluateOther, convert]
