import { operation, type Operation } from '#http/operation.ts'
import { unknownSubject } from '../traceability/traceability.refusals.ts'
import { makeProof } from './make-proof.ts'
import { chainNotYours } from './proof.refusals.ts'

const json = 'application/json'

export const proofOperations: readonly Operation[] = [
  operation(
    {
      id: 'prove-certificate',
      method: 'get',
      path: '/v1/certificates/{number}/proof',
      summary: 'The proof of a result and its whole chain, to be checked without the registry',
      description:
        'One file in canonical JSON: every certificate of the chain as it was hashed, the records that the rules read, their ' +
        'outcomes, the entries of the log with inclusion proofs and a checkpoint, sealed by the node. `npx etalon verify` checks ' +
        'hashes, signatures and inclusion, evaluates every budget again and derives the verdict again, offline.',
      access: 'public',
      params: 'certificates/path.json',
      query: 'proofs/query.json',
      answers: { 200: null },
      media: [json],
      refuses: [unknownSubject, chainNotYours],
    },
    async ({ em, params, query, actor, now, facilities }) => ({
      status: 200,
      media: json,
      content: await makeProof(em, { ...query, number: params.number }, { actor, now, maker: facilities }),
      headers: { 'content-disposition': 'attachment; filename="proof.json"' },
    }),
  ),
]
