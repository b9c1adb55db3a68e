import type { CalibrationEntry, CertificateTranscription, Particulars } from '#contract/types.ts'
import { dayOf } from './authorised-people.queries.ts'
import type { CertificateKind } from './calibration.entity.ts'
import { particularNotAllowed, timesReversed } from './calibration.refusals.ts'

type Stated = Pick<CalibrationEntry & CertificateTranscription, keyof Particulars>

/** What a certificate states beside its figures, as it is kept; null where nothing is stated. */
export function particularsOf(stated: Stated): Particulars | null {
  const { received, itemCondition, accuracyClass, nonconformities, recalibrationAgreed, opinions, remarks } =
    stated
  const kept = {
    ...(received !== undefined && { received }),
    ...(itemCondition !== undefined && { itemCondition }),
    ...(accuracyClass !== undefined && { accuracyClass }),
    ...(nonconformities && nonconformities.length > 0 && { nonconformities }),
    ...(recalibrationAgreed && { recalibrationAgreed }),
    ...(opinions && opinions.length > 0 && { opinions }),
    ...(remarks !== undefined && { remarks }),
  }
  return Object.keys(kept).length > 0 ? kept : null
}

/** In an order in which it can have happened, and on the kind of certificate to which it belongs. */
export function refuseParticulars(
  stated: Stated,
  { kind, startedAt, finishedAt }: Readonly<{ kind: CertificateKind; startedAt: Date; finishedAt: Date }>,
): void {
  const { received, recalibrationAgreed, nonconformities = [], accuracyClass } = stated
  if (received !== undefined && received > dayOf(startedAt)) {
    throw timesReversed(
      { en: 'It was received after the work began', zh: '收样日期晚于工作开始日期' },
      {},
      { pointer: '/received' },
    )
  }
  if (recalibrationAgreed && recalibrationAgreed.due < dayOf(finishedAt)) {
    throw timesReversed(
      { en: 'Recalibration was due before the work ended', zh: '复校日期早于工作结束日期' },
      {},
      { pointer: '/recalibrationAgreed/due' },
    )
  }
  const isVerification = kind === 'verification' || kind === 'verification-refusal'
  if (recalibrationAgreed && isVerification) throw notOn('/recalibrationAgreed', kind)
  if (nonconformities.length > 0 && kind !== 'verification-refusal') throw notOn('/nonconformities', kind)
  if (accuracyClass !== undefined && !isVerification) throw notOn('/accuracyClass', kind)
}

const notOn = (pointer: string, kind: CertificateKind) =>
  particularNotAllowed(
    { en: `A certificate of the kind ${kind} does not state it`, zh: `此类证书（${kind}）不含此项` },
    {},
    { pointer },
  )
