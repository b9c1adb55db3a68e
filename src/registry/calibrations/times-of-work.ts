import { dayOf } from './authorised-people.queries.ts'
import type { CertificateKind } from './calibration.entity.ts'
import { notYetDone, timesReversed, validityNotAllowed } from './calibration.refusals.ts'

/** A clock at the bench may run ahead of ours by as much. */
const toleratedSkewMs = 5 * 60_000

/** When the work began and ended: in this order, and not in the future. */
export function timesOf(entry: { readonly started: string; readonly finished: string }, now: Date) {
  const startedAt = new Date(entry.started)
  const finishedAt = new Date(entry.finished)
  if (finishedAt < startedAt) {
    throw timesReversed(
      { en: 'It ended before it began', zh: '结束时间早于开始时间' },
      {},
      { pointer: '/finished' },
    )
  }
  refuseFuture(finishedAt, now, '/finished')
  return { startedAt, finishedAt }
}

export function refuseFuture(moment: Date, now: Date, pointer: string): void {
  if (moment.getTime() <= now.getTime() + toleratedSkewMs) return
  throw notYetDone(
    { en: `It is ${now.toISOString()} now`, zh: `现在是 ${now.toISOString()}` },
    {},
    { pointer },
  )
}

/** ISO/IEC 17025:2017, 7.8.4.3: no date of recalibration; 有效期 belongs to verification, and does not end before the work. */
export function refuseValidity(
  validUntil: string | undefined,
  { kind, finishedAt }: { readonly kind: CertificateKind; readonly finishedAt: Date },
): void {
  if (validUntil === undefined) return
  const place = { pointer: '/validUntil' }
  if (kind !== 'verification') {
    throw validityNotAllowed(
      { en: 'Leave it out, or make it a verification', zh: '请删除，或将证书类型改为检定' },
      {},
      place,
    )
  }
  if (validUntil >= dayOf(finishedAt)) return
  throw timesReversed({ en: 'It ends before the work did', zh: '有效期早于检定结束日期' }, {}, place)
}
