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

/** Who decides about a certificate waits for who decided before: both would else have seen the same versions. */
export const waitForTurn = (em: EntityManager, number: string): Promise<unknown> =>
  em.execute('select 1 from certificates where number = ? and edition = 1 for update', [number])

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

/**
 * Takes the next number of a laboratory's year; the row stays locked until the certificate is written. A number that
 * somebody has given out otherwise (a laboratory its own, a transcription) is passed over.
 */
export async function takeNumber(
  em: EntityManager,
  of: { readonly laboratory: string; readonly year: number; readonly prefix: string },
): Promise<string> {
  await em.execute(
    `insert into certificate_counters (laboratory_id, year, next) values (?, ?, 1)
     on conflict (laboratory_id, year) do update set next = certificate_counters.next`,
    [of.laboratory, of.year],
    'run',
  )
  const [row] = await em.execute<{ number: string }[]>(
    `with recursive tried (n, number) as (
       select c.next, ? || lpad(c.next::text, greatest(4, length(c.next::text)), '0')
         from certificate_counters c where c.laboratory_id = ? and c.year = ?
       union all
       select n + 1, ? || lpad((n + 1)::text, greatest(4, length((n + 1)::text)), '0')
         from tried where exists (select 1 from certificates t where t.number = tried.number)
     )
     update certificate_counters set next = n + 1
       from (select n, number from tried order by n desc limit 1) free
      where laboratory_id = ? and year = ?
     returning free.number`,
    [of.prefix, of.laboratory, of.year, of.prefix, of.laboratory, of.year],
  )
  if (!row) throw new Error('The counter gave no number')
  return row.number
}
