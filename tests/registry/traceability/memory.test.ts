import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MikroORM } from '@mikro-orm/postgresql'
import { connect } from '#db/connection.ts'
import { entities } from '#registry/entities.ts'
import { ilacP10 } from '#metrology/traceability/policies.ts'
import { subjectOfCertificate } from '#metrology/traceability/question.ts'
import { traceability } from '#metrology/traceability/trace.ts'
import { chainRecords } from '#registry/traceability/chain-records.ts'
import type { ChainRows } from '#registry/traceability/chain-rows.ts'
import { wholeSql } from '#registry/traceability/chain-sql.queries.ts'
import { chainsAboveCertificates } from '#registry/traceability/chain.queries.ts'
import { readWhole } from '#registry/traceability/memory/remembered-chain.queries.ts'
import { service } from '../../service.ts'
import {
  entryOfWeight,
  equipment,
  issued,
  laboratory,
  standardCertificate,
} from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const seed = `select r.ancestors || r.id from certificates t
  join calibration_results r on r.calibration_id = t.calibration_id where t.number = $1`

/** In an order of its own, and each row once: the order of rows means nothing. */
const comparable = (rows: ChainRows) =>
  Object.fromEntries(
    Object.entries(rows)
      .filter(([, list]) => Array.isArray(list))
      .map(([name, list]) => [
        name,
        [...new Set((list as object[]).map((row) => JSON.stringify(row)))].toSorted(),
      ]),
  )

describe('a chain that is put together of what is remembered', () => {
  const s = service()
  const lab = laboratory(s)
  const other: { orm?: MikroORM } = {}
  beforeAll(async () => {
    other.orm = await connect({ url: s.url, entities, log: { debug: () => undefined } })
  })
  afterAll(() => other.orm?.close(true))

  /** Remembered in this process, and in another one that was not told of what this one does. */
  const same = async (number: string) => {
    const question = { asked: number, wholeSql: wholeSql(seed), itemsSql: '', behindSql: '' }
    const read = await readWhole(s.orm.em.fork(), question)
    for (const orm of [s.orm, other.orm!]) {
      const remembered = await chainsAboveCertificates(orm.em.fork(), [number])
      expect(comparable(remembered)).toEqual(comparable(read))
      expect(answerFrom(remembered, number)).toEqual(answerFrom(read, number))
    }
    return comparable(read)
  }
  const answerFrom = (rows: ChainRows, number: string) => {
    const records = chainRecords(rows)
    const now = s.clock.now()
    const subject = subjectOfCertificate(records, { number }, now)!
    return traceability(records, { subject, at: now, asKnownAt: now, policy: ilacP10 })
  }

  it('is what is read in full, the first time and again', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    const whole = await same(number)
    expect(whole['results']!.length).toBeGreaterThan(1)
    expect(whole['references']).toHaveLength(1)
    expect(await same(number)).toEqual(whole)
  })

  it('follows every act at once: on a certificate, an item, a scope, a person, a reference', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    let before = await same(number)
    const changed = async (act: () => Promise<unknown>) => {
      s.clock.moveTo(new Date(s.clock.now().getTime() + 60_000).toISOString())
      await act()
      const after = await same(number)
      expect(after).not.toEqual(before)
      before = after
    }
    await changed(async () =>
      must(
        await lab.admin.post('/v1/equipment/STANDARD/events', {
          kind: 'intermediate-check',
          outcome: 'passed',
          occurredAt: '2026-03-01T08:00:00Z',
          detail: 'Compared with the check standard',
        }),
      ),
    )
    await changed(async () => {
      const seen = must(await lab.admin.get('/v1/competences/NMI-MASS'))
      const body = { status: 'suspended', effectiveFrom: '2026-03-01', reason: 'Audit' }
      const etag = { 'if-match': seen.headers.get('etag') ?? '' }
      must(await lab.admin.post('/v1/competences/NMI-MASS/statuses', body, etag))
    })
    await changed(async () =>
      must(
        await lab.admin.post('/v1/authorizations', {
          person: 'signatory',
          activity: 'review',
          validFrom: '2025-01-01',
          evidence: 'Training record 13',
        }),
      ),
    )
    await changed(async () =>
      must(
        await lab.admin.post('/v1/references/KG/evidence', {
          kind: 'kcdb-cmc',
          description: 'A line of the KCDB',
          source: 'For the tests',
          validFrom: '2021-01-01',
        }),
      ),
    )
    await changed(async () => {
      const seen = must(await lab.public.get(`/v1/certificates/${standardCertificate}`))
      const etag = { 'if-match': seen.headers.get('etag') ?? '' }
      const body = { from: '2026-03-01T00:00:00Z', cause: 'A mistake of the issuer' }
      must(await lab.technician.post(`/v1/certificates/${standardCertificate}/withdraw`, body, etag))
    })
  })

  it('does not remember work that is not certified, nor forget others because of it', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    await same(number)
    must(await equipment(lab.admin, 'SIDE', 'LAB', 'instrument'))
    const logged = must(await lab.technician.post('/v1/calibrations', entryOfWeight()))
    expect(logged.status).toBe(201)
    await same(number)
  })
})
