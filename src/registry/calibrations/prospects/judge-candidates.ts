import type { CalibrationFinding } from '#contract/types.ts'
import { ilacP10 } from '#metrology/traceability/policies.ts'
import type {
  CertificateRecord,
  ChainRecords,
  PointOfUse,
  ResultRecord,
  Upstream,
} from '#metrology/traceability/records.ts'
import { traceability } from '#metrology/traceability/trace.ts'
import { isFinding, viewFinding, withoutRepetition } from '../../traceability/finding.view.ts'

/** A standard that could be used, as the rules know it. */
export interface Candidate {
  readonly id: string
  readonly upstream: Upstream
  readonly estimate: number
  readonly standardUncertainty: number
  readonly unit: string
}

/** The work it would be used for. */
export interface Work {
  readonly laboratoryId: string
  readonly equipmentId: string
  readonly component: string
  readonly measurandKind: string
  readonly started: Date
  readonly finished: Date
  readonly point: PointOfUse
}

/**
 * What the rules find about each candidate: a result that rests on nothing else is put above it in memory, and asked
 * about. What is found of that result itself says nothing of the standard.
 */
export function judgeCandidates(
  records: ChainRecords,
  candidates: readonly Candidate[],
  work: Work,
  now: Date,
): ReadonlyMap<string, readonly CalibrationFinding[]> {
  const probes = candidates.map((candidate) => probeOf(candidate, work))
  const withProbes = {
    ...records,
    certificates: [...records.certificates, probingCertificate(work, now)],
    results: [...records.results, ...probes],
  }
  return new Map(
    candidates.map(({ id }) => {
      const resultId = probeId(id)
      const subject = { kind: 'result', resultId } as const
      const asked = { subject, at: work.finished, asKnownAt: now, policy: ilacP10 }
      const found = traceability(withProbes, asked).rules.filter(
        (rule) => isFinding(rule) && rule.node !== resultId,
      )
      return [id, withoutRepetition(found.map((rule) => viewFinding(rule, resultId, 'probe')))]
    }),
  )
}

const certificateId = 'a calibration that is being prepared'
const probeId = (candidate: string) => `a result that would rest on ${candidate}`

const probingCertificate = (work: Work, now: Date): CertificateRecord => ({
  id: certificateId,
  number: certificateId,
  version: 1,
  origin: 'draft',
  kind: 'calibration',
  laboratoryId: work.laboratoryId,
  equipmentId: work.equipmentId,
  component: work.component,
  started: work.started,
  finished: work.finished,
  events: [],
  recordedAt: now,
})

function probeOf(candidate: Candidate, { measurandKind, point }: Work): ResultRecord {
  const { id, upstream, estimate, standardUncertainty, unit } = candidate
  return {
    id: probeId(id),
    certificateId,
    code: 'probe',
    measurandKind,
    stage: 'as-found-and-left',
    point: { value: point.value ?? estimate, unit, unitSize: 1, parameters: point.parameters ?? {} },
    unit,
    unitSize: 1,
    estimate,
    standardUncertainty,
    links: [
      {
        input: 'x',
        upstream,
        expectedMeasurandKind: measurandKind,
        sensitivity: 1,
        inputEstimate: estimate,
        inputStandardUncertainty: standardUncertainty,
        share: 1,
        ...((point.value !== undefined || point.parameters !== undefined) && { usedAt: point }),
      },
    ],
  }
}
