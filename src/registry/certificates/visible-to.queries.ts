import type { FilterQuery } from '@mikro-orm/postgresql'
import type { Visibility } from '../calibrations/calibration.entity.ts'
import type { Reader } from '../people/reader.ts'
import type { Certificate } from './certificate.entity.ts'

/** Who is party to a certificate, by identifier: who issued it, for whom, and whose item it is. */
export interface Parties {
  readonly issuer: string | undefined
  readonly customer: string | null | undefined
  readonly owner: string | undefined
}

/** Whether somebody may read the document. `status`, `parties` and `private` keep it among the parties. */
export function mayReadDocument(visibility: Visibility, parties: Parties, reader: Reader): boolean {
  if (visibility === 'public' || reader === 'administrator') return true
  if (reader === 'everybody') return false
  return [parties.issuer, parties.customer, parties.owner].includes(reader.organization)
}

/** Whether somebody may learn that the certificate exists and how it stands. */
export const mayReadStatus = (visibility: Visibility, parties: Parties, reader: Reader): boolean =>
  visibility === 'status' || mayReadDocument(visibility, parties, reader)

/** The same as `mayReadDocument`, of rows that the ORM reads. */
export function readableBy(reader: Reader): FilterQuery<Certificate> {
  if (reader === 'administrator') return {}
  if (reader === 'everybody') return { visibility: 'public' }
  const { organization } = reader
  return {
    $or: [
      { visibility: 'public' },
      { issuer: { id: organization } },
      { calibration: { customer: { id: organization } } },
      { calibration: { equipment: { owner: { id: organization } } } },
    ],
  }
}

/** The parties in SQL, of a certificate `t` with its calibration `c` and item `e`: for `$n::uuid in (…)`. */
export const partiesSql = 't.issuer_id, c.customer_id, e.owner_id'

/** How a statement is told who reads: an administrator is a party to everything. */
export const readerParameters = (
  reader: Reader,
): readonly [isAdministrator: boolean, organization: string | null] =>
  reader === 'administrator' ? [true, null] : [false, reader === 'everybody' ? null : reader.organization]
