import { notYetDone, timesReversed } from './calibration.refusals.ts'

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
  if (finishedAt.getTime() > now.getTime() + toleratedSkewMs) {
    throw notYetDone(
      { en: `It is ${now.toISOString()} now`, zh: `现在是 ${now.toISOString()}` },
      {},
      { pointer: '/finished' },
    )
  }
  return { startedAt, finishedAt }
}
