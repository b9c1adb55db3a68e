import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { must } from '../people-of-the-tests.ts'
import { resistors } from './resistors-of-the-tests.ts'

const linesOf = async (answer: Promise<Response> | Response): Promise<string[]> =>
  (await (await answer).text()).trimEnd().split('\n').toSorted()

describe('the stream of what rests on a standard', () => {
  const s = service({ poolSize: 3 })
  const lab = resistors(s)
  const question = {
    subject: { certificate: 'NMI-R-1' },
    hypothesis: { shift: { value: '4', unit: 'µΩ/Ω' } },
  }
  const stream = (body: object, signal?: AbortSignal) =>
    s.app.request('/v1/impact', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${lab.technician.key}`,
        accept: 'application/x-ndjson',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    })

  it('has the same items as the answer in JSON, a line each', async () => {
    const answer = await stream(question)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
    const lines = (await answer.text()).trimEnd().split('\n')
    const { items } = must(await lab.technician.post('/v1/impact', question)).body
    expect(lines.map((line) => JSON.parse(line))).toEqual(items)
  })

  it('is empty where nothing rests on the subject', async () => {
    expect(await (await stream({ subject: { equipment: 'RY' } })).text()).toBe('')
  })

  it('comes in full where there are more results than are read at once', async () => {
    await s.orm.em.fork().transactional(async (tx) => {
      await tx.execute(
        `create temporary table made on commit drop as
         select n, uuidv7() as calibration, uuidv7() as result from generate_series(1, 1500) n`,
      )
      await tx.execute(
        `insert into calibrations
         select (jsonb_populate_record(c, jsonb_build_object('id', made.calibration))).*
           from made, calibrations c join certificates t on t.calibration_id = c.id where t.number = ?`,
        [lab.certificates.RY],
      )
      await tx.execute(
        `insert into calibration_results
         select (jsonb_populate_record(r, jsonb_build_object('id', made.result, 'calibration_id', made.calibration))).*
           from made, calibration_results r join certificates t on t.calibration_id = r.calibration_id
          where t.number = ?`,
        [lab.certificates.RY],
      )
      await tx.execute(
        `insert into result_links
         select (jsonb_populate_record(l, jsonb_build_object('result_id', made.result))).*
           from made, result_links l join calibration_results r on r.id = l.result_id
           join certificates t on t.calibration_id = r.calibration_id where t.number = ?`,
        [lab.certificates.RY],
      )
      // Fifteen hundred entries of the log are not what is looked at here.
      await tx.execute('alter table certificates disable trigger in_the_log')
      await tx.execute(
        `insert into certificates
         select (jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'number', 'MANY-' || n,
                                                             'calibration_id', made.calibration))).*
           from made, certificates t where t.number = ?`,
        [lab.certificates.RY],
      )
      await tx.execute('alter table certificates enable trigger in_the_log')
    })
    const lines = (await (await stream(question)).text()).trimEnd().split('\n')
    const items = lines.map((line) => JSON.parse(line))
    expect(items).toHaveLength(1503)
    expect(new Set(items.map(({ certificate }) => certificate)).size).toBe(1503)
    const step = 10000.053 * 4e-6 * 1.0000105
    for (const { certificate, before, after } of items) {
      if (!certificate.startsWith('MANY-')) continue
      expect(after.estimate - before.estimate).toBeCloseTo(step, 8)
    }
  })

  it('is the same from many uses as from the standard that was used', async () => {
    const ofRX = { ...question, subject: { certificate: lab.certificates.RX } }
    const whole = await linesOf(stream(ofRX))
    expect(whole).toHaveLength(1502)
    // Of a window that holds every use there are as many roots as uses.
    expect(await linesOf(stream({ ...ofRX, since: '2020-01-01T00:00:00Z' }))).toEqual(whole)
  })

  const busy = async () => {
    const [row] = await s.orm.em.fork().execute<{ count: number }[]>(
      `select count(*)::int as count from pg_stat_activity
          where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
    )
    return row?.count
  }

  it('ends with its reader, and leaves the database alone', async () => {
    for (let round = 0; round < 5; round++) {
      const reader = (await stream(question)).body?.getReader()
      await reader?.read()
      await reader?.cancel()
    }
    await delay(100)
    expect(await busy()).toBe(0)
    must(await lab.technician.post('/v1/impact', question))
  })
})
