import { operation, type Operation } from '#http/operation.ts'
import { unitOfOtherDimension } from '#metrology/measurand-kind/measurand-kind.refusals.ts'
import { refusalsOf } from '#refusal.ts'
import { policyUndefined } from '../policies/policy.refusals.ts'
import { kindUnknown } from '../traceability/traceability.refusals.ts'
import { findGaps } from './find-gaps.ts'
import { findRoutes } from './find-routes.ts'
import { viewGaps } from './gaps.view.ts'
import { parametersUnreadable, targetNotPositive } from './routes.refusals.ts'
import { viewRoutes } from './routes.view.ts'

export const routeOperations: readonly Operation[] = [
  operation(
    {
      id: 'calibration-routes',
      method: 'get',
      path: '/v1/routes',
      summary: 'Where could this point be calibrated well enough, and how far from the root is each route?',
      description:
        'Ranked are the competences that cover the point on the day: those that reach the wanted U first, then the nearer to the ' +
        'root, then the smaller U. How far a laboratory is from the root is read from the chain of its newest certificate for the ' +
        'kind. A point that nobody covers (检不了) and a U that nobody reaches (检不准) are named as gaps. No key needed.',
      access: 'public',
      query: 'traceability/routes-query.json',
      answers: { 200: 'traceability/routes.json' },
      refuses: [
        kindUnknown,
        policyUndefined,
        unitOfOtherDimension,
        parametersUnreadable,
        targetNotPositive,
        refusalsOf('unit', 'quantity'),
      ],
    },
    async ({ em, query, actor, now }) => ({
      status: 200,
      body: viewRoutes(await findRoutes(em, query, actor, now)),
    }),
  ),
  operation(
    {
      id: 'calibration-gaps',
      method: 'post',
      path: '/v1/routes/gaps',
      summary: 'Which of these points can nobody calibrate, and which nobody well enough?',
      description:
        'Up to a thousand wanted points at once, each with its kind, its parameters and the largest U that would do. In their ' +
        'order: the competence that comes nearest, or the gap (检不了, 检不准). Nothing is stored.',
      access: 'registry.read',
      readsOnly: true,
      body: 'traceability/gaps-question.json',
      answers: { 200: 'traceability/gaps.json' },
      refuses: [
        kindUnknown,
        policyUndefined,
        unitOfOtherDimension,
        targetNotPositive,
        refusalsOf('unit', 'quantity'),
      ],
    },
    async ({ em, body, now }) => ({ status: 200, body: viewGaps(body, await findGaps(em, body, now)) }),
  ),
]
