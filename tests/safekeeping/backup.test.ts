import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#db/connection.ts'
import { migrationNames } from '#db/migrations.ts'
import { entities } from '#registry/entities.ts'
import { backUp, type BackedUp } from '#safekeeping/back-up.ts'
import { restore } from '#safekeeping/restore.ts'
import { tarEntries, type Entry, tarEntry, tarEnd } from '#safekeeping/tar.ts'
import { createApp } from '../../src/app.ts'
import {
  laboratory,
  standardCertificate,
  standardTranscription,
} from '../registry/laboratory-of-the-tests.ts'
import { must } from '../registry/people-of-the-tests.ts'
import { service, testKey } from '../service.ts'
import { administer, ask, emptyDatabases } from './empty-database.ts'

const s = service()
const lab = laboratory(s)
const empty = emptyDatabases()
const directory = mkdtempSync(join(tmpdir(), 'etalon-backup-'))
const keys = join(directory, 'keys')
const elsewhere = join(directory, 'elsewhere')
const file = join(directory, 'registry.tar.gz')
afterAll(() => rmSync(directory, { recursive: true }))

const found: { made?: BackedUp; acknowledged: string[] } = { acknowledged: [] }

const sessions = 'select count(*)::int from page_sessions'

const until = async (isSo: () => boolean) => {
  while (!isSo()) await delay(20)
}

/** Records certificates until it is told to stop; says which ones were acknowledged. */
function writing() {
  const state = { isOver: false, written: 0 }
  const work = async (name: number) => {
    for (let i = 0; !state.isOver; i++) {
      must(await lab.technician.post('/v1/certificates', standardTranscription({ number: `W-${name}-${i}` })))
      state.written++
    }
  }
  const working = Promise.all([1, 2, 3].map(work))
  return {
    state,
    stop: async () => {
      state.isOver = true
      await working
    },
  }
}

beforeAll(async () => {
  mkdirSync(keys)
  writeFileSync(join(keys, 'node.pem'), 'the key of the node')
  must(await lab.technician.post('/v1/sessions'))
  const writers = writing()
  await until(() => writers.state.written > 5)
  found.acknowledged = (await ask<{ number: string }>(s.url, 'select number from certificates')).map(
    (c) => c.number,
  )
  found.made = await backUp({ url: s.url, file, keys })
  const during = writers.state.written
  await until(() => writers.state.written > during)
  await writers.stop()
})

/** The archive with some of its entries changed. */
async function changed(name: string, change: (entry: Entry) => Entry | undefined): Promise<string> {
  const bytes = gunzipSync(readFileSync(file))
  const entries: Uint8Array[] = []
  const one = async function* () {
    yield bytes
  }
  for await (const entry of tarEntries(one())) {
    const made = change(entry)
    if (made) entries.push(tarEntry(made, new Date(0)))
  }
  const path = join(directory, name)
  writeFileSync(path, gzipSync(Buffer.concat([...entries, tarEnd()])))
  return path
}

const tablesOf = async (url: string) =>
  (
    await ask<{ count: number }>(
      url,
      `select count(*)::int from pg_tables where schemaname = 'public' and tablename <> 'mikro_orm_migrations'`,
    )
  )[0]?.count

