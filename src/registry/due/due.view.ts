import type { DueItem, DueStanding } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { DueRow } from './due.queries.ts'
import { daysBetween } from './horizon.ts'

export const standingOf = (due: string | null, today: string): DueStanding => {
  if (due === null) return 'never-calibrated'
  return due < today ? 'overdue' : 'soon'
}

export const viewDue =
  (today: string) =>
  ({ id: _, validUntil, ...row }: DueRow): DueItem => ({
    ...withoutNulls(row),
    standing: standingOf(row.due, today),
    ...(row.due !== null && {
      days: daysBetween(today, row.due),
      by: validUntil === null ? ('owner-programme' as const) : ('verification-validity' as const),
    }),
  })
