import type { EntityManager } from '@mikro-orm/postgresql'
import { civilDay, monthsLater } from '#metrology/traceability/due.ts'
import { chinaStandardTimeMinutes } from '#metrology/traceability/trace.ts'
import type { Component } from '../equipment/component.entity.ts'
import { standingOf, type Standing } from './lock-on-day.queries.ts'
import { wasOverdue, wasQuarantined } from './usage.refusals.ts'

const dayOf = (moment: Date): string => civilDay(moment, chinaStandardTimeMinutes)

/**
 * Overdue or quarantined: no new uses (domain.md). A use that has happened all the same is recorded with the reason, because
 * without its record nobody could find the products that were measured.
 */
export async function refuseLocked(em: EntityManager, component: Component, at: Date): Promise<void> {
  const day = dayOf(at)
  const standing = await standingOf(em, component, { at, day })
  const place = { pointer: '/usedAt' }
  if (standing.quarantinedSince) {
    const since = standing.quarantinedSince.toISOString()
    const detail = { en: `It has been in quarantine since ${since}`, zh: `自 ${since} 起处于隔离状态` }
    throw wasQuarantined(detail, { since }, { ...place, rule: 'R02' })
  }
  const lastDay = lastDayOf(standing)
  if (lastDay === undefined || day <= lastDay) return
  const detail = { en: `Its calibration was due on ${lastDay}`, zh: `校准到期日为 ${lastDay}` }
  throw wasOverdue(detail, { due: lastDay }, { ...place, rule: 'R09' })
}

/** 有效期 of a verification, else the owner's interval from the last measurement; never calibrated is not overdue. */
function lastDayOf({ finishedAt, validUntil, intervalMonths }: Standing): string | undefined {
  if (validUntil !== null) return validUntil
  return finishedAt && intervalMonths !== null ? monthsLater(dayOf(finishedAt), intervalMonths) : undefined
}
