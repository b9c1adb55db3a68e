import { Client } from 'pg'
import { administratorKey } from './client.ts'
import { benchRegistry, type BenchRegistry } from './country.ts'
import { benchDatabase } from './database.ts'
import { references } from './laboratories.ts'
import { residentMegabytes, startService, type Served } from './processes.ts'
import { judged, tableOf, type Row } from './row.ts'
import { sampleOf, timed } from './sample.ts'

const rounds = 5

/** The dependants of a national reference by recursion along the links: the plain way. */
const below = `
  with recursive below (id) as (
    select l.result_id from result_links l join metrological_references f on f.id = l.upstream_reference_id
     where f.code = $1
     union
    select l.result_id from below b join result_links l on l.upstream_result_id = b.id
  )`

const counted = {
  plain: `${below} select count(*) from below`,
  ours: `select count(*) from calibration_results r
          where r.ancestors && array(select id from metrological_references where code = $1)`,
}

/** What anybody needs who would evaluate them again: the row with its budget, its links, and how it is called. */
const allRows = `${below}
  select r.id, r.code, r.unit, r.estimate, r.standard_uncertainty, r.expanded_uncertainty, r.budget, r.conformity,
         (select json_agg(l) from result_links l where l.result_id = r.id) as links,
         t.number, t.edition, e.code as equipment, o.code as laboratory, c.finished_at
    from below b
    join calibration_results r on r.id = b.id
    join calibrations c on c.id = r.calibration_id
    join certificates t on t.calibration_id = c.id
    join equipment e on e.id = c.equipment_id
    join organizations o on o.id = c.laboratory_id`

/** The impact of a national reference on everything below it, through HTTP, in a service of its own. */
export async function benchImpact({ database, results }: BenchRegistry): Promise<Row[]> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query('set statement_timeout = 0')
  const service = await startService({
    DATABASE_URL: database.url,
    ETALON_DATA_DIR: `${database.dataDir}-node`,
  })
  try {
    const counts = await countInTurns(client)
    const streams = await streamInTurns(client, service)
    return rowsOf(results, counts, streams)
  } finally {
    await service.stop()
    await client.end()
  }
}

async function countInTurns(client: Client) {
  const times: Record<keyof typeof counted, number[]> = { plain: [], ours: [] }
  for (let round = -1; round < rounds; round++) {
    for (const name of ['plain', 'ours'] as const) {
      const took = await timed(() => client.query(counted[name], [references[0]]))
      if (round >= 0) times[name].push(took)
    }
  }
  return { plain: sampleOf(times.plain).p50, ours: sampleOf(times.ours).p50 }
}

interface Streamed {
  readonly items: number
  readonly firstMs: number
  readonly wholeMs: number
  readonly growthMegabytes: number | undefined
}

async function streamInTurns(client: Client, service: Served) {
  await streamed(service)
  const plain: number[] = []
  const ours: Streamed[] = []
  for (let round = 0; round < 3; round++) {
    plain.push(await timed(() => readThrough(client)))
    ours.push(await streamed(service))
  }
  return { plain: sampleOf(plain).p50, ours }
}

/** Row by row through a cursor: nobody holds a country in memory. */
async function readThrough(client: Client): Promise<number> {
  await client.query('begin')
  await client.query(`declare plain no scroll cursor for ${allRows}`, [references[0]])
  let rows = 0
  for (;;) {
    const { rowCount } = await client.query('fetch 1000 from plain')
    rows += rowCount ?? 0
    if (rowCount === 0) break
  }
  await client.query('commit')
  return rows
}

const question = {
  subject: { reference: references[0] },
  hypothesis: { shift: { value: '0.010', unit: 'g' } },
}

async function streamed({ port, process: child }: Served): Promise<Streamed> {
  const before = residentMegabytes(child)
  let most = before ?? 0
  const watch = setInterval(() => (most = Math.max(most, residentMegabytes(child) ?? 0)), 20)
  const started = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}/v1/impact`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${administratorKey}`,
      accept: 'application/x-ndjson',
      'content-type': 'application/json',
    },
    body: JSON.stringify(question),
  })
  if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${await answer.text()}`)
  let firstMs = Number.NaN
  let items = 0
  for await (const chunk of answer.body) {
    if (Number.isNaN(firstMs)) firstMs = performance.now() - started
    for (const byte of chunk) if (byte === 10) items += 1
  }
  clearInterval(watch)
  const growthMegabytes = before === undefined ? undefined : most - before
  return { items, firstMs, wholeMs: performance.now() - started, growthMegabytes }
}

function rowsOf(
  results: number,
  counts: Awaited<ReturnType<typeof countInTurns>>,
  { plain, ours }: Awaited<ReturnType<typeof streamInTurns>>,
): Row[] {
  const items = ours[0]?.items ?? 0
  const p50 = (figure: 'firstMs' | 'wholeMs') => sampleOf(ours.map((one) => one[figure])).p50
  const growths = ours.flatMap(({ growthMegabytes: growth }) => (growth === undefined ? [] : [growth]))
  return [
    {
      name: `dependants of a national reference counted (${items} of ${results} results)`,
      unit: 'ms',
      limit: { what: 'recursive query', figure: counts.plain },
      ours: counts.ours,
      target: { ratioAtMost: 0.1 },
    },
    {
      name: 'impact on all of them, before and after, first line through HTTP',
      unit: 'ms',
      ours: p50('firstMs'),
      target: { oursAtMost: 100 },
    },
    {
      name: 'the same, whole NDJSON',
      unit: 'ms',
      limit: { what: 'their rows by recursive query', figure: plain },
      ours: p50('wholeMs'),
      target: { ratioAtMost: 3 },
    },
    ...(growths.length === 0
      ? []
      : [
          {
            name: 'the same, growth of resident memory',
            unit: 'MB',
            ours: Math.max(...growths),
            target: { oursAtMost: 100 },
          },
        ]),
  ]
}

/** Alone, on a registry of its own: `ETALON_BENCH_RESULTS=1000000 node bench/impact.ts`. */
async function alone(): Promise<void> {
  const database = await benchDatabase()
  try {
    const registry = await benchRegistry(database, (text) => console.error(text))
    console.log(tableOf((await benchImpact(registry)).map(judged)))
  } finally {
    await database.stop()
    database.remove()
  }
}

if (import.meta.main) await alone()
