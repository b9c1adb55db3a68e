import { cpus } from 'node:os'
import { rmSync } from 'node:fs'
import { benchApp } from './client.ts'
import { benchDatabase } from './database.ts'
import { generateCertificates } from './generate.ts'
import { benchImpact } from './impact.ts'
import { benchIssue } from './issue.ts'
import { registerLaboratories } from './laboratories.ts'
import { benchMonteCarlo } from './monte-carlo.ts'
import { judged, keepResults, tableOf, type Row } from './row.ts'
import { benchStart } from './start.ts'
import { benchTraceability } from './traceability.ts'
import { benchUncertainty, type Row as UncertaintyRow } from './uncertainty.ts'
import { benchValidity } from './validity.ts'

const dayMs = 86_400_000
/** `npm run bench -- 20000` measures a larger registry. */
const certificates = Number(process.argv[2] ?? 2_000)
const say = (text: string) => console.error(`bench: ${text}`)

async function main(): Promise<void> {
  say('uncertainty budgets')
  const rows: Row[] = benchUncertainty().map(uncertaintyRow)
  say('Monte Carlo')
  rows.push(...(await benchMonteCarlo()))
  say('an embedded PostgreSQL of its own')
  const database = await benchDatabase()
  try {
    rows.push(...(await onDatabase(database)))
    await database.stop()
    say('start')
    rows.push(...(await benchStart(database.dataDir)))
  } finally {
    await database.stop()
    database.remove()
    rmSync(`${database.dataDir}-node`, { recursive: true, force: true })
  }
  const judgedRows = rows.map(judged)
  console.log(tableOf(judgedRows))
  const file = keepResults(judgedRows, { at: new Date().toISOString(), certificates, machine: machine() })
  say(`written to ${file}`)
}

async function onDatabase(database: Awaited<ReturnType<typeof benchDatabase>>): Promise<Row[]> {
  // The history of the registry lies behind it: its standards were calibrated before their uses, and are not due yet.
  let now = new Date(Date.now() - 300 * dayMs)
  const app = await benchApp(database.orm, () => now)
  const keys = await registerLaboratories(app)
  say(`${certificates} certificates`)
  const made = await generateCertificates(database.orm, certificates, new Date(Date.now() - 200 * dayMs))
  await database.orm.em.execute('analyze')
  now = new Date()
  say('traces')
  const traces = await benchTraceability(database, app, made)
  say('look-ups of validity')
  const validity = await benchValidity(database, made)
  say('issue of certificates')
  now = new Date()
  const issue = await benchIssue(database, app, { made, keys })
  say('impact of a national reference')
  const impact = await benchImpact(database)
  return [...validity, ...traces, ...issue, ...impact]
}

/** Its limits are microseconds, and its targets stand in words. */
function uncertaintyRow({ name, limit, ours, target }: UncertaintyRow): Row {
  const [what = name, against = 'limit'] = name.split(', against ')
  const most = /ours <= ([\d.]+)/.exec(target)?.[1]
  const times = /ratio <= ([\d.]+)/.exec(target)?.[1]
  return {
    name: what,
    unit: 'µs',
    limit: { what: against, figure: limit },
    ours,
    ...(most !== undefined && { target: { oursAtMost: Number(most) } }),
    ...(times !== undefined && { target: { ratioAtMost: Number(times) } }),
  }
}

const machine = () => ({
  node: process.version,
  cores: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
})

await main()
