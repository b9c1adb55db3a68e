import { cpus } from 'node:os'
import { rmSync } from 'node:fs'
import { benchRegistry } from './country.ts'
import { benchDatabase } from './database.ts'
import { measured } from './measure.ts'
import { benchMonteCarlo } from './monte-carlo.ts'
import { judged, keepResults, tableOf, type Row } from './row.ts'
import { benchSoak } from './soak.ts'
import { benchStart } from './start.ts'
import { benchUncertainty, type Row as UncertaintyRow } from './uncertainty.ts'

const say = (text: string) => console.error(`bench: ${text}`)

/** `npm run bench -- soak`: that alone, for it takes its time. */
const isSoak = process.argv.includes('soak')

async function soak(): Promise<void> {
  const database = await benchDatabase()
  try {
    const registry = await benchRegistry(database, say)
    show(await benchSoak(registry, say), registry.results)
  } finally {
    await database.stop()
    database.remove()
    rmSync(`${database.dataDir}-node`, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  say('uncertainty budgets')
  const rows: Row[] = benchUncertainty().map(uncertaintyRow)
  say('Monte Carlo')
  rows.push(...(await benchMonteCarlo()))
  say('an embedded PostgreSQL of its own')
  const database = await benchDatabase()
  let results = 0
  try {
    const registry = await benchRegistry(database, say)
    results = registry.results
    rows.push(...(await measured(registry, say)))
    await database.stop()
    say('start')
    rows.push(...(await benchStart(database.dataDir)))
  } finally {
    await database.stop()
    database.remove()
    rmSync(`${database.dataDir}-node`, { recursive: true, force: true })
  }
  show(rows, results)
}

function show(rows: readonly Row[], results: number): void {
  const judgedRows = rows.map(judged)
  console.log(tableOf(judgedRows))
  const file = keepResults(judgedRows, { at: new Date().toISOString(), results, machine: machine() })
  say(`written to ${file}`)
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

await (isSoak ? soak() : main())
