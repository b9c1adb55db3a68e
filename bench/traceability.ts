import { Client } from 'pg'
import type { TraceabilityAnswer } from '#contract/types.ts'
import { chainsAbove } from '#registry/traceability/chain.queries.ts'
import { ask, read, type App } from './client.ts'
import type { BenchRegistry } from './country.ts'
import type { BenchDatabase } from './database.ts'
import type { Made } from './generate.ts'
import { open } from './load.ts'
import { startService } from './processes.ts'
import type { Row } from './row.ts'
import { alternating, type Sample } from './sample.ts'

/**
 * The plain way to a chain: a recursive walk along the links, and for each result its row, its links, its calibration, its
 * certificate, its item and its laboratory. A verdict needs as much, and more: scopes, people, programmes, later findings.
 */
const plainQuery = `
  with recursive above (id) as (
    select $1::uuid
     union
    select l.upstream_result_id
      from above a
      join result_links l on l.result_id = a.id
     where l.upstream_result_id is not null
  )
  select r.id, r.code, r.stage, r.nominal, r.nominal_unit, r.parameters, r.unit, r.estimate, r.standard_uncertainty,
         r.degrees_of_freedom, r.coverage_factor, r.expanded_uncertainty, r.budget, (select json_agg(l) from result_links l where l.result_id = r.id) as links,
         c.started_at, c.finished_at, c.competence_id, c.operator_id, c.reviewed_by_id, c.method_id,
         t.number, t.edition, t.issued_at, t.signatory_id, t.sha256, e.code as equipment, e.level, o.code as laboratory
    from above a
    join calibration_results r on r.id = a.id
    join calibrations c on c.id = r.calibration_id
    join certificates t on t.calibration_id = c.id
    join equipment e on e.id = c.equipment_id
    join organizations o on o.id = c.laboratory_id`

const rounds = 300
const warmUp = 60

/** Chains of about fifty results: fetched, judged in process, judged over HTTP; in turns with the plain query. */
export async function benchTraceability({ database, app, subjects: all }: BenchRegistry): Promise<Row[]> {
  const subjects = all.filter(({ ancestors }) => ancestors >= 45 && ancestors <= 60)
  const subject = (round: number) => {
    const found = subjects[round % subjects.length]
    if (!found) throw new Error('No chain has about fifty results')
    return found
  }
  const plain = new Client({ connectionString: database.url })
  await plain.connect()
  const service = await startService({
    DATABASE_URL: database.url,
    ETALON_DATA_DIR: `${database.dataDir}-node`,
  })
  const connection = await open(service.port)
  try {
    const statements = await statementsOfTrace(database, app, subject(0))
    const samples = await alternating(
      {
        plain: (round) => plain.query({ name: 'plain', text: plainQuery, values: [subject(round).result] }),
        fetched: (round) => chainsAbove(database.orm.em.fork(), [subject(round).result]),
        judged: (round) => read(app, pathOf(subject(round))),
        http: (round) => connection.ask(pathOf(subject(round))),
      },
      { rounds, warmUp },
    )
    return [...rowsOf(samples), statements]
  } finally {
    connection.close()
    await service.stop()
    await plain.end()
  }
}

const pathOf = ({ number }: Made) => `/v1/certificates/${number}/traceability`

/** A connection is taken from the pool for each statement outside a transaction. */
async function statementsOfTrace({ orm }: BenchDatabase, app: App, subject: Made): Promise<Row> {
  const pool = await orm.em.getConnection().getNativeClient()
  let statements = 0
  const count = () => void (statements += 1)
  pool.on('acquire', count)
  const { body } = await ask(app, 'GET', pathOf(subject))
  pool.off('acquire', count)
  const { verdict, nodes } = body as unknown as TraceabilityAnswer
  if (verdict !== 'traceable' || nodes.length < subject.ancestors)
    throw new Error(`The verdict is ${verdict}`)
  return { name: 'statements of one trace', unit: '', ours: statements, target: { oursAtMost: 2 } }
}

function rowsOf({
  plain,
  fetched,
  judged,
  http,
}: Record<'plain' | 'fetched' | 'judged' | 'http', Sample>): Row[] {
  const row = (name: string, ours: Sample, part: 'p50' | 'p99', atMost?: number): Row => ({
    name: `${name}, ${part}`,
    unit: 'ms',
    limit: { what: 'plain recursive query', figure: plain[part] },
    ours: ours[part],
    ...(atMost !== undefined && { target: { ratioAtMost: atMost } }),
  })
  return [
    row('chain of 50 results and all that judges it, fetched', fetched, 'p50', 0.5),
    row('the same', fetched, 'p99'),
    row('verdict on it with all rules and shares, in process', judged, 'p50', 1),
    row('the same', judged, 'p99', 1),
    row('the same through HTTP', http, 'p50'),
    row('the same through HTTP', http, 'p99'),
  ]
}
