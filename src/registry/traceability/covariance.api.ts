import { operation, type Operation } from '#http/operation.ts'
import { viewCovariance } from './covariance.view.ts'
import { relateResults } from './relate-results.ts'
import { unknownSubject } from './traceability.refusals.ts'

export const covarianceOperations: readonly Operation[] = [
  operation(
    {
      id: 'covariance-of-results',
      method: 'get',
      path: '/v1/certificates/{number}/covariance',
      summary:
        'How two results of any two certificates depend on each other through the standards they share',
      description:
        'For a budget that uses both, for their difference, and for a comparison. The covariance is summed over every elementary ' +
        'influence that both chains reach, through any number of laboratories.',
      access: 'public',
      params: 'certificates/path.json',
      query: 'traceability/covariance-query.json',
      answers: { 200: 'traceability/covariance.json' },
      refuses: [unknownSubject],
    },
    async ({ em, params, query, actor, now }) => ({
      status: 200,
      body: viewCovariance(await relateResults(em, { ...query, number: params.number }, actor, now)),
    }),
  ),
]
