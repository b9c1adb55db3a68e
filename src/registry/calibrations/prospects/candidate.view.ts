import type { CalibrationFinding, CandidateStandard, LocalizedText } from '#contract/types.ts'
import { forbids } from '../forbidding-rules.ts'
import { reportedOf } from '../results/result.view.ts'
import type { CertifiedResult } from './candidates.queries.ts'

export function viewCandidate(
  { result, certificate }: CertifiedResult,
  findings: readonly CalibrationFinding[],
): CandidateStandard {
  const { component, equipment, finishedAt } = result.calibration.$
  const { code, name, serialNumber, state } = equipment.$
  const { intervalLower: lower, intervalUpper: upper, intervalUnit: unit, standardUncertainty } = result
  return {
    from: { certificate: certificate.number, result: result.code, version: certificate.edition },
    equipment: { code, name: name as LocalizedText, component: component.$.code, serialNumber, state },
    measurandKind: result.measurandKind.$.code,
    point: {
      nominal: { value: result.nominal, unit: result.nominalUnit },
      ...(Object.keys(result.parameters).length > 0 && { parameters: result.parameters }),
    },
    ...(lower &&
      upper &&
      unit && { interval: { lower: { value: lower, unit }, upper: { value: upper, unit } } }),
    unit: result.unit,
    estimate: result.estimate,
    ...(standardUncertainty !== null && standardUncertainty !== undefined && { standardUncertainty }),
    reported: reportedOf(result),
    calibrated: finishedAt.toISOString(),
    admissible: !findings.some(forbids),
    findings,
  }
}
