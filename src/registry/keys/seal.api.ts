import { createHash } from 'node:crypto'
import type { SealKeys } from '#contract/types.ts'
import type { SealingKey } from '#exchange/xml-signature/sealing-key.ts'
import { operation, type Operation } from '#http/operation.ts'

declare module '#http/facilities.ts' {
  interface Facilities {
    /** By which files are sealed. */
    readonly sealingKey: () => SealingKey
  }
}

/** As the keys of statements are: used for years, and a new one is heard of within the day. */
const cached = { 'cache-control': 'public, max-age=3600' }

export const sealOperations: readonly Operation[] = [
  operation(
    {
      id: 'published-seal',
      method: 'get',
      path: '/.well-known/dcc-seal.json',
      summary:
        'The key by which digital calibration certificates (DCC) are sealed, as a JWK set. No key needed',
      group: 'Validity',
      access: 'public',
      answers: { 200: 'keys/seal-keys.json' },
      refuses: [],
    },
    async ({ facilities }) => ({ status: 200, body: viewSeal(facilities.sealingKey()), headers: cached }),
  ),
  operation(
    {
      id: 'published-seal-certificate',
      method: 'get',
      path: '/.well-known/dcc-seal.pem',
      summary: 'The same key as an X.509 certificate in PEM, as programs that check XML signatures want it',
      group: 'Validity',
      access: 'public',
      answers: { 200: null },
      media: ['application/x-pem-file'],
      refuses: [],
    },
    async ({ facilities }) => ({
      status: 200,
      media: 'application/x-pem-file',
      content: facilities.sealingKey().certificate.toString(),
      headers: cached,
    }),
  ),
]

function viewSeal({ certificate, kid }: SealingKey): SealKeys {
  const { n = '', e = '' } = certificate.publicKey.export({ format: 'jwk' })
  const digest = createHash('sha256').update(certificate.raw).digest('base64url')
  return {
    keys: [
      {
        kty: 'RSA',
        n,
        e,
        kid,
        use: 'sig',
        alg: 'RS256',
        x5c: [certificate.raw.toString('base64')],
        'x5t#S256': digest,
      },
    ],
  }
}
