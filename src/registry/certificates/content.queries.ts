import type { EntityManager } from '@mikro-orm/postgresql'
import type { LocalizedText } from '#contract/types.ts'
import { attachmentsOf } from '../attachments/attachment.queries.ts'
import type { Calibration } from '../calibrations/calibration.entity.ts'
import { contentOf, type CertificateContent } from './certificate-content.view.ts'
import { standardsOf } from './standards.queries.ts'

/** The content of a certificate as it would be written now, from a calibration in whatever state. */
export async function contentNow(
  em: EntityManager,
  calibration: Calibration,
  place?: LocalizedText,
): Promise<CertificateContent> {
  await em.populate(calibration, [
    'laboratory',
    'equipment.owner',
    'component.intervals',
    'customer',
    'method',
    'competence',
    'results.measurandKind',
  ])
  const standards = await standardsOf(em, calibration)
  const attachments = await attachmentsOf(em, calibration.id)
  return contentOf(calibration, { standards, attachments, ...(place !== undefined && { place }) })
}
