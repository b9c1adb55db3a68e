import type {
  CertificateAttachment,
  CalibrationFinding,
  CalibrationSummary,
  CalibrationView,
  ConditionOfUse,
  EnvironmentCondition,
  MethodUsed,
} from '#contract/types.ts'
import { contentOf } from '../certificates/certificate-content.view.ts'
import { whatIsMissing } from '../certificates/completeness/what-is-missing.view.ts'
import type { NormativeDocument } from '../normative-documents/normative-document.entity.ts'
import type { Calibration } from './calibration.entity.ts'
import type { WholeCalibration } from './calibration.queries.ts'
import { viewResult } from './results/result.view.ts'

export function viewCalibration(
  row: WholeCalibration,
  findings: readonly CalibrationFinding[],
  attachments: readonly CertificateAttachment[],
): CalibrationView {
  return {
    ...summaryOf(row),
    ...(row.method && { method: viewMethod(row.method.$, row) }),
    ...(row.place && { place: row.place }),
    ...(row.site && { site: row.site }),
    environment: row.environment as readonly EnvironmentCondition[],
    ...(row.conditionsOfUse && { conditionsOfUse: row.conditionsOfUse as readonly ConditionOfUse[] }),
    ...(row.operator && { operator: row.operator.$.code }),
    ...(row.competence && { competence: row.competence.$.code }),
    ...(row.customer && { customer: row.customer.$.code }),
    certificateKind: row.certificateKind,
    ...(row.validUntil && { validUntil: row.validUntil }),
    ...(row.asFoundOmitted && { asFoundOmitted: row.asFoundOmitted }),
    ...(row.lateReason && { lateReason: row.lateReason }),
    ...row.particulars,
    visibility: row.visibility,
    ...actsOf(row),
    results: row.results.getItems().map(viewResult),
    findings,
    missing: whatIsMissing(contentOf(row, { standards: [], attachments })),
    ...(attachments.length > 0 && { attachments }),
    recordedBy: row.recordedBy.$.code,
  }
}

export const viewMethod = (
  { code }: NormativeDocument,
  { methodDeviation }: Pick<Calibration, 'methodDeviation'>,
): MethodUsed => ({ document: code, ...(methodDeviation && { deviation: methodDeviation }) })

function actsOf(row: WholeCalibration) {
  return {
    ...(row.submittedBy && { submittedBy: row.submittedBy.$.code }),
    ...(row.submittedAt && { submittedAt: row.submittedAt.toISOString() }),
    ...(row.reviewedBy && { reviewedBy: row.reviewedBy.$.code }),
    ...(row.reviewedAt && { reviewedAt: row.reviewedAt.toISOString() }),
    ...(row.reviewReason && { reviewReason: row.reviewReason }),
    ...(row.authorisedBy && { authorisedBy: row.authorisedBy.$.code }),
    ...(row.authorisedAt && { authorisedAt: row.authorisedAt.toISOString() }),
  }
}

/** A calibration in a list; laboratory, equipment and component must be loaded. */
export function summaryOf(row: Calibration): CalibrationSummary {
  return {
    id: row.id,
    laboratory: row.laboratory.getEntity().code,
    ...(row.certificateNumber && { certificateNumber: row.certificateNumber }),
    item: { equipment: row.equipment.getEntity().code, component: row.component.getEntity().code },
    started: row.startedAt.toISOString(),
    finished: row.finishedAt.toISOString(),
    state: row.state,
    ...namedIn('operator', row.operator),
    ...namedIn('submittedBy', row.submittedBy),
    ...namedIn('reviewedBy', row.reviewedBy),
    recordedAt: row.recordedAt.toISOString(),
    version: row.version,
  }
}

/** Who is named in it, where they have been loaded. */
const namedIn = (member: 'operator' | 'submittedBy' | 'reviewedBy', person: Calibration['operator']) =>
  person?.isInitialized() ? { [member]: person.getEntity().code } : {}
