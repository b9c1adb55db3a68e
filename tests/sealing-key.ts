import { generateKeyPairSync } from 'node:crypto'
import { selfSignedCertificate } from '#exchange/x509/self-signed-certificate.ts'
import { type SealingKey, sealingKeyFrom } from '#exchange/xml-signature/sealing-key.ts'

/** A key of its own for each test file. It is short, because long ones take long to find. */
export function newSealingKey(from = new Date('2020-01-01T00:00:00Z')): SealingKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return sealingKeyFrom(pem + selfSignedCertificate(privateKey, 'Etalon test seal', from))
}
