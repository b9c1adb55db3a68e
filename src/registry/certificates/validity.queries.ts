import type { EntityManager } from '@mikro-orm/postgresql'
import type { ChainRecords } from '#metrology/traceability/records.ts'
import { chainRecords } from '../traceability/chain-records.ts'
import { chainsAboveCertificates } from '../traceability/chain.queries.ts'
import { Certificate } from './certificate.entity.ts'

/** What a public answer says of an item and an issuer. */
export const certificatesForValidity = (em: EntityManager, numbers: readonly string[]) =>
  em.find(
    Certificate,
    { number: { $in: [...numbers] }, visibility: 'public' },
    { populate: ['issuer', 'component.equipment'] },
  )

export type CertificateForValidity = Awaited<ReturnType<typeof certificatesForValidity>>[number]

/** Everything about some numbers, in one statement for the chains and one for the names. */
export async function validityRecords(
  em: EntityManager,
  numbers: readonly string[],
): Promise<{ readonly records: ChainRecords; readonly certificates: readonly CertificateForValidity[] }> {
  const certificates = await certificatesForValidity(em, numbers)
  const found = [...new Set(certificates.map(({ number }) => number))]
  return { records: chainRecords(await chainsAboveCertificates(em, found)), certificates }
}
