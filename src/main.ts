import { pino } from 'pino'
import { readConfig } from './config.ts'

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

async function main(): Promise<void> {
  const config = readConfig(process.env)
  // Only now, because it takes a moment: signals are heard and a wrong environment is told before it.
  const { serve } = await import('./serve.ts')
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }))
  const serving = await serve({
    config,
    log,
    clock: () => new Date(),
    signal: stopping.signal,
  })
  if (serving.firstKey !== undefined)
    console.log(`Key of the first administrator, shown only this once: ${serving.firstKey}`)
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
