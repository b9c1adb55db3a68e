import type { EntityManager } from '@mikro-orm/postgresql'
import { Authorization, type Activity } from '../people/authorization.entity.ts'
import type { WholeCalibration } from './calibration.queries.ts'
import { notAuthorised } from './calibration.refusals.ts'

/** The civil date of a moment in UTC, for periods of validity that are stated in days. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/** ISO/IEC 17025:2017, 6.2.6: authorised for the activity and for every kind of the results, on the day of the act. */
export async function requireAuthorised(
  em: EntityManager,
  personId: string,
  activity: Activity,
  day: string,
  calibration: WholeCalibration,
): Promise<void> {
  const authorizations = await em.find(Authorization, {
    person: personId,
    activity,
    validFrom: { $lte: day },
    $or: [{ validTo: null }, { validTo: { $gte: day } }],
  })
  const covered = new Set(authorizations.map(({ measurandKind }) => measurandKind?.id))
  const missing = calibration.results
    .getItems()
    .find(({ measurandKind }) => !covered.has(undefined) && !covered.has(measurandKind.id))
  if (authorizations.length > 0 && !missing) return
  const kind = missing?.measurandKind.getEntity().code ?? ''
  throw notAuthorised(
    {
      en: `No authorization to ${activity} ${kind} was in force on ${day}`.replace('  ', ' '),
      zh: `${day} 没有有效的授权（${activity}${kind ? `，${kind}` : ''}）`,
    },
    { activity, day },
    { rule: 'R20' },
  )
}
