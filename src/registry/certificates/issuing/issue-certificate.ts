import type { EntityManager } from '@mikro-orm/postgresql'
import { refusedBy } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { dayOf, requireAuthorised } from '../../calibrations/authorised-people.queries.ts'
import type { Calibration } from '../../calibrations/calibration.entity.ts'
import type { WholeCalibration } from '../../calibrations/calibration.queries.ts'
import { fourEyes } from '../../calibrations/calibration.refusals.ts'
import { refuseFailing } from '../../calibrations/forbidding-rules.ts'
import { calibrationToMove } from '../../calibrations/calibration-to-move.ts'
import { logVersion } from '../../log/log-certificate.ts'
import { Person } from '../../people/person.entity.ts'
import { seriesOf, templateFor } from '../../reporting-rules/number-series.ts'
import { rulesInForce } from '../../reporting-rules/reporting-rules.queries.ts'
import { requireSigned, signContent } from '../../signatures/sign-content.ts'
import { viewSignature } from '../../signatures/signature.view.ts'
import { judgedOn, type Judged } from '../../traceability/findings.queries.ts'
import type { Certificate } from '../certificate.entity.ts'
import { refuseIncomplete } from '../completeness/what-is-missing.view.ts'
import { contentNow } from '../content.queries.ts'
import { certificateNumberTaken } from '../certificate.refusals.ts'
import { beforeAnyRevocation, everythingCommitted } from '../revocation-order.queries.ts'
import { referenceNames } from '../standards.queries.ts'
import { traceabilityAtIssue } from '../traceability-at-issue.view.ts'
import { takeNumber } from './numbers.queries.ts'
import { writeCertificate } from './write-certificate.ts'

/**
 * Authorises a reviewed calibration and issues its certificate (ISO/IEC 17025:2017, 7.8.1.1, 7.8.2.1 o).
 * The rules are asked once more: a standard may have been revoked since the work was submitted.
 */
export async function issueCertificate(
  em: EntityManager,
  asked: { readonly id: string; readonly seenVersion: number; readonly signer?: string },
  actor: Actor,
  now: Date,
): Promise<Certificate> {
  const calibration = await calibrationToMove(em, asked, actor, ['reviewed'])
  const signatory = await signatoryOf(em, calibration, actor, now)
  await beforeAnyRevocation(em)
  markAuthorised(em, calibration, signatory, now)
  const { findings, answers } = await judgedOn(em, calibration.id, everythingCommitted)
  refuseFailing(findings)
  const content = await contentNow(em, calibration)
  refuseIncomplete(content)
  const former = await requireSigned(em, calibration, content, ['performed', 'reviewed'])
  const signing = { calibration, meaning: 'authorised', content, signer: asked.signer } as const
  const authorised = await signContent(em, signing, actor, now)
  const traceability = await traceabilityJudged(em, answers)
  const number = calibration.certificateNumber ?? (await nextNumber(em, calibration, now))
  await em.flush()

  const certificate = writeCertificate(
    em,
    calibration,
    {
      number,
      version: 1,
      issuedAt: now,
      content,
      traceability,
      signatures: [...former, authorised].map(viewSignature),
      people: {
        performed: calibration.operator?.$,
        reviewed: calibration.reviewedBy?.$,
        authorised: signatory,
      },
      recordedBy: em.getReference(Person, actor.person.id, { wrapped: true }),
    },
    now,
  )
  await em.flush().catch(refusedBy({ certificates_number_unique: certificateNumberTaken }))
  logVersion(em, certificate)
  return certificate
}

/** The signature: by an authorised signatory who did not do the work. */
export async function signatoryOf(
  em: EntityManager,
  calibration: WholeCalibration,
  actor: Actor,
  now: Date,
): Promise<Person> {
  if (calibration.operator?.id === actor.person.id) {
    throw fourEyes(
      { en: `${actor.person.code} did this work`, zh: `${actor.person.code} 执行了该工作` },
      { person: actor.person.code },
    )
  }
  await requireAuthorised(em, actor.person.id, 'authorise', dayOf(now), calibration)
  return em.findOneOrFail(Person, { id: actor.person.id })
}

/** How the rules judged the results, with the names of the roots as they are now. */
export async function traceabilityJudged(em: EntityManager, answers: Judged['answers']) {
  const codes = answers.flatMap(({ roots }) => roots.map(({ reference }) => reference))
  return traceabilityAtIssue(answers, await referenceNames(em, [...new Set(codes)]))
}

export function markAuthorised(em: EntityManager, row: Calibration, signatory: Person, now: Date): void {
  em.assign(row, { state: 'authorised', authorisedBy: signatory, authorisedAt: now })
}

/** By the scheme of the laboratory for this kind; `LAB-2026-0007` where it has none. */
async function nextNumber(em: EntityManager, calibration: WholeCalibration, now: Date): Promise<string> {
  const { id, code } = calibration.laboratory.$
  const { numbers } = await rulesInForce(em, id)
  const template = templateFor(numbers, calibration.certificateKind)
  return takeNumber(em, { laboratory: id, series: seriesOf(template, { lab: code, day: dayOf(now) }) })
}
