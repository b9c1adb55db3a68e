import type { PublishedKeys } from '#contract/types.ts'
import { operation, type Operation } from '#http/operation.ts'
import { retireKey, rotateKey } from './change-keys.ts'
import { keyInUse, keyRetired, unknownKey } from './keys.refusals.ts'
import { viewKeys } from './keys.view.ts'
import { knownKeys } from './known-keys.queries.ts'

declare module '#http/facilities.ts' {
  interface Facilities {
    /** The public half of the key by which this process signs; all keys of the node stand in the log. */
    readonly publishedKeys: PublishedKeys
  }
}

/** A key is used for years, but after a rotation the next statement is by the new one. */
const cached = { 'cache-control': 'public, max-age=300' }
const published = '/.well-known/jwks.json'

export const keyOperations: readonly Operation[] = [
  operation(
    {
      id: 'published-keys',
      method: 'get',
      path: published,
      summary:
        'The public keys that verify the signed statements of this node, present and former. No key needed',
      group: 'Validity',
      access: 'public',
      answers: { 200: 'certificates/published-keys.json' },
      refuses: [],
    },
    async ({ em, facilities: { keyring } }) => ({
      status: 200,
      body: viewKeys(await knownKeys(em), keyring.current()),
      headers: cached,
    }),
  ),
  operation(
    {
      id: 'rotate-node-key',
      method: 'post',
      path: '/v1/keys/rotate',
      summary: 'Sign by a new key from now on, and retire the present one; both stand in the log',
      group: 'Log',
      access: 'node-key.change',
      body: 'keys/rotation.json',
      answers: { 200: 'certificates/published-keys.json' },
      refuses: [],
    },
    async ({ em, body, facilities: { keyring }, now }) => {
      const next = await rotateKey(em, keyring, body.cause, now)
      const answer = viewKeys(await knownKeys(em), next)
      const onceCommitted = () => keyring.adopt(next)
      return { status: 200, body: answer, subject: published, reason: body.cause, onceCommitted }
    },
  ),
  operation(
    {
      id: 'retire-node-key',
      method: 'post',
      path: '/v1/keys/{kid}/retire',
      summary: 'Say in the log that nothing signed by this key from now on is to be believed',
      group: 'Log',
      access: 'node-key.change',
      params: 'keys/path.json',
      body: 'keys/retirement.json',
      answers: { 200: 'certificates/published-keys.json' },
      refuses: [unknownKey, keyRetired, keyInUse],
    },
    async ({ em, params, body, facilities: { keyring }, now }) => {
      await retireKey(em, keyring, { kid: params.kid, cause: body.cause }, now)
      const answer = viewKeys(await knownKeys(em), keyring.current())
      return { status: 200, body: answer, subject: published, reason: body.cause }
    },
  ),
]
