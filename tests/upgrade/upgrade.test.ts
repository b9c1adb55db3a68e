import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { connect } from '#db/connection.ts'
import { applyMigrations, migrationNames } from '#db/migrations.ts'
import { verifyAuditTrail } from '#registry/audit/verify-audit-trail.ts'
import { entities } from '#registry/entities.ts'
import { verifyLog } from '#registry/log/verify-log.ts'
import { backUp } from '#safekeeping/back-up.ts'
import { ask, emptyDatabases } from '../safekeeping/empty-database.ts'
import { service } from '../service.ts'
import { filledRegistry } from './filled-registry.ts'
import { formerRegistry } from './former-registry.ts'

/** One of each former release, made by that release; its name is the last migration it had. */
const archives = join(import.meta.dirname, 'archives')
const quiet = { debug: () => undefined }
/** A migration may hold its locks so long; a busy machine gets more in the tests. */
const mostWaitMs = 10_000

const lookups = [
  'select number from certificates order by number limit 20',
  `select r.id from calibration_results r join calibrations c on c.id = r.calibration_id limit 20`,
  'select code from equipment order by code limit 20',
  'select max(sequence) from audit_events',
]

/** Asks on and on, as those who do not know that the schema is being changed; says how long the slowest waited. */
function readers(url: string) {
  const state = { isOver: false, count: 0, slowestMs: 0 }
  const read = async (statement: string) => {
    const client = new Client({ connectionString: url })
    await client.connect()
    while (!state.isOver) {
      const asked = performance.now()
      await client.query(statement)
      state.count++
      state.slowestMs = Math.max(state.slowestMs, performance.now() - asked)
    }
    await client.end()
  }
  const reading = Promise.all(lookups.map(read))
  return {
    stop: async () => {
      state.isOver = true
      await reading
      return state
    },
  }
}

describe('a registry of a former release', () => {
  const empty = emptyDatabases()

  it.each(readdirSync(archives).filter((file) => file.endsWith('.tar.gz')))(
    'is brought to the present with every row, under readers who see no failure: %s',
    async (file) => {
      const url = await empty.make()
      const { about, manifest } = await formerRegistry(url, join(archives, file))
      expect(`${about.migrations.at(-1)}.tar.gz`).toBe(file)
      const later = migrationNames().filter((name) => !about.migrations.includes(name))

      const work = readers(url)
      const applied = await applyMigrations(url, quiet)
      const { count, slowestMs } = await work.stop()
      expect(applied).toEqual(later)
      expect(count).toBeGreaterThan(0)
      expect(slowestMs).toBeLessThan(mostWaitMs)

      const counted: Record<string, number> = {}
      for (const table of Object.keys(manifest.rows)) {
        const [row] = await ask<{ rows: number }>(url, `select count(*)::int as rows from "${table}"`)
        counted[table] = row?.rows ?? 0
      }
      // A migration may add what every registry has, and takes nothing away.
      for (const [table, rows] of Object.entries(manifest.rows))
        expect(counted[table], table).toBeGreaterThanOrEqual(rows)
      for (const table of ['audit_events', 'log_entries', 'certificates', 'calibration_results'])
        expect(counted[table], table).toBe(manifest.rows[table])

      const orm = await connect({ url, entities, log: quiet })
      try {
        const em = orm.em.fork()
        expect(await verifyAuditTrail(em)).toEqual({ intact: true, size: BigInt(manifest.audit.size) })
        expect(await verifyLog(em)).toEqual({ intact: true, size: manifest.log.size })
      } finally {
        await orm.close(true)
      }
    },
    120_000,
  )
})

/** At a release: ETALON_KEEP_ARCHIVE=1 npx vitest run --project service tests/upgrade */
if (process.env['ETALON_KEEP_ARCHIVE'] === '1') {
  const s = service()
  const registry = filledRegistry(s)

  it('keeps the registry of this release for those that come after it', { timeout: 600_000 }, async () => {
    await registry.fill()
    const file = join(archives, `${migrationNames().at(-1)}.tar.gz`)
    rmSync(file, { force: true })
    expect((await backUp({ url: s.url, file, keys: undefined })).rows).toBeGreaterThan(1_000)
  })
}
