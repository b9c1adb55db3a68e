import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/postgresql'
import { connect } from '#db/connection.ts'
import { startEmbedded } from '#db/embedded.ts'
import { applyMigrations } from '#db/migrations.ts'
import { entities } from '#registry/entities.ts'

export const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: (message: unknown) => console.error(message),
  error: (facts: unknown, message?: string) => console.error(message ?? '', facts),
}

export interface BenchDatabase {
  readonly url: string
  readonly dataDir: string
  readonly orm: MikroORM
  /** As superuser: settings and statistics. */
  readonly adminUrl: string
  /** Stops the server; the directory stays until `remove`. */
  readonly stop: () => Promise<void>
  readonly remove: () => void
}

/** A migrated PostgreSQL of its own, as durable as that of the service. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'etalon-bench-'))
  const embedded = await startEmbedded({ dataDir, log: quiet })
  await applyMigrations(embedded.url, quiet)
  const orm = await connect({ url: embedded.url, entities, log: quiet })
  return {
    url: embedded.url,
    adminUrl: embedded.adminUrl,
    dataDir,
    orm,
    stop: async () => {
      await orm.close(true)
      await embedded.stop()
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}
