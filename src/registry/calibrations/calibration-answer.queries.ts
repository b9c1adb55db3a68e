import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import { attachmentsOf } from '../attachments/attachment.queries.ts'
import { Certificate } from '../certificates/certificate.entity.ts'
import { findingsOn } from '../traceability/findings.queries.ts'
import { calibrationSeen, heldBefore } from './calibration.queries.ts'
import { viewCalibration } from './calibration.view.ts'

export const addressOf = (id: string) => `/v1/calibrations/${id}`

/** A calibration as it is answered: with what the rules find and what its certificate would not say yet. */
export async function calibrationAnswer(em: EntityManager, id: string, actor: Actor, now: Date) {
  await em.flush()
  const calibration = (await heldBefore(em, id)) ?? (await calibrationSeen(em, id, actor))
  const findings = await findingsOn(em, id, now)
  const body = {
    ...viewCalibration(calibration, findings, await attachmentsOf(em, id)),
    ...(calibration.state === 'authorised' && (await numberGiven(em, id))),
  }
  // One subject for every move, so that the trail of a calibration is found by its address.
  return { body, etag: calibration.version, subject: addressOf(id) }
}

/** What was issued has a number, also where the laboratory had stated none. */
async function numberGiven(em: EntityManager, calibration: string): Promise<{ certificateNumber?: string }> {
  const certificate = await em.findOne(Certificate, { calibration })
  return certificate ? { certificateNumber: certificate.number } : {}
}
