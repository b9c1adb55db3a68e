import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import type { LocalizedText } from '#db/columns.ts'
import type { ChainRecords } from '#metrology/traceability/records.ts'
import type { Reader } from '../../people/reader.ts'
import { chainRecords } from '../../traceability/chain-records.ts'
import { chainsAboveCertificates } from '../../traceability/chain.queries.ts'
import { partiesSql, readerParameters } from '../visible-to.queries.ts'

/** What a public answer says of an item and an issuer. */
export interface CertificateForValidity {
  readonly id: string
  readonly number: string
  readonly issuer: string
  readonly issuerName: LocalizedText | string
  readonly equipment: string
  readonly component: string
  readonly manufacturer: string
  readonly model: string
  readonly serialNumber: string
}

/** Every version of some numbers, where the newest lets the reader know how it stands. */
const certificatesForValidity = (em: EntityManager, numbers: readonly string[], reader: Reader) =>
  preparedRows<CertificateForValidity>(
    em,
    `select t.id, t.number, o.code as issuer, o.name as "issuerName", e.code as equipment, m.code as component,
            e.manufacturer, e.model, e.serial_number as "serialNumber"
       from certificates t
       join organizations o on o.id = t.issuer_id
       join equipment_components m on m.id = t.component_id
       join equipment e on e.id = m.equipment_id
       join calibrations c on c.id = t.calibration_id
      where t.number = any($1::text[])
        and ($2::boolean
             or (select n.visibility from certificates n where n.number = t.number order by n.edition desc limit 1)
                in ('public', 'status')
             or $3::uuid in (${partiesSql}))`,
    [numbers, ...readerParameters(reader)],
  )

/** Everything about some numbers, in one statement for the names and one for the chains. */
export async function validityRecords(
  em: EntityManager,
  numbers: readonly string[],
  reader: Reader,
): Promise<{ readonly records: ChainRecords; readonly certificates: readonly CertificateForValidity[] }> {
  const certificates = await certificatesForValidity(em, numbers, reader)
  const found = [...new Set(certificates.map(({ number }) => number))]
  return { records: chainRecords(await chainsAboveCertificates(em, found)), certificates }
}

/**
 * How much has been done in this registry, as text: every act is written into the trail in its own transaction. Where it is
 * the same as before, nothing that an answer rests on has changed. Read where it is written, never from a replica.
 */
export async function changesSoFar(em: EntityManager): Promise<string> {
  const [head] = await preparedRows<{ size: string }>(
    em,
    'select size::text as size from audit_head where id = 1',
    [],
  )
  if (!head) throw new Error('The trail has no head')
  return head.size
}
