/** A period of civil dates, both ends included. */
export interface Edition {
  readonly sequence: number
  readonly validFrom: string
  readonly validTo?: string | null | undefined
}

export interface DatedStatus {
  readonly status: 'active' | 'suspended' | 'withdrawn'
  readonly effectiveFrom: string
  readonly recordedAt: Date
}

export type StatusOnDay = DatedStatus['status'] | 'expired' | 'not-yet-valid'

/** What the line said on a day: the edition that began last. Of two from one day, the later one corrects the other. */
export const editionOn = <E extends Edition>(editions: readonly E[], day: string): E | undefined =>
  editions
    .filter((one) => one.validFrom <= day)
    .toSorted((a, b) =>
      a.validFrom === b.validFrom ? a.sequence - b.sequence : a.validFrom < b.validFrom ? -1 : 1,
    )
    .at(-1)

/** Nothing is invented between the dates: the last word before the day holds, unless the scope itself has ended. */
export function statusOn(
  editions: readonly Edition[],
  statuses: readonly DatedStatus[],
  day: string,
): StatusOnDay {
  const stated = statuses
    .filter((one) => one.effectiveFrom <= day)
    .toSorted((a, b) =>
      a.effectiveFrom === b.effectiveFrom
        ? Number(a.recordedAt) - Number(b.recordedAt)
        : a.effectiveFrom < b.effectiveFrom
          ? -1
          : 1,
    )
    .at(-1)?.status
  const edition = editionOn(editions, day)
  if (edition === undefined || stated === undefined) return 'not-yet-valid'
  if (stated !== 'active') return stated
  return edition.validTo != null && edition.validTo < day ? 'expired' : 'active'
}
