import { operation, type Operation } from '#http/operation.ts'
import { selfTest } from '#metrology/self-test/self-test.ts'

export const selfTestOperations: readonly Operation[] = [
  operation(
    {
      id: 'self-test',
      method: 'get',
      path: '/v1/self-test',
      summary: 'Compute published examples anew, and compare each figure with the printed one. No key needed',
      description:
        'Validation of software for the file of an assessor (ISO/IEC 17025:2017, 7.11.2): document, clause, ' +
        'published and computed figure. An example that disagrees is counted as failed; the answer is still 200.',
      access: 'public',
      answers: { 200: 'evaluation/self-test.json' },
      refuses: [],
    },
    async () => ({ status: 200, body: selfTest() }),
  ),
]
