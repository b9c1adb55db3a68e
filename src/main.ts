import { pino } from 'pino'
import { asRefusal, isConnectionLost, isRetryable } from '#db/refused-by.ts'
import { addHealth } from '#http/health.ts'
import { httpApp } from '#http/mount.ts'
import { readConfig } from './config.ts'
import { type Parts, serve } from './serve.ts'

/** Ctrl-C under npm arrives twice, from the terminal and from npm: that is one wish. */
const sameWishMs = 500

const stopping = new AbortController()
let stopAskedAt = 0
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping.signal.aborted) stopAskedAt = performance.now()
    else if (performance.now() - stopAskedAt > sameWishMs) process.exit(1)
    stopping.abort(new Error(`stopped by ${signal}`))
  })
}
// Whoever read the ready line may go: `npm start | head -1` must not end the service.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

/** Only what answers about the node itself, until the rooms are put together. */
function makeApp({ origin, log, clock, orm, probes, observe }: Parts) {
  const app = httpApp([], {
    origin,
    log,
    clock,
    fork: () => orm.em.fork(),
    authenticate: async () => null,
    may: () => false,
    recordAct: async () => undefined,
    asRefusal,
    isRetryable,
    isConnectionLost,
    facilities: { origin },
    observe,
  })
  addHealth(app, probes)
  return app
}
const prepare = async () => undefined

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }))
  const serving = await serve({
    config,
    log,
    clock: () => new Date(),
    signal: stopping.signal,
    makeApp,
    prepare,
  })
  console.log(`Etalon is ready at ${serving.url}`)
  if (!stopping.signal.aborted)
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }))
  log.info('stopping')
  await serving.stop()
  // Everything is closed; whatever still holds the process is not worth waiting for.
  setTimeout(() => process.exit(), 2_000).unref()
}

try {
  await main()
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(`etalon: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
