import { raw, type EntityManager } from '@mikro-orm/postgresql'
import type { CertificateSearch } from '#contract/types.ts'
import { CertificateEvent } from './certificate-event.entity.ts'
import { Certificate } from './certificate.entity.ts'
import type { Reader } from '../people/reader.ts'
import { unknownCertificate } from './certificate.refusals.ts'
import { readableBy } from './visible-to.queries.ts'

const shown = [
  'document',
  'issuer',
  'competence',
  'performer',
  'reviewer',
  'signatory',
  'calibration.equipment',
  'calibration.component',
  'calibration.method',
] as const

/** Every version of a certificate, the newest first. */
export async function versionsNumbered(em: EntityManager, number: string) {
  const versions = await em.find(Certificate, { number }, { populate: shown, orderBy: { edition: 'desc' } })
  if (versions.length > 0) return versions
  throw unknownCertificate(
    { en: `None has the number ${number}`, zh: `没有编号为 ${number} 的证书` },
    { number },
  )
}

/** Who decides about a certificate waits for who decided before: both would else have seen the same versions. */
export const waitForTurn = (em: EntityManager, number: string): Promise<unknown> =>
  em.execute('select 1 from certificates where number = ? and edition = 1 for update', [number])

export type CertificateVersion = Awaited<ReturnType<typeof versionsNumbered>>[number]

export const eventsOf = (em: EntityManager, number: string) =>
  em.find(CertificateEvent, { certificate: { number } }, { orderBy: { recordedAt: 'asc' } })

/** A copy that was typed counts once a second person has compared it (ISO/IEC 17025:2017, 7.11.2); what has ended needs no check. */
const isUnchecked = () =>
  raw(
    (alias) => `${alias}.origin = 'transcribed' and not exists (
    select 1 from certificates x join certificate_events v on v.certificate_id = x.id
     where x.number = ${alias}.number and (v.kind in ('revoked', 'withdrawn') or v.kind = 'checked' and x.id = ${alias}.id))`,
  )

/** A page of certificates that the asker may see, the newest first. */
export function listCertificates(
  em: EntityManager,
  asked: CertificateSearch & {
    readonly reader: Reader
    readonly rows: number
    readonly after?: string
  },
) {
  const { issuer, equipment, awaitingCheck, reader, after } = asked
  return em.find(
    Certificate,
    {
      ...(issuer !== undefined && { issuer: { code: issuer } }),
      ...(equipment !== undefined && { component: { equipment: { code: equipment } } }),
      ...(after !== undefined && { id: { $lt: after } }),
      $and: [readableBy(reader), awaitingCheck === true ? { [isUnchecked()]: [] } : {}],
    },
    { populate: ['issuer', 'component.equipment'], orderBy: { id: 'desc' }, limit: asked.rows },
  )
}

export type ListedCertificate = Awaited<ReturnType<typeof listCertificates>>[number]
