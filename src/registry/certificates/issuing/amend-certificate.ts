import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateAmendment, LocalizedText } from '#contract/types.ts'
import { refusedBy } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { findCalibration, type WholeCalibration } from '../../calibrations/calibration.queries.ts'
import { unknownRecord, wrongState } from '../../calibrations/calibration.refusals.ts'
import { refuseFailing } from '../../calibrations/forbidding-rules.ts'
import { logVersion } from '../../log/log-certificate.ts'
import { Person } from '../../people/person.entity.ts'
import { requireSigned, signContent } from '../../signatures/sign-content.ts'
import { viewSignature } from '../../signatures/signature.view.ts'
import { judgedOn } from '../../traceability/findings.queries.ts'
import type { Certificate } from '../certificate.entity.ts'
import type { CertificateVersion } from '../certificate.queries.ts'
import { alreadySo, notIssuedHere, otherItem } from '../certificate.refusals.ts'
import type { CertificateContent, CertificateDocument } from '../certificate-content.view.ts'
import { refuseIncomplete } from '../completeness/what-is-missing.view.ts'
import { contentNow } from '../content.queries.ts'
import { compareDocuments } from '../differences/compare-documents.ts'
import { markAuthorised, signatoryOf, traceabilityJudged } from './issue-certificate.ts'
import { newestOfActor } from '../record-certificate-event.ts'
import { beforeAnyRevocation, everythingCommitted } from '../revocation-order.queries.ts'
import { writeCertificate, type Writing } from './write-certificate.ts'

/**
 * A new version that names what it changes and why (ISO/IEC 17025:2017, 7.8.8); the former one stays as it was.
 * A change of value or scope rests on a calibration of its own, logged, submitted and reviewed like any other.
 */
export async function amendCertificate(
  em: EntityManager,
  asked: {
    readonly number: string
    readonly amendment: CertificateAmendment
    readonly signer?: string | undefined
  },
  actor: Actor,
  now: Date,
): Promise<Certificate> {
  await beforeAnyRevocation(em)
  const former = await newestOfActor(em, asked.number, actor, ['revoked', 'withdrawn'])
  if (former.origin !== 'issued') throw notIssuedHere(notIssuedHere.definition.title)
  const { amendment } = asked
  const calibration = await calibrationBehind(em, former, amendment)
  const signatory = await signatoryOf(em, calibration, actor, now)
  const formerDocument = JSON.parse(former.document) as CertificateDocument
  const content = await contentNow(em, calibration, placeOf(formerDocument, amendment))
  refuseIncomplete(content)
  const { traceability, signed } =
    calibration.id === former.calibration.id
      ? kept(formerDocument)
      : await judgedAnew(em, { calibration, content, signatory, former }, now)
  const signing = { calibration, meaning: 'authorised', content, signer: asked.signer } as const
  const authorised = await signContent(em, signing, actor, now)
  await em.flush()

  const certificate = writeCertificate(
    em,
    calibration,
    {
      number: former.number,
      version: former.edition + 1,
      issuedAt: now,
      people: {
        performed: calibration.operator?.$,
        reviewed: calibration.reviewedBy?.$ ?? former.reviewer?.$,
        authorised: signatory,
      },
      recordedBy: em.getReference(Person, actor.person.id, { wrapped: true }),
      changeClass: amendment.changeClass,
      changeReason: amendment.reason,
      content,
      traceability,
      signatures: [...signed, viewSignature(authorised)],
      differences: compareDocuments(formerDocument, {
        ...content,
        ...(traceability && { traceability }),
      }),
    },
    now,
  )
  await em.flush().catch(refusedBy({ certificates_number_unique: alreadySo }))
  logVersion(em, certificate)
  return certificate
}

type Grounds = Pick<Writing, 'traceability'> & { readonly signed: NonNullable<Writing['signatures']> }

/** Words are amended: what was judged and who performed and reviewed it stays as it was. */
const kept = ({ traceability, signatures = [] }: CertificateDocument): Grounds => ({
  traceability,
  signed: signatures.filter(({ meaning }) => meaning !== 'authorised'),
})

/** Figures or scope are amended: the new calibration is judged as any other at its issue. */
async function judgedAnew(
  em: EntityManager,
  { calibration, content, signatory, former }: Amended,
  now: Date,
): Promise<Grounds> {
  const signed = await requireSigned(em, calibration, content, ['performed', 'reviewed'])
  markAuthorised(em, calibration, signatory, now)
  em.assign(calibration, { corrects: former.calibration.$ })
  const { findings, answers } = await judgedOn(em, calibration.id, everythingCommitted)
  refuseFailing(findings)
  return { traceability: await traceabilityJudged(em, answers), signed: signed.map(viewSignature) }
}

interface Amended {
  readonly calibration: WholeCalibration
  readonly content: CertificateContent
  readonly signatory: Person
  readonly former: CertificateVersion
}

/** A place that was corrected once stays corrected in the next editorial version. */
const placeOf = (former: CertificateDocument, amendment: CertificateAmendment): LocalizedText | undefined =>
  amendment.changeClass !== 'editorial' ? undefined : 'place' in amendment ? amendment.place : former.place

async function calibrationBehind(
  em: EntityManager,
  former: CertificateVersion,
  amendment: CertificateAmendment,
): Promise<WholeCalibration> {
  const id = 'calibration' in amendment ? amendment.calibration : former.calibration.id
  const calibration = await findCalibration(em, id)
  // Another laboratory's calibration is answered as one that does not exist.
  if (calibration?.laboratory.id !== former.issuer.id) {
    throw unknownRecord(
      { en: `No calibration is ${id}`, zh: `没有校准记录 ${id}` },
      {},
      { pointer: '/calibration' },
    )
  }
  if (!('calibration' in amendment)) return calibration
  if (calibration.component.id !== former.component.id) {
    throw otherItem(otherItem.definition.title, {}, { pointer: '/calibration' })
  }
  if (calibration.state !== 'reviewed') {
    throw wrongState(
      {
        en: `It is ${calibration.state}; this needs one that is reviewed`,
        zh: `当前状态为 ${calibration.state}，须先通过审核`,
      },
      { state: calibration.state },
      { pointer: '/calibration' },
    )
  }
  return calibration
}