describe('a backup', () => {
  it('is made while others write, holds every acknowledged certificate, and nobody else may read it', async () => {
    expect(found.made!.rows).toBeGreaterThan(100)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.unfinished`)).toBe(false)
  })

  it('replaces no file that is there', async () => {
    const before = readFileSync(file)
    await expect(backUp({ url: s.url, file, keys: undefined })).rejects.toThrow(/EEXIST/)
    expect(readFileSync(file)).toEqual(before)
  })

  it('keeps no session of the pages: one that has ended since does not come back with the rest', async () => {
    expect(await ask(s.url, sessions)).toEqual([{ count: 1 }])
    const archive = gunzipSync(readFileSync(file))
    expect([archive.includes('"api_keys"'), archive.includes('"page_sessions"')]).toEqual([true, false])
  })

  it('has no key of the node unless it is asked for', async () => {
    const without = join(directory, 'without-keys.tar.gz')
    await backUp({ url: s.url, file: without, keys: undefined })
    expect(gunzipSync(readFileSync(without)).includes('the key of the node')).toBe(false)
  })
})

describe('a restore', () => {
  it('brings back what was acknowledged after the registry was destroyed, verifies it, and lets work go on', async () => {
    const url = await empty.make()
    const restored = await restore({ url, file, keys: elsewhere })
    expect(restored).toMatchObject({
      at: found.made!.at,
      rows: found.made!.rows,
      heads: found.made!.heads,
      keys: 1,
    })
    expect(readFileSync(join(elsewhere, 'node.pem'), 'utf8')).toBe('the key of the node')
    const numbers = (await ask<{ number: string }>(url, 'select number from certificates')).map(
      (c) => c.number,
    )
    expect(numbers).toEqual(expect.arrayContaining(found.acknowledged))
    expect(await ask(url, sessions)).toEqual([{ count: 0 }])

    const log = { debug: () => undefined, info: () => undefined, warn: console.warn, error: console.error }
    const orm = await connect({ url, entities, log })
    const app = createApp({
      orm,
      origin: 'http://etalon.test',
      log,
      clock: s.clock.now,
      key: testKey,
      strict: true,
    })
    const headers = { authorization: `Bearer ${lab.technician.key}`, 'content-type': 'application/json' }
    const body = JSON.stringify(standardTranscription({ number: 'AFTERWARDS' }))
    const written = await app.request('/v1/certificates', { method: 'POST', headers, body })
    expect([written.status, await written.json()]).toMatchObject([201, { number: 'AFTERWARDS' }])
    expect((await app.request(`/v1/certificates/${standardCertificate}/validity`)).status).toBe(200)
    // The triggers that keep evidence unchanged are awake again.
    await expect(orm.em.fork().execute(`update audit_events set subject = 'x'`)).rejects.toThrow(
      /append only/,
    )
    await orm.close(true)
    const [fks] = await ask<{ count: number }>(
      url,
      `select count(*)::int from pg_constraint where contype = 'f'`,
    )
    const [before] = await ask<{ count: number }>(
      s.url,
      `select count(*)::int from pg_constraint where contype = 'f'`,
    )
    expect(fks).toEqual(before)
  })

  it('goes into an empty database only', async () => {
    await expect(restore({ url: s.url, file, keys: elsewhere })).rejects.toThrow(/not empty/)
  })

  it.each([
    [
      'a row was changed',
      (e: Entry) =>
        e.name.includes('/organizations/')
          ? { ...e, bytes: Buffer.from(Buffer.from(e.bytes).toString().replace('LAB', 'LAC')) }
          : e,
      /was changed/,
    ],
    [
      'a part is missing',
      (e: Entry) =>
        e.name.includes('/certificate_signatures/') || e.name.includes('/measurand_kinds/') ? undefined : e,
      /missing|violates/,
    ],
    ['its end is missing', (e: Entry) => (e.name === 'manifest.json' ? undefined : e), /no end/],
  ])('leaves the database as it was where %s', async (name, change, complaint) => {
    const url = await empty.make()
    const damaged = await changed(`${name}.tar.gz`, change)
    await expect(restore({ url, file: damaged, keys: elsewhere })).rejects.toThrow(complaint)
    expect(await tablesOf(url)).toBe(0)
  })

  it('leaves the database as it was where the archive was cut off', async () => {
    const url = await empty.make()
    const cut = join(directory, 'cut.tar.gz')
    const bytes = readFileSync(file)
    writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * 0.9)))
    await expect(restore({ url, file: cut, keys: elsewhere })).rejects.toThrow()
    expect(await tablesOf(url)).toBe(0)
  })

  it('restores no registry whose audit trail was changed, whoever wrote the manifest', async () => {
    await administer('select 1')
    const name = new URL(s.url).pathname.slice(1)
    const forged = await empty.make()
    const copy = new URL(forged).pathname.slice(1)
    await administer(`drop database ${copy}`)
    await s.orm.close(true)
    await administer(`create database ${copy} owner etalon template ${name}`)
    await ask(
      forged,
      `alter table audit_events disable trigger user; update audit_events set subject = 'elsewhere' where sequence = 3`,
    )
    const archive = join(directory, 'forged.tar.gz')
    await backUp({ url: forged, file: archive, keys: undefined })
    const url = await empty.make()
    await expect(restore({ url, file: archive, keys: elsewhere })).rejects.toThrow(
      /audit trail is damaged at event 3/,
    )
    expect(await tablesOf(url)).toBe(0)
  })

  it('knows a backup of a newer Etalon, and says so', async () => {
    const url = await empty.make()
    const newer = await changed('newer.tar.gz', (entry) => {
      if (entry.name !== 'about.json') return entry
      const about = JSON.parse(Buffer.from(entry.bytes).toString()) as { migrations: string[] }
      return {
        ...entry,
        bytes: Buffer.from(
          JSON.stringify({ ...about, migrations: [...migrationNames(), '29990101000000_later'] }),
        ),
      }
    })
    await expect(restore({ url, file: newer, keys: elsewhere })).rejects.toThrow(
      /newer Etalon: 29990101000000_later/,
    )
  })
})
