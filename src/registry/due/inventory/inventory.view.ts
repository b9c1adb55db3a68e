import type { EquipmentState, InventoryItem, InventorySummary, EquipmentLevel } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import { daysBetween } from '../horizon.ts'
import type { InventoryRow, StandingCount, WeekCount } from './inventory.queries.ts'

export const viewInventory =
  (today: string) =>
  ({ id: _, place: __, level, state, due, ...row }: InventoryRow): InventoryItem => ({
    ...withoutNulls(row),
    // As the constraints of the table have it.
    level: level as EquipmentLevel,
    state: state as EquipmentState,
    ...(due !== null && { due, days: daysBetween(today, due) }),
  })

export const weeksAhead = 26

export function viewSummary(
  { owner, today, soon }: { readonly owner: string; readonly today: string; readonly soon: string },
  counts: readonly StandingCount[],
  weeks: readonly WeekCount[],
): InventorySummary {
  const countOf = (standing: StandingCount['standing']) =>
    counts.find((each) => each.standing === standing)?.count ?? 0
  const byMonday = new Map(weeks.map(({ from, count }) => [from, count]))
  return {
    owner,
    today,
    soon,
    total: counts.reduce((sum, { count }) => sum + count, 0),
    standings: {
      'never-calibrated': countOf('never-calibrated'),
      overdue: countOf('overdue'),
      soon: countOf('soon'),
      'in-force': countOf('in-force'),
      'no-programme': countOf('no-programme'),
      'out-of-use': countOf('out-of-use'),
    },
    weeks: mondaysFrom(today).map((from) => ({ from, count: byMonday.get(from) ?? 0 })),
  }
}

const dayMilliseconds = 86_400_000

function mondaysFrom(today: string): string[] {
  const at = Date.parse(today)
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * dayMilliseconds
  return Array.from({ length: weeksAhead }, (_, week) =>
    new Date(monday + week * 7 * dayMilliseconds).toISOString().slice(0, 10),
  )
}
