import { pino } from 'pino'
import { readConfig } from '#config.ts'
import { serve, type Serving } from '#serve.ts'
import { ladderOf, treeOf, type Published } from '#faces/chain-text.ts'
import { clientOf, type Client } from './client.ts'
import { openDemoDatabase } from './demo-database.ts'
import { askAll, type Outcome } from './expectations.ts'
import { readFixtures, type Fixtures } from './fixture.ts'
import { loadFixtures } from './load.ts'
import { registryClock } from './registry-clock.ts'
import type { KeyOf } from './staff.ts'
import { verdictTable } from './verdict-table.ts'

/** The instrument whose chain is shown in full: it joins voltage, resistance and time. */
const shown = { equipment: 'DPOWER-EV7', component: 'gunA' }
/** Whose keys a visitor gets. */
const host = 'D-CENTRE'
/** Once a second is enough to see that it goes on. */
const progressEveryMs = 1_000

const isToEnd = process.argv.includes('--exit')
const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())

const say = (...lines: readonly string[]) => console.log(lines.join('\n'))

async function main(): Promise<boolean> {
  const began = performance.now()
  const given = readConfig(process.env)
  const log = pino({ level: process.env['LOG_LEVEL'] ? given.logLevel : 'warn' }, pino.destination(2))
  const fixtures = readFixtures()
  const clock = registryClock()
  clock.moveTo(new Date(fixtures.openedAt))

  say('Etalon demo 演示: starting PostgreSQL and the service …')
  const database = await openDemoDatabase(given, log, stopping.signal)
  // Whoever only looks at the end needs no fixed port.
  const config = { ...given, databaseUrl: database.url, ...(isToEnd && { port: 0 }) }
  try {
    const serving = await serve({ config, log, clock: clock.now, signal: stopping.signal })
    try {
      const { keyOf, outcomes } = await tell(serving, fixtures, clock, config.adminKey)
      clock.release()
      const isAsExpected = summarize(outcomes, performance.now() - began)
      if (!isToEnd) await welcome(serving.url, keyOf)
      return isAsExpected || !isToEnd
    } finally {
      await serving.stop()
    }
  } finally {
    await database.stop()
  }
}

async function tell(
  { app, firstKey }: Serving,
  fixtures: Fixtures,
  clock: ReturnType<typeof registryClock>,
  adminKey: string | undefined,
): Promise<{ readonly keyOf: KeyOf; readonly outcomes: readonly Outcome[] }> {
  const client = clientOf(app)
  const keyOf = await loadFixtures(fixtures, {
    client,
    clock,
    administratorKey: firstKey ?? adminKey ?? '',
    progress: progressPrinter(),
  })
  clock.release()
  return { keyOf, outcomes: await ask(client, fixtures, keyOf) }
}

function progressPrinter() {
  let last = 0
  return (done: number, all: number, day: string) => {
    if (done < all && performance.now() - last < progressEveryMs) return
    last = performance.now()
    stopping.signal.throwIfAborted()
    say(`  ${day}  ${done} of ${all} requests: logged, reviewed, authorised, issued 已登记、核验、签发`)
  }
}

async function ask(client: Client, fixtures: Fixtures, keyOf: KeyOf): Promise<readonly Outcome[]> {
  const key = keyOf({ organization: host, role: 'technician' })
  const outcomes = await askAll(client, [...fixtures.chains, ...fixtures.negative], key)
  const charger = outcomes.find(
    ({ answer: { subject } }) =>
      subject.equipment === shown.equipment && subject.component === shown.component,
  )
  if (charger) {
    const { story, answer } = charger
    say(
      '',
      `${story.title.en} ${story.title.zh}`,
      '',
      ...treeOf(answer, await publishedRoots(client, answer, key)),
    )
    say(
      '',
      `Ladder of uncertainty 不确定度阶梯 (${answer.verdict}, ${answer.resolution})`,
      '',
      ...ladderOf(answer),
    )
  }
  return outcomes
}

/** Roots are records of their own: their names and where their figures are published. */
async function publishedRoots(
  client: Client,
  { roots }: Outcome['answer'],
  key: string,
): Promise<ReadonlyMap<string, Published>> {
  const read = ({ reference }: { readonly reference: string }) =>
    client('GET', `/v1/references/${reference}`, { key })
  const found = await Promise.all(roots.map(read))
  return new Map(roots.map(({ reference }, i) => [reference, found[i]?.body as Published]))
}

function summarize(outcomes: readonly Outcome[], elapsedMs: number): boolean {
  const different = outcomes.filter(({ differences }) => differences.length > 0)
  say('', 'All chains and negative cases 全部溯源链与反例', '', ...verdictTable(outcomes), '')
  const cases = new Set(outcomes.map(({ story }) => story.name)).size
  say(
    `${outcomes.length - different.length} of ${outcomes.length} answers about ${cases} cases are as expected 与预期一致` +
      ` (${(elapsedMs / 1000).toFixed(1)} s)`,
  )
  return different.length === 0
}

async function welcome(url: string, keyOf: KeyOf): Promise<void> {
  const keys = (['technician', 'reviewer', 'signatory'] as const).map(
    (role) => `  ${role.padEnd(10)} of ${host}: ${keyOf({ organization: host, role })}`,
  )
  say(
    '',
    `Etalon is ready at ${url} (${url}/docs)`,
    'Keys for the tour, sent as "Authorization: Bearer KEY":',
    ...keys,
  )
  if (stopping.signal.aborted) return
  await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }))
}

try {
  if (!(await main())) process.exitCode = 1
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(`etalon demo: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
