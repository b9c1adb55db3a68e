import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { lockDirectory } from '#db/embedded/directory-lock.ts'
import { stopLeftovers } from '#db/embedded/leftovers.ts'
import { startEmbedded } from '#db/embedded.ts'
import { applyMigrations } from '#db/migrations.ts'
import { isolate } from '#db/tenancy/isolation.ts'
import { hiddenColumns } from '#registry/tenancy/hidden-columns.ts'
import { protectedTables } from '#registry/tenancy/protected-tables.queries.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run, as superuser. */
    postgres: { readonly adminUrl: string; readonly url: string }
  }
}

const prefix = 'etalon-tests-'
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: console.error }

/** One real PostgreSQL for the whole run, with a migrated database that every test file gets a copy of. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const dataDir = mkdtempSync(join(tmpdir(), prefix))
  const embedded = await startEmbedded({ dataDir, log: quiet, durable: false })
  await makeTemplate(embedded.adminUrl, embedded.url)
  project.provide('postgres', { adminUrl: embedded.adminUrl, url: embedded.url })
  return async () => {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function makeTemplate(adminUrl: string, url: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query('create database etalon_template owner etalon')
  await admin.end()
  const template = new URL(url)
  template.pathname = '/etalon_template'
  await applyMigrations(template.href, quiet)
  await isolate(template.href, protectedTables, hiddenColumns)
}

/** What a killed run left behind: its server runs on, and nobody holds its directory any more. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const abandoned = join(tmpdir(), name)
    const lock = await lockDirectory(abandoned).catch(() => undefined)
    if (lock === undefined) continue
    await stopLeftovers(join(abandoned, 'postgres'), lock.identity, quiet.debug)
    rmSync(abandoned, { recursive: true, force: true })
    await lock.release()
  }
}
