import type { PublishedKeys } from '#contract/types.ts'
import { operation, type Operation } from '#http/operation.ts'

declare module '#http/facilities.ts' {
  interface Facilities {
    /** The public halves of the keys by which this node signs. */
    readonly publishedKeys: PublishedKeys
  }
}

/** A key is used for years, but whoever has it from yesterday must hear of a new one within the day. */
const cached = { 'cache-control': 'public, max-age=3600' }

export const publishedKeyOperations: readonly Operation[] = [
  operation(
    {
      id: 'published-keys',
      method: 'get',
      path: '/.well-known/jwks.json',
      summary: 'The public keys that verify the signed statements of this node. No key needed',
      group: 'Validity',
      access: 'public',
      answers: { 200: 'certificates/published-keys.json' },
      refuses: [],
    },
    async ({ facilities }) => ({ status: 200, body: facilities.publishedKeys, headers: cached }),
  ),
]
