import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { CertificateTranscription } from '#contract/types.ts'
import { refusedBy } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { Calibration } from '../../calibrations/calibration.entity.ts'
import { checkConditionsOfUse, checkEnvironment } from '../../calibrations/check-environment.ts'
import { particularsOf, refuseParticulars } from '../../calibrations/particulars-of-work.ts'
import { refuseFuture, refuseValidity, timesOf } from '../../calibrations/times-of-work.ts'
import {
  componentNamed,
  kindsNamed,
  recordNamed,
  recordNamedIfAny,
  requireOf,
  siteNamed,
} from '../../calibrations/named-records.queries.ts'
import { recordResults } from '../../calibrations/results/record-results.ts'
import { upstreamSources, upstreamsNamed } from '../../calibrations/results/upstream.queries.ts'
import { Competence } from '../../competences/competence.entity.ts'
import { logVersion } from '../../log/log-certificate.ts'
import { NormativeDocument } from '../../normative-documents/normative-document.entity.ts'
import { Organization } from '../../organizations/organization.entity.ts'
import { requireEitherOwn } from '../../people/may.ts'
import { Person } from '../../people/person.entity.ts'
import type { Certificate } from '../certificate.entity.ts'
import type { CertificateContent, CertificateDocument } from '../certificate-content.view.ts'
import type { CertificateVersion } from '../certificate.queries.ts'
import { certificateNumberTaken, figuresChanged, issuedBeforeFinished } from '../certificate.refusals.ts'
import { contentNow } from '../content.queries.ts'
import { compareDocuments } from '../differences/compare-documents.ts'
import { evaluateTranscription } from './evaluate-transcription.ts'
import { signed, writeCertificate } from '../issuing/write-certificate.ts'
import { formerOf } from './known-number.ts'

/** Records a certificate issued elsewhere, as it is printed. It counts as evidence once a second person has checked it. */
export async function transcribeCertificate(
  em: EntityManager,
  stated: CertificateTranscription,
  actor: Actor,
  now: Date,
): Promise<Certificate> {
  const former = await formerOf(em, stated, actor)
  const columns = await columnsOf(em, stated, now)
  const { laboratory, equipment } = columns
  // Who neither keeps the item nor issued the certificate cannot put it into the registry, not even two of them together.
  requireEitherOwn(actor, [equipment.$.owner.id, laboratory.id], '/item/equipment')
  const people = await peopleOf(em, stated, laboratory)
  const kinds = await kindsNamed(em, kindsStated(stated))
  const sources = await upstreamSources(em, upstreamsNamed(stated.results))
  const recordedBy = em.getReference(Person, actor.person.id, { wrapped: true })

  const drafts = evaluateTranscription(stated.results, {
    kinds,
    sources,
    componentId: columns.component.id,
    startedAt: columns.startedAt,
  })

  const calibration = em.create(Calibration, {
    id: v7(),
    origin: 'transcribed',
    state: 'authorised',
    ...columns,
    operator: people.performed ?? null,
    certificateNumber: stated.number,
    ...(former && { corrects: former.calibration.$ }),
    stated,
    recordedBy,
    recordedAt: now,
  })
  recordResults(em, calibration, drafts, kinds, now)
  await em.flush()
  const content = await contentNow(em, calibration)
  const writing = {
    number: stated.number,
    version: (former?.edition ?? 0) + 1,
    ...changeOf(former, stated, content),
    issuedAt: new Date(stated.issued),
    content,
    people,
    recordedBy,
  }
  const certificate = writeCertificate(em, calibration, writing, now)
  await em.flush().catch(refusedBy({ certificates_number_unique: certificateNumberTaken }))
  logVersion(em, certificate)
  return certificate
}

/** What the issuer's amendment changed, against the version that was transcribed before (7.8.8). */
function changeOf(
  former: CertificateVersion | undefined,
  { amendment }: CertificateTranscription,
  content: CertificateContent,
) {
  if (!former || !amendment) return {}
  const differences = compareDocuments(JSON.parse(former.document) as CertificateDocument, content)
  const result = differences.find(({ pointer }) => pointer.startsWith('/results'))
  if (amendment.changeClass === 'editorial' && result) {
    throw figuresChanged(result.words, {}, { pointer: '/amendment/changeClass' })
  }
  return { changeClass: amendment.changeClass, changeReason: amendment.reason, differences }
}

async function columnsOf(em: EntityManager, stated: CertificateTranscription, now: Date) {
  const { startedAt, finishedAt } = timesOf(stated, now)
  const issued = new Date(stated.issued)
  if (issued < finishedAt) {
    throw issuedBeforeFinished(issuedBeforeFinished.definition.title, {}, { pointer: '/issued' })
  }
  refuseFuture(issued, now, '/issued')
  refuseValidity(stated.validUntil, { kind: stated.kind, finishedAt })
  refuseParticulars(stated, { kind: stated.kind, startedAt, finishedAt })
  checkEnvironment(stated.environment)
  checkConditionsOfUse(stated.conditionsOfUse)
  const component = await componentNamed(em, stated.item, '/item/equipment')
  const laboratory = await recordNamed(em, Organization, stated.issuer, '/issuer')
  const competence = await recordNamedIfAny(em, Competence, stated.competence, '/competence')
  requireOf(laboratory, competence, '/competence')
  return {
    laboratory,
    equipment: component.equipment,
    component,
    method: await recordNamedIfAny(em, NormativeDocument, stated.method?.document, '/method/document'),
    methodDeviation: stated.method?.deviation ?? null,
    startedAt,
    finishedAt,
    place: stated.place ?? null,
    site: siteNamed(laboratory, stated.site),
    environment: stated.environment ?? [],
    conditionsOfUse: stated.conditionsOfUse ?? null,
    competence,
    certificateKind: stated.kind,
    validUntil: stated.validUntil ?? null,
    asFoundOmitted: stated.asFoundOmitted ?? null,
    traceabilityStatement: stated.traceabilityStatement ?? null,
    customer: await recordNamedIfAny(em, Organization, stated.customer, '/customer'),
    particulars: particularsOf(stated),
    visibility: stated.visibility ?? 'public',
  } as const
}

/** Who signed, of the issuer; what the transcription leaves out stays open. */
async function peopleOf(em: EntityManager, stated: CertificateTranscription, issuer: Organization) {
  const named = async (member: 'performer' | 'reviewer' | 'signatory') => {
    const person = await recordNamedIfAny(em, Person, stated[member], `/${member}`)
    requireOf(issuer, person, `/${member}`)
    return signed(person)
  }
  return {
    performed: await named('performer'),
    reviewed: await named('reviewer'),
    authorised: await named('signatory'),
  }
}

const kindsStated = ({ results }: CertificateTranscription) =>
  results.flatMap(({ measurandKind, inputs }, position) => [
    { code: measurandKind, pointer: `/results/${position}/measurandKind` },
    ...Object.entries(inputs ?? {}).flatMap(([symbol, input]) =>
      input.measurandKind === undefined
        ? []
        : [{ code: input.measurandKind, pointer: `/results/${position}/inputs/${symbol}/measurandKind` }],
    ),
  ])
