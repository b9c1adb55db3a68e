import { expect, it } from 'vitest'
import { verifyAuditTrail } from '#registry/audit/verify-audit-trail.ts'
import { entryOfWeight, laboratory, standardTranscription } from '../registry/laboratory-of-the-tests.ts'
import { must } from '../registry/people-of-the-tests.ts'
import { service } from '../service.ts'
import { linesOf, workUntilKilled } from './until-killed.ts'

const s = service()
const lab = laboratory(s)
const rounds = 3

const rows = <Row>(sql: string) => s.orm.em.fork().execute<Row[]>(sql)

/** With three hands, killed after so many acknowledgements; answers with what it acknowledged. */
const chainUntilKilled = (round: number, acknowledgements: number) =>
  workUntilKilled(s, 'tests/process/chain-until-killed.ts', acknowledgements, {
    round,
    technician: lab.technician.key,
    transcription: standardTranscription(),
    entry: entryOfWeight(),
  })

/** What stands above each result, walked along its links, beside what is written with it. */
const wrongAncestry = `
  with recursive walked (result, above) as (
      select l.result_id, coalesce(l.upstream_result_id, l.upstream_reference_id) from result_links l
       where coalesce(l.upstream_result_id, l.upstream_reference_id) is not null
       union
      select w.result, coalesce(l.upstream_result_id, l.upstream_reference_id)
        from walked w join result_links l on l.result_id = w.above
       where coalesce(l.upstream_result_id, l.upstream_reference_id) is not null
  )
  select r.id from calibration_results r
   where r.ancestors is distinct from
         coalesce((select array_agg(w.above order by w.above) from walked w where w.result = r.id), '{}')`

it(
  'a process that is killed leaves no result whose ancestry is not that of its links, and no gap in the trail',
  { timeout: 120_000 },
  async () => {
    for (let round = 1; round <= rounds; round++) {
      const acknowledged = await chainUntilKilled(round, 6 + 7 * round)

      expect(await rows(wrongAncestry)).toEqual([])
      // Neither a calibration without results nor a result whose budget names what no link does.
      expect(
        await rows(`select c.id from calibrations c
                     where not exists (select 1 from calibration_results r where r.calibration_id = c.id)`),
      ).toEqual([])
      expect(
        await rows(`select r.id from calibration_results r
                     where (select count(*) from jsonb_array_elements(r.budget -> 'inputs') i where i ? 'from')
                        <> (select count(*) from result_links l where l.result_id = r.id)`),
      ).toEqual([])
      expect(await verifyAuditTrail(s.orm.em.fork())).toMatchObject({ intact: true })

      await answersAsItStood(linesOf(acknowledged, 'recorded'))
    }
  },
)

/** The next process: what was acknowledged is there, traced to its root through all of its chain, and found from below. */
async function answersAsItStood(numbers: readonly string[]): Promise<void> {
  const [last = ''] = numbers.slice(-1)
  const steps = Number(last.split('-').at(-1)) + 1
  const trace = must(await lab.public.get(`/v1/certificates/${last}/traceability`)).body
  expect(trace.roots).toMatchObject([{ reference: 'KG' }])
  expect(trace.nodes).toHaveLength(steps + 1)
  const impact = must(await lab.admin.post('/v1/impact', { subject: { reference: 'KG' }, limit: 500 })).body
  const below = impact.items.map(({ certificate }: { certificate: string }) => certificate)
  expect(below).toEqual(expect.arrayContaining([...numbers]))
  const [{ certified } = { certified: 0 }] = await rows<{ certified: number }>(
    `select count(*)::int as certified from calibration_results r
      where exists (select 1 from certificates t where t.calibration_id = r.calibration_id)`,
  )
  expect(impact.summary.results).toBe(certified)
}
