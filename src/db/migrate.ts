import { readConfig } from '#config.ts'
import { startEmbedded } from './embedded.ts'
import { applyMigrations } from './migrations.ts'

/** `npm run migrate`: brings the database to the newest schema and says what it did. */
const quiet = { debug: () => undefined, info: console.log, warn: console.warn, error: console.error }

async function migrate(): Promise<void> {
  const config = readConfig(process.env)
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded({ dataDir: config.dataDir, log: quiet })
      : undefined
  try {
    const applied = await applyMigrations(config.databaseUrl ?? embedded?.url ?? '', quiet)
    for (const name of applied) console.log(`applied ${name}`)
    console.log(
      applied.length === 0 ? 'The database is up to date: nothing to apply' : `${applied.length} applied`,
    )
  } finally {
    await embedded?.stop()
  }
}

// Leaves in a way that takes the embedded PostgreSQL along; an unfinished migration is rolled back.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))

try {
  await migrate()
} catch (error) {
  console.error(`etalon: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
