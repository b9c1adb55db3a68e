import { expect } from 'vitest'
import { connect } from '#db/connection.ts'
import { verifyAuditTrail } from '#registry/audit/verify-audit-trail.ts'
import { entities } from '#registry/entities.ts'
import { logFault } from '#registry/log/log-fault.ts'
import { verifyLog } from '#registry/log/verify-log.ts'
import type { Acknowledged } from './writers.ts'

/** A transcribed certificate brings a calibration of its own, of somebody else. */
const calibrationsOfOurs = `
  select c.id from calibrations c join organizations o on o.id = c.laboratory_id where o.code = 'LAB'`

/** What was acknowledged is in the database once, and nothing else of its kind; trail and log are whole. */
export async function expectKept(databaseUrl: string, count: Acknowledged): Promise<void> {
  const orm = await connect({ url: databaseUrl, entities, log: { debug: () => undefined } })
  const idsOf = async (sql: string) =>
    (await orm.em.fork().execute<{ id: string }[]>(sql)).map(({ id }) => id).toSorted()
  try {
    expect(await idsOf(calibrationsOfOurs)).toEqual(count.calibrations.toSorted())
    const issued = `select v.number as id from certificates v join (${calibrationsOfOurs}) c on c.id = v.calibration_id`
    expect(await idsOf(issued)).toEqual(count.issued.toSorted())
    const transcribed = `select number as id from certificates where number like 'TRANSCRIBED-%'`
    expect(await idsOf(transcribed)).toEqual(count.transcribed.toSorted())
    const acts = `select request_id as id from audit_events where operation = 'log-calibration'`
    expect(await idsOf(acts)).toHaveLength(count.calibrations.length)
    const em = orm.em.fork()
    expect(await verifyAuditTrail(em)).toMatchObject({ intact: true })
    expect(await verifyLog(em)).toMatchObject({ intact: true })
    expect(await logFault(em)).toBeUndefined()
  } finally {
    await orm.close(true)
  }
}
