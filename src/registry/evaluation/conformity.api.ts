import { operation, type Operation } from '#http/operation.ts'
import { evaluateConformity } from '#metrology/conformity/evaluate-conformity.ts'
import { refusalsOf } from '#refusal.ts'

const conformity = operation(
  {
    id: 'evaluate-conformity',
    method: 'post',
    path: '/v1/evaluate/conformity',
    summary:
      'Judge results against limits: probability of conformity, acceptance limits, specific and global risks',
    description:
      'Nothing is stored. JCGM 106:2012; ILAC-G8:09/2019. Units are informational: nothing is converted.',
    access: 'evaluate.run',
    body: 'evaluation/conformity.json',
    answers: { 200: 'evaluation/conformity-evaluation.json' },
    refuses: [refusalsOf('conformity', 'distribution', 'task', 'evaluation', 'uncertainty', 'quantity')],
    readsOnly: true,
  },
  async ({ body }) => ({ status: 200, body: evaluateConformity(body) }),
)

export const conformityEvaluationOperations: readonly Operation[] = [conformity]
