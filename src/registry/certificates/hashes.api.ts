import { operation, type Operation } from '#http/operation.ts'
import { readerOf } from '../people/reader.ts'
import { heldUnderHash } from './hashes.queries.ts'

export const hashOperations: readonly Operation[] = [
  operation(
    {
      id: 'find-by-hash',
      method: 'get',
      path: '/v1/hashes/{sha256}',
      summary: 'Of which certificate a file is, by its SHA-256. No key needed',
      description:
        'Whoever holds a file computes its hash and asks here: the file itself never leaves them. An empty list says that this ' +
        'registry holds no such file, or none that the asker may know of.',
      group: 'Validity',
      access: 'public',
      params: 'certificates/hash-path.json',
      answers: { 200: 'certificates/hash-matches.json' },
      refuses: [],
    },
    async ({ em, params: { sha256 }, actor }) => ({
      status: 200,
      body: { sha256, matches: await heldUnderHash(em, sha256, readerOf(actor)) },
    }),
  ),
]
