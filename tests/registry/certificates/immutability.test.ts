import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '#evidence/digest.ts'
import { service } from '../../service.ts'
import { broughtTo } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

/** What PostgreSQL says where evidence would be changed. */
const restrictViolation = '23001'

const ofIssued = `(select calibration_id from certificates where number = 'LAB-2026-0001')`
const resultsOfIssued = `(select id from calibration_results where calibration_id = ${ofIssued})`

const changes: readonly string[] = [
  `update certificates set issued_at = issued_at - interval '1 day'`,
  `update certificates set document = '{}', sha256 = repeat('0', 64)`,
  `update certificates set visibility = 'private'`,
  `delete from certificates`,
  `truncate certificates cascade`,
  `update certificate_events set cause = 'none'`,
  `delete from certificate_events`,
  `truncate certificate_events cascade`,
  `update calibrations set place = 'elsewhere' where id = ${ofIssued}`,
  `update calibrations set state = 'evaluated' where id = ${ofIssued}`,
  `delete from calibrations where id = ${ofIssued}`,
  `truncate calibrations cascade`,
  `update calibration_results set estimate = 10 where calibration_id = ${ofIssued}`,
  `update calibration_results set budget = null where calibration_id = ${ofIssued}`,
  `delete from calibration_results where calibration_id = ${ofIssued}`,
  `truncate calibration_results cascade`,
  `update result_links set standard_uncertainty = 1e-9 where result_id in ${resultsOfIssued}`,
  `delete from result_links where result_id in ${resultsOfIssued}`,
  `truncate result_links`,
  `update competence_versions set valid_from = '2000-01-01'`,
  `delete from competence_versions`,
  `truncate competence_versions`,
  `update competence_statuses set status = 'suspended'`,
  `delete from competence_statuses`,
  `update audit_events set reason = 'none'`,
  `delete from audit_events`,
  `truncate audit_events`,
  `update log_entries set leaf = '{}'`,
  `delete from log_entries`,
  `truncate log_entries`,
  `delete from log_head`,
]

/** What would be added to an issued calibration, or moved into it. */
const additions: readonly string[] = [
  `insert into calibration_results select (jsonb_populate_record(r,
     jsonb_build_object('id', gen_random_uuid(), 'code', 'm2'))).* from calibration_results r where calibration_id = ${ofIssued}`,
  `insert into result_links select (jsonb_populate_record(l, '{"input": "m_T"}')).* from result_links l
    where result_id in ${resultsOfIssued}`,
  `update calibration_results set code = 'm2', calibration_id = ${ofIssued} where calibration_id in
     (select id from calibrations where state = 'evaluated')`,
  `update result_links set input = 'm_T', result_id = (select id from calibration_results where calibration_id = ${ofIssued})
    where result_id in (select r.id from calibration_results r join calibrations c on c.id = r.calibration_id
                         where c.state = 'evaluated')`,
]

describe('what was issued', () => {
  const s = service()
  const lab = laboratory(s)
  const open: { service?: Client; superuser?: Client } = {}

  beforeAll(async () => {
    const certificate = await issued(lab, entryOfWeight())
    await broughtTo(lab, entryOfWeight(), 'evaluated')
    must(
      await lab.signatory.post(
        `/v1/certificates/${certificate.body.number}/withdraw`,
        { from: '2026-03-03T00:00:00Z', cause: 'For the test' },
        { 'if-match': '"1"' },
      ),
    )
    open.service = new Client({ connectionString: s.url })
    open.superuser = new Client({ connectionString: s.adminUrl })
    await open.service.connect()
    await open.superuser.connect()
  })
  afterAll(async () => {
    await open.service?.end()
    await open.superuser?.end()
  })

  const everything = async () => {
    const parts = [
      'certificates',
      'certificate_events',
      'calibrations',
      'calibration_results',
      'result_links',
    ]
    const texts = parts.map(
      (table) => `(select string_agg(t::text, ';' order by t::text) from ${table} t) as ${table}`,
    )
    const { rows } = await open.service!.query(`select ${texts.join(', ')}`)
    return sha256Hex(JSON.stringify(rows))
  }

  it.each(changes)('is not changed by the service, which owns the tables: %s', async (statement) => {
    const before = await everything()
    await expect(open.service!.query(statement)).rejects.toMatchObject({ code: restrictViolation })
    expect(await everything()).toBe(before)
  })

  it.each(changes)('is not changed by the superuser either: %s', async (statement) => {
    await expect(open.superuser!.query(statement)).rejects.toMatchObject({ code: restrictViolation })
  })

  it.each(additions)('is not added to: %s', async (statement) => {
    await expect(open.service!.query(statement)).rejects.toMatchObject({ code: restrictViolation })
    await expect(open.superuser!.query(statement)).rejects.toMatchObject({ code: restrictViolation })
  })

  it('leaves a draft as free as it was', async () => {
    const draft = `(select id from calibrations where state = 'evaluated')`
    const { rowCount } = await open.service!.query(
      `update calibrations set place = 'Room 3' where id in ${draft}`,
    )
    expect(rowCount).toBe(1)
  })

  it('is what its hash says, byte for byte', async () => {
    const { rows } = await open.service!.query<{ document: string; sha256: string }>(
      `select document, sha256 from certificates`,
    )
    for (const { document, sha256 } of rows) expect(sha256Hex(document)).toBe(sha256)
    const { body } = must(await lab.public.get('/v1/certificates/LAB-2026-0001'))
    expect(rows.map(({ sha256 }) => sha256)).toContain(body.sha256)
  })
})
