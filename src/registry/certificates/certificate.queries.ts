import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateSearch } from '#contract/types.ts'
import { CertificateEvent } from './certificate-event.entity.ts'
import { Certificate } from './certificate.entity.ts'
import { unknownCertificate } from './certificate.refusals.ts'

const shown = [
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

export type CertificateVersion = Awaited<ReturnType<typeof versionsNumbered>>[number]

export const eventsOf = (em: EntityManager, number: string) =>
  em.find(CertificateEvent, { certificate: { number } }, { orderBy: { recordedAt: 'asc' } })

/** A page of certificates that the asker may see, the newest first. */
export function listCertificates(
  em: EntityManager,
  asked: CertificateSearch & {
    readonly organization?: string
    readonly rows: number
    readonly after?: string
  },
) {
  const { issuer, equipment, organization, after } = asked
  return em.find(
    Certificate,
    {
      ...(issuer !== undefined && { issuer: { code: issuer } }),
      ...(equipment !== undefined && { component: { equipment: { code: equipment } } }),
      ...(after !== undefined && { id: { $lt: after } }),
      $or: [
        { visibility: 'public' },
        ...(organization === undefined ? [] : [{ issuer: { id: organization } }]),
      ],
    },
    { populate: ['issuer', 'component.equipment'], orderBy: { id: 'desc' }, limit: asked.rows },
  )
}

export type ListedCertificate = Awaited<ReturnType<typeof listCertificates>>[number]

/** Takes the next number of a laboratory's year; the row stays locked until the certificate is written. */
export async function takeNumber(em: EntityManager, laboratory: string, year: number): Promise<number> {
  const [row] = await em.execute<{ taken: number }[]>(
    `insert into certificate_counters (laboratory_id, year, next) values (?, ?, 2)
     on conflict (laboratory_id, year) do update set next = certificate_counters.next + 1
     returning next - 1 as taken`,
    [laboratory, year],
  )
  if (!row) throw new Error('The counter gave no number')
  return row.taken
}
