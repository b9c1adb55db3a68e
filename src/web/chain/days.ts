import type { TraceabilityAnswer } from '#contract/types.ts'

/** `2026-08-31` → the day after. */
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/**
 * The days on which something about the chain may change: issued, calibrated, found, recalled, revoked, and the day after
 * something was due. Between two of them a verdict does not change by itself.
 */
export function daysOf(answers: readonly TraceabilityAnswer[], today: string): readonly string[] {
  const days = answers.flatMap(({ rules, nodes }) => [
    ...nodes.flatMap(({ finished }) => (finished === undefined ? [] : [finished.slice(0, 10)])),
    ...rules.flatMap(({ code, evidence }) =>
      evidence.flatMap(({ day }) => {
        if (day === undefined || !/^\d{4}-\d\d-\d\d/.test(day)) return []
        const found = day.slice(0, 10)
        return code === 'R09' ? [found, dayAfter(found)] : [found]
      }),
    ),
  ])
  return [...new Set([...days, today])].toSorted()
}

/** A day as a page asks it is the noon of that day; an instant stays what it is. */
export const momentOfUse = (text: string | null): string | undefined =>
  text === null || text === '' ? undefined : isDay(text) ? `${text}T12:00:00Z` : text

/** Known on a day is what was known when it ended; what lies ahead is not asked. */
export function momentOfKnowledge(text: string | null, now: Date): string | undefined {
  if (text === null || text === '') return undefined
  const moment = isDay(text) ? `${text}T23:59:59Z` : text
  return Date.parse(moment) >= now.getTime() ? undefined : moment
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)
