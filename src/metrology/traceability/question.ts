import { bestResult } from './graph.ts'
import { knownAt } from './known.ts'
import type { Known } from './known.ts'
import type { CertificateRecord, ChainRecords } from './records.ts'

/** What is asked about: a result, or a component of an item that has none. */
export type Subject =
  | { readonly kind: 'result'; readonly resultId: string }
  | {
      readonly kind: 'none'
      readonly equipment: string
      readonly component: string
      readonly measurandKind: string
    }

export interface AskedCertificate {
  readonly number: string
  readonly version?: number | undefined
  readonly result?: string | undefined
}

export interface AskedEquipment {
  readonly equipmentId: string
  /** What a person calls it. */
  readonly code: string
  readonly component: string
  readonly measurandKind: string
  readonly value?: number | undefined
}

/** A result named by its certificate: the newest version known at K unless one is named, the item as it left unless a code is given. */
export function subjectOfCertificate(
  records: ChainRecords,
  asked: AskedCertificate,
  asKnownAt: Date,
): Subject | undefined {
  const known = knownAt(records, asKnownAt)
  const versions = known.versionsOf(asked.number)
  const certificate =
    asked.version === undefined ? versions.at(-1) : versions.find((one) => one.version === asked.version)
  if (certificate === undefined) return undefined
  const results = known.resultsOf(certificate.id)
  const result =
    asked.result === undefined
      ? bestResult(results, undefined, undefined)
      : results.find((one) => one.code === asked.result)
  return result && { kind: 'result', resultId: result.id }
}

/**
 * A measurement with an item at T rests on its last calibration before T: of the kind that is asked, else on the last
 * one of all, so that the answer can say what it was calibrated for instead.
 */
export function subjectOfEquipment(
  records: ChainRecords,
  asked: AskedEquipment,
  at: Date,
  asKnownAt: Date,
): Subject {
  const known = knownAt(records, asKnownAt)
  const calibrations = known
    .certificatesOf(asked.equipmentId, asked.component)
    .filter((one) => one.origin !== 'draft' && one.finished <= at && isNewest(known, one))
  const ofKind = calibrations.filter((one) =>
    known.resultsOf(one.id).some((result) => result.measurandKind === asked.measurandKind),
  )
  const certificate = ofKind.at(-1) ?? calibrations.at(-1)
  const results = certificate ? known.resultsOf(certificate.id) : []
  const result = bestResult(results, asked.measurandKind, asked.value)
  if (result !== undefined) return { kind: 'result', resultId: result.id }
  const { code: equipment, component, measurandKind } = asked
  return { kind: 'none', equipment, component, measurandKind }
}

const isNewest = (known: Known, certificate: CertificateRecord) =>
  known.versionsOf(certificate.number).at(-1)?.id === certificate.id
