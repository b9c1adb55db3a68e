import type { EntityManager } from '@mikro-orm/postgresql'
import { faceOf, type Face } from '#faces/face.ts'
import type { Actor } from '#http/actor.ts'
import type { Facilities } from '#http/facilities.ts'
import { certificateSheet, type SheetLanguage } from '#typesetting/certificate-sheet.ts'
import { calibrationSeen } from '../../calibrations/calibration.queries.ts'
import { actsOn, standing } from '../../signatures/signature.queries.ts'
import { viewSignature } from '../../signatures/signature.view.ts'
import { judgedOn } from '../../traceability/findings.queries.ts'
import { documentOf } from '../certificate.view.ts'
import { contentNow } from '../content.queries.ts'
import { traceabilityJudged } from '../issuing/issue-certificate.ts'

interface Asked {
  readonly id: string
  readonly language: SheetLanguage
}

/**
 * The certificate as it would be issued now, typeset as those that are issued: for whoever decides on it. It says that it is
 * none on its first line, has no hash and no data inside, and its code leads to a number that nobody has.
 */
export async function previewCertificate(
  em: EntityManager,
  { id, language }: Asked,
  actor: Actor,
  now: Date,
  { origin, typeset }: Facilities,
): Promise<Uint8Array> {
  const calibration = await calibrationSeen(em, id, actor)
  const content = await contentNow(em, calibration)
  const { answers } = await judgedOn(em, id, now)
  const signed = Object.values(standing(await actsOn(em, id)))
  const document = documentOf(content, {
    number: previewNumber,
    version: 1,
    issuedAt: now,
    traceability: await traceabilityJudged(em, answers),
    signatures: signed.map(viewSignature),
  })
  const face = marked(faceOf(document, { origin, sha256: '—' }))
  return typeset(certificateSheet({ face, language, issuedAt: now, attachments: [] }))
}

/** No certificate has it: a space is no character of a number. */
const previewNumber = '预览 PREVIEW'

const marked = (face: Face): Face => ({
  ...face,
  title: { zh: `预览（未签发）：${face.title.zh}`, en: `Preview, not issued: ${face.title.en}` },
})
