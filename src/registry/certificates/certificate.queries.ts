import { raw, type EntityManager, type FilterQuery } from '@mikro-orm/postgresql'
import type { CertificateSearch } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { isAdministrator } from '../people/may.ts'
import { CertificateEvent } from './certificate-event.entity.ts'
import { Certificate } from './certificate.entity.ts'
import { readerOf } from '../people/reader.ts'
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

/** Who checks is of the organization, and did not type it (ISO/IEC 17025:2017, 7.11.2). */
const checkableBy = (actor: Actor): FilterQuery<Certificate> => ({
  $and: [
    { [isUnchecked()]: [] },
    { recordedBy: { $ne: actor.person.id } },
    isAdministrator(actor) ? {} : ofOrganization(actor.organization.id),
  ],
})

/** Issued by it, or of an item of its own. */
const ofOrganization = (id: string): FilterQuery<Certificate> => ({
  $or: [{ issuer: { id } }, { calibration: { equipment: { owner: { id } } } }],
})

/**
 * In force, and a recall that is not closed concerns a result of it that is undecided or that was decided to be affected
 * (ISO/IEC 17025:2017, 7.10.1). Of the organization's own, as a party to a recall sees it: `certificate.suspect` told them.
 */
const isSuspectTo = (organization: string, now: Date) =>
  raw(
    (alias) => `exists (
    select 1 from recall_items i
      join recalls c on c.id = i.recall_id and c.state <> 'closed'
      left join lateral (select d.decision from recall_dispositions d
                          where d.item_id = i.id order by d.id desc limit 1) d on true
     where i.certificate_id = ${alias}.id and ? in (i.issuer_id, i.owner_id) and d.decision is distinct from 'no-effect')
    and not exists (
    select 1 from certificates x left join certificate_events v on v.certificate_id = x.id
     where x.number = ${alias}.number
       and (x.edition > ${alias}.edition or v.kind = 'revoked' or v.kind = 'withdrawn' and v.effective_from <= ?))`,
    [organization, now],
  )

/** A page of certificates that the asker may see, the newest first. */
export function listCertificates(
  em: EntityManager,
  asked: CertificateSearch & { readonly rows: number; readonly after?: string },
  actor: Actor,
  now: Date,
) {
  const { issuer, equipment, awaitingCheck, awaitingMyCheck, standing, after } = asked
  return em.find(
    Certificate,
    {
      ...(issuer !== undefined && { issuer: { code: issuer } }),
      ...(equipment !== undefined && { component: { equipment: { code: equipment } } }),
      ...(after !== undefined && { id: { $lt: after } }),
      $and: [
        readableBy(readerOf(actor)),
        awaitingCheck === true ? { [isUnchecked()]: [] } : {},
        awaitingMyCheck === true ? checkableBy(actor) : {},
        standing === 'suspect' ? { [isSuspectTo(actor.organization.id, now)]: [] } : {},
      ],
    },
    { populate: ['issuer', 'component.equipment'], orderBy: { id: 'desc' }, limit: asked.rows },
  )
}

export type ListedCertificate = Awaited<ReturnType<typeof listCertificates>>[number]
