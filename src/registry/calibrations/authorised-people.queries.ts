import type { EntityManager } from '@mikro-orm/postgresql'
import { asChain } from '#db/tenancy/standing.ts'
import { civilDay } from '#metrology/traceability/due.ts'
import { chinaStandardTimeMinutes } from '#metrology/traceability/trace.ts'
import { Authorization, type Activity } from '../people/authorization.entity.ts'
import type { Calibration } from './calibration.entity.ts'
import type { WholeCalibration } from './calibration.queries.ts'
import { notAuthorised } from './calibration.refusals.ts'

/** The civil day of a moment, for periods that are stated in days: the same day that the rules of traceability mean. */
export const dayOf = (moment: Date): string => civilDay(moment, chinaStandardTimeMinutes)

/** Everybody who stated any of it. The row itself names who logged it first; a revision states the whole of it anew. */
export async function enteredBy(em: EntityManager, calibration: Calibration): Promise<readonly string[]> {
  // An administrator of the node may have entered it: their acts are in the trail of another organization.
  const rows = await asChain(em, () =>
    em.execute<{ person: string }[]>(
      `select distinct person from audit_events
        where subject = ? and operation in ('log-calibration', 'revise-calibration') and person is not null`,
      [`/v1/calibrations/${calibration.id}`],
    ),
  )
  return [calibration.recordedBy.id, ...rows.map(({ person }) => person)]
}

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
