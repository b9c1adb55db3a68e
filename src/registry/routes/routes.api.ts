import { operation, type Operation } from '#http/operation.ts'
import { unitOfOtherDimension } from '#metrology/measurand-kind/measurand-kind.refusals.ts'
import { refusalsOf } from '#refusal.ts'
import { kindUnknown } from '../traceability/traceability.refusals.ts'
import { findRoutes } from './find-routes.ts'
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
        'kind. A point that nobody covers (检不了) and a U that nobody reaches (检不准) are named as gaps.',
      access: 'registry.read',
      query: 'traceability/routes-query.json',
      answers: { 200: 'traceability/routes.json' },
      refuses: [
        kindUnknown,
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
]
