import { pino } from 'pino'
import { readConfig } from './config.ts'
import { stopWish } from './serve/stop-wish.ts'

const stopping = stopWish(process.env)

async function main(): Promise<void> {
  const config = readConfig(process.env)
  // Only now, because it takes a moment: signals are heard and a wrong environment is told before it.
  const { serve } = await import('./serve.ts')
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }))
  const serving = await serve({
    config,
    log,
    clock: () => new Date(),
    signal: stopping,
  })
  if (serving.firstKey !== undefined)
    console.log(`Key of the first administrator, shown only this once: ${serving.firstKey}`)
  console.log(`Etalon is ready at ${serving.url}`)
  if (!stopping.aborted)
    await new Promise((resolve) => stopping.addEventListener('abort', resolve, { once: true }))
  log.info('stopping')
  await serving.stop()
  // Everything is closed; whatever still holds the process is not worth waiting for.
  setTimeout(() => process.exit(), 2_000).unref()
}

try {
  await main()
} catch (error) {
  if (!stopping.aborted) {
    console.error(`etalon: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
