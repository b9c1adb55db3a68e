import { Client } from 'pg'
import type { TraceabilityAnswer } from '#contract/types.ts'
import { chainsAbove } from '#registry/traceability/chain.queries.ts'
import { forgetChains } from '#registry/traceability/memory/remembered-chain.queries.ts'
import { traceCertificate } from '#registry/traceability/trace-certificate.ts'
import { ask, type App } from './client.ts'
import type { BenchRegistry } from './country.ts'
import type { BenchDatabase } from './database.ts'
import type { Made } from './generate.ts'
import { open } from './load.ts'
import { startService } from './processes.ts'
import type { Row } from './row.ts'
import { alternating, type Sample } from './sample.ts'

/**
 * The plain way to a chain, as it was measured for the specification: a recursive walk along the links, with the rows of the
 * results joined, their budgets included. A verdict needs these and more: calibrations, certificates, items and what happened
 * to them, scopes, people, references, later findings.
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
  select r.id, r.calibration_id, r.code, r.measurand_kind_id, r.stage, r.nominal, r.nominal_unit, r.parameters, r.unit,
         r.estimate, r.standard_uncertainty, r.degrees_of_freedom, r.coverage_factor, r.coverage_probability,
         r.expanded_uncertainty, r.reported_estimate, r.reported_uncertainty, r.budget, r.conformity
    from above a
    join calibration_results r on r.id = a.id`

const rounds = 300
const warmUp = 60

/** Chains of about fifty results: fetched, judged in process, judged over HTTP; in turns with the plain query. */
export async function benchTraceability({ database, app, subjects: all }: BenchRegistry): Promise<Row[]> {
  const subjects = all.filter(({ ancestors }) => ancestors >= 45 && ancestors <= 65)
  const subject = (turn: number) => {
    const found = subjects[turn % subjects.length]
    if (!found) throw new Error('No chain has about fifty results')
    return found
  }
  const plain = new Client({ connectionString: database.url })
  await plain.connect()
  const askPlain = (turn: number) =>
    plain.query({ name: 'plain', text: plainQuery, values: [subject(turn).result] })
  const fetch = (turn: number) => chainsAbove(database.orm.em.fork(), [subject(turn).result])
  const { orm } = database
  try {
    const statements = await statementsOfTrace(database, app, subject(0))
    const fresh = await alternating(
      {
        plain: askPlain,
        fetched: (turn) => (forgetChains(orm.em), fetch(turn)),
        judged: (turn) => (forgetChains(orm.em), judge(orm, subject(turn))),
      },
      { rounds: 100, warmUp: 20 },
    )
    await askAboutAll(orm, all)
    const seen = await alternating(
      { plain: askPlain, fetched: fetch, judged: (turn) => judge(orm, subject(turn)) },
      { rounds, warmUp },
    )
    const http = await overHttp(database, askPlain, (turn) => pathOf(subject(turn)))
    return [
      ...rowsOf(seen, 'its standards known from other chains'),
      statements,
      ...httpRows(http),
      ...freshRows(fresh),
    ]
  } finally {
    await plain.end()
  }
}

/** The verdict as a value: everything but the writing of it. */
const judge = (orm: BenchDatabase['orm'], { number }: Made) =>
  traceCertificate(orm.em.fork(), { number, influences: false }, null, new Date())

/** So that every standard has stood in a chain, as it has in a process that is at work. */
async function askAboutAll(orm: BenchDatabase['orm'], subjects: readonly Made[]): Promise<void> {
  for (const family of Map.groupBy(subjects, ({ number }) => number.split('-')[0]).values())
    await chainsAbove(
      orm.em.fork(),
      family.slice(0, 40).map(({ result }) => result),
    )
}

async function overHttp(
  database: BenchDatabase,
  plain: (turn: number) => Promise<unknown>,
  path: (turn: number) => string,
) {
  const service = await startService({
    DATABASE_URL: database.url,
    ETALON_DATA_DIR: `${database.dataDir}-node`,
  })
  const connection = await open(service.port)
  try {
    return await alternating(
      { plain, http: (turn) => connection.ask(path(turn)) },
      { rounds: 100, warmUp: 200 },
    )
  } finally {
    connection.close()
    await service.stop()
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

type Part = 'p50' | 'p99'

const rowOf = (
  name: string,
  { ours, plain }: { readonly ours: Sample; readonly plain: Sample },
  part: Part,
  atMost?: number,
): Row => ({
  name: `${name}, ${part}`,
  unit: 'ms',
  limit: { what: 'plain recursive query, rows joined', figure: plain[part] },
  ours: ours[part],
  ...(atMost !== undefined && { target: { ratioAtMost: atMost } }),
})

const fetchedName = 'chain of 50 results and all that judges it, fetched'
const judgedName = 'verdict on it with all rules and shares, in process'

function rowsOf(
  { plain, fetched, judged }: Record<'plain' | 'fetched' | 'judged', Sample>,
  known: string,
): Row[] {
  return [
    rowOf(`${fetchedName}, ${known}`, { ours: fetched, plain }, 'p50', 0.5),
    rowOf('the same', { ours: fetched, plain }, 'p99'),
    rowOf(judgedName, { ours: judged, plain }, 'p50', 1),
    rowOf('the same', { ours: judged, plain }, 'p99', 1),
  ]
}

const freshRows = ({ plain, fetched, judged }: Record<'plain' | 'fetched' | 'judged', Sample>): Row[] => [
  rowOf(`${fetchedName}, by a process that has just started`, { ours: fetched, plain }, 'p50', 0.5),
  rowOf('verdict on it by that process', { ours: judged, plain }, 'p50', 1),
]

const httpRows = ({ plain, http }: Record<'plain' | 'http', Sample>): Row[] => [
  rowOf('the whole answer through HTTP', { ours: http, plain }, 'p50'),
  rowOf('the same', { ours: http, plain }, 'p99'),
]
