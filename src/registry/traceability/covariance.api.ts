import { operation, type Operation } from '#http/operation.ts'
import { refusalsOf } from '#refusal.ts'
import { compareResults } from './compare-results.ts'
import { viewCovariance } from './covariance.view.ts'
import { relateResults } from './relate-results.ts'
import { resultOfOtherKind, uncertaintyNotKnown, unknownSubject } from './traceability.refusals.ts'

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
  operation(
    {
      id: 'compare-certified-results',
      method: 'post',
      path: '/v1/certificates/compare',
      summary: 'Compare results of several certificates, with all that their chains share',
      description:
        'Weighted mean, χ², degrees of equivalence and E_n of up to fifty results of one kind (CIPM MRA-D-05, k = 2). Values, u and ' +
        'correlations are those of the registry: two laboratories with one standard above them are not taken for independent. ' +
        'Nothing is stored.',
      access: 'registry.read',
      readsOnly: true,
      body: 'traceability/comparison-question.json',
      answers: { 200: 'traceability/comparison.json' },
      refuses: [
        unknownSubject,
        resultOfOtherKind,
        uncertaintyNotKnown,
        refusalsOf('unit', 'quantity', 'interlaboratory', 'evaluation', 'uncertainty', 'task'),
      ],
    },
    async ({ em, body, actor, now }) => ({ status: 200, body: await compareResults(em, body, actor, now) }),
  ),
]
