import { operation, type Operation } from '#http/operation.ts'
import {
  mediumOf,
  mermaidMedium,
  textMedium,
  viewExplanation,
  writtenExplanation,
} from './explanation.view.ts'
import { policyAsked } from '../policies/policy.queries.ts'
import { policyUndefined } from '../policies/policy.refusals.ts'
import { traceCertificate } from './trace-certificate.ts'
import { unknownSubject } from './traceability.refusals.ts'

export const explanationOperations: readonly Operation[] = [
  operation(
    {
      id: 'explain-traceability',
      method: 'get',
      path: '/v1/certificates/{number}/explanation',
      summary: 'The verdict as text for a report, the chain as a flowchart and as a drawing',
      description:
        'As JSON all of it, the text in both languages; as text/plain the paragraph in the language of Accept-Language; as ' +
        'text/vnd.mermaid the flowchart. `format` decides before Accept.',
      access: 'public',
      params: 'certificates/path.json',
      query: 'traceability/explanation-query.json',
      answers: { 200: 'traceability/explanation.json' },
      media: [textMedium, mermaidMedium],
      refuses: [unknownSubject, policyUndefined],
    },
    async ({ em, params, query, actor, now, accept, language }) => {
      const { format, ...asked } = query
      const answer = await traceCertificate(em, { ...asked, number: params.number }, actor, now)
      const by = await policyAsked(em, query.policy, new Date(answer.asKnownAt))
      const medium = mediumOf(format, accept)
      if (medium === 'application/json') return { status: 200 as const, body: viewExplanation(answer, by) }
      const content = writtenExplanation(answer, by, { medium, language })
      return { status: 200 as const, media: `${medium}; charset=utf-8`, content }
    },
  ),
]
