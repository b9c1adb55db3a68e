import type { BenchRegistry } from './country.ts'
import { type LoadResult } from './load.ts'
import { startPeer, startService, underLoad, type Served } from './processes.ts'
import type { Row } from './row.ts'

const connections = 32
/** Random numbers among so many certificates. */
const asked = 2_000
/** Each server is measured in turn, several times: whatever disturbs the machine disturbs all of them. */
const turns = 3
const secondsATurn = 4

type Name = 'ours' | 'bare' | 'http'

/** Validity look-up of random numbers through HTTP, against the bare driver and against HTTP alone. */
export async function benchValidity({ database, subjects }: BenchRegistry): Promise<Row[]> {
  const paths = subjects.slice(0, asked).map(({ number }) => `/v1/certificates/${number}/validity`)
  const servers: Readonly<Record<Name, Served>> = {
    ours: await startService({ DATABASE_URL: database.url, ETALON_DATA_DIR: `${database.dataDir}-node` }),
    bare: await startPeer('bare', database.url),
    http: await startPeer('static'),
  }
  try {
    const first = await firstAnswers(servers.ours, paths)
    const results = await inTurns(servers, paths)
    return rowsOf(first, results)
  } finally {
    for (const server of Object.values(servers)) await server.stop()
  }
}

/** Every number once, before any answer is kept: each chain is read and judged, each statement signed. */
const firstAnswers = ({ port }: Served, paths: readonly string[]): Promise<LoadResult> =>
  underLoad({ port, paths, connections })

async function inTurns(servers: Readonly<Record<Name, Served>>, paths: readonly string[]) {
  const results: Record<Name, LoadResult[]> = { ours: [], bare: [], http: [] }
  // Until the compilers are done.
  for (const { port } of Object.values(servers)) await underLoad({ port, paths, connections, seconds: 2 })
  for (let turn = 0; turn < turns; turn++) {
    for (const name of ['ours', 'bare', 'http'] as const) {
      const { port } = servers[name]
      results[name].push(await underLoad({ port, paths, connections, seconds: secondsATurn }))
    }
  }
  return results
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function rowsOf(first: LoadResult, results: Record<Name, LoadResult[]>): Row[] {
  const of = (name: Name, figure: 'perSecond' | 'p50' | 'p99') =>
    median(results[name].map((one) => one[figure]))
  const bare = { what: 'node:http + pg, one prepared query', figure: of('bare', 'perSecond') }
  return [
    {
      name: 'validity look-ups, signed, through HTTP',
      unit: '/s',
      limit: bare,
      ours: of('ours', 'perSecond'),
      target: { ratioAtLeast: 2.5 },
    },
    {
      name: 'the same against HTTP alone',
      unit: '/s',
      limit: { what: 'Hono, static answer', figure: of('http', 'perSecond') },
      ours: of('ours', 'perSecond'),
    },
    {
      name: 'the same, p50',
      unit: 'ms',
      limit: { what: bare.what, figure: of('bare', 'p50') },
      ours: of('ours', 'p50'),
    },
    {
      name: 'the same, p99',
      unit: 'ms',
      limit: { what: bare.what, figure: of('bare', 'p99') },
      ours: of('ours', 'p99'),
      target: { ratioAtMost: 2 },
    },
    {
      name: 'first answers about certificates: chain judged, statement signed',
      unit: '/s',
      limit: bare,
      ours: first.perSecond,
    },
  ]
}
