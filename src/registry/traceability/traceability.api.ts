import { operation, type Operation } from '#http/operation.ts'
import { refusalsOf } from '#refusal.ts'
import { policyUndefined } from '../policies/policy.refusals.ts'
import { traceCertificate } from './trace-certificate.ts'
import { traceEquipment } from './trace-equipment.ts'
import { viewTraceability } from './traceability.view.ts'
import { kindUnknown, unitOfValueMissing, unknownEquipment, unknownSubject } from './traceability.refusals.ts'

export const traceabilityOperations: readonly Operation[] = [
  operation(
    {
      id: 'traceability-of-certificate',
      method: 'get',
      path: '/v1/certificates/{number}/traceability',
      summary:
        'Is a result of this certificate traceable, by which chain, and what does every link contribute?',
      access: 'public',
      params: 'certificates/path.json',
      query: 'traceability/certificate-query.json',
      answers: { 200: 'traceability/answer.json' },
      refuses: [unknownSubject, policyUndefined],
    },
    async ({ em, params, query, actor, now }) => ({
      status: 200,
      body: viewTraceability(await traceCertificate(em, { ...query, number: params.number }, actor, now)),
    }),
  ),
  operation(
    {
      id: 'traceability-of-equipment',
      method: 'get',
      path: '/v1/equipment/{code}/traceability',
      summary: 'Is what this equipment measures traceable, for a kind and a value, at a moment?',
      access: 'equipment.read',
      params: 'traceability/equipment-path.json',
      query: 'traceability/equipment-query.json',
      answers: { 200: 'traceability/answer.json' },
      refuses: [
        unknownEquipment,
        kindUnknown,
        policyUndefined,
        unitOfValueMissing,
        refusalsOf('unit', 'quantity'),
      ],
    },
    async ({ em, params, query, actor, now }) => ({
      status: 200,
      body: viewTraceability(await traceEquipment(em, { ...query, code: params.code }, actor, now)),
    }),
  ),
]
