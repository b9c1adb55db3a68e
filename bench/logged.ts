import type { EntityManager } from '@mikro-orm/postgresql'
import { CertificateEvent } from '#registry/certificates/certificate-event.entity.ts'
import { Certificate } from '#registry/certificates/certificate.entity.ts'
import { appendStatements } from '#registry/log/append-statement.ts'
import { sayingOfEvent, sayingOfVersion } from '#registry/log/log-certificate.ts'

/** What was issued in this transaction and is not in the log yet: without it nothing would be committed. */
export async function enterInLog(tx: EntityManager): Promise<void> {
  await tx.flush()
  const missing = (table: string, column: string) =>
    tx.execute<{ id: string }[]>(
      `select t.id from ${table} t where not exists (select 1 from log_entries e where e.${column} = t.id) order by t.id`,
    )
  const versions = await found(missing('certificates', 'certificate_id'))
  const happened = await found(missing('certificate_events', 'certificate_event_id'))
  const issued = await tx.find(
    Certificate,
    { id: { $in: versions } },
    { populate: ['issuer'], orderBy: { id: 'asc' } },
  )
  const events = await tx.find(
    CertificateEvent,
    { id: { $in: happened } },
    { populate: ['certificate.issuer'], orderBy: { id: 'asc' } },
  )
  await appendStatements(tx, [
    ...issued.map(sayingOfVersion),
    ...events.map((event) => sayingOfEvent(event, event.certificate.getEntity())),
  ])
}

const found = async (rows: Promise<readonly { readonly id: string }[]>) => (await rows).map(({ id }) => id)
