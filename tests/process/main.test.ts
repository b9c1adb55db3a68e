import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { database } from '../database.ts'
import {
  embeddedUrl,
  etalon,
  type EtalonProcess,
  postgresOf,
  postmasterOf,
  statusOf,
  untilStatus,
} from './etalon-process.ts'

/** Only its owner may enter it, as in a home directory: the account of PostgreSQL is another one under root. */
const temporary = () => mkdtempSync(join(tmpdir(), 'etalon-process-'))

const query = async (url: string, sql: string): Promise<readonly object[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
    .query<object>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

describe('Etalon with its embedded PostgreSQL', () => {
  const dataDir = temporary()
  const running: EtalonProcess[] = []
  const start = (environment: Readonly<Record<string, string>> = {}): EtalonProcess => {
    const started = etalon({ ETALON_DATA_DIR: dataDir, ...environment })
    running.push(started)
    return started
  }

  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL')
    for (const pid of postgresOf(dataDir)) process.kill(pid, 'SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('stops in order when it is told to while it is still creating the database', async () => {
    const { child, ended } = start()
    const isCreating = () => existsSync(join(dataDir, 'postgres.unfinished'))
    while (!isCreating() && child.exitCode === null) await delay(5)
    await delay(100)
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0, out: '' })
    expect(postgresOf(dataDir)).toEqual([])
  })

  it('starts from nothing, prints the first key and one line with its address, and is ready', async () => {
    const url = await start().ready
    await untilStatus(url, '/readyz', 200)
    expect(running[1]!.printed()).toMatch(
      /^Key of the first administrator, shown only this once: \S{40,}\nEtalon is ready at http:\S+\n$/,
    )
    await query(embeddedUrl(dataDir), `create table proof as select 'kept' as what`)
  })

  it('refuses a second start on the same data directory, and says which process holds it', async () => {
    const { code, out, err } = await start().ended
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(`in use by process ${running.at(-2)!.child.pid}`)
  })

  it('answers nothing worse than 503 while PostgreSQL is gone, starts it again by itself, and loses nothing', async () => {
    const url = await running[1]!.ready
    const killed = postmasterOf(dataDir)
    process.kill(killed, 'SIGKILL')
    const seen = new Set<number>()
    await expect
      .poll(
        async () => {
          const status = await statusOf(url, '/readyz')
          seen.add(status)
          return status === 200 && postmasterOf(dataDir) !== killed
        },
        { timeout: 25_000, interval: 10 },
      )
      .toBe(true)
    expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect(await query(embeddedUrl(dataDir), 'select what from proof')).toEqual([{ what: 'kept' }])
  })

  it('recovers after it was killed itself, although its PostgreSQL ran on', async () => {
    const { child, ended } = running[1]!
    child.kill('SIGKILL')
    await ended
    const orphan = postmasterOf(dataDir)
    expect(postgresOf(dataDir)).toContain(orphan)

    const url = await start().ready
    expect(postmasterOf(dataDir)).not.toBe(orphan)
    expect(running.at(-1)!.printed()).toBe(`Etalon is ready at ${url}\n`)
    await untilStatus(url, '/readyz', 200)
    expect(await query(embeddedUrl(dataDir), 'select what from proof')).toEqual([{ what: 'kept' }])
  })

  it('stops on SIGTERM within a moment, together with its PostgreSQL', async () => {
    const { child, ended } = running.at(-1)!
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0 })
    expect(postgresOf(dataDir)).toEqual([])
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  it('is not misled by the note of a dead server whose process number belongs to somebody else', async () => {
    const cluster = join(dataDir, 'postgres')
    const { uid, gid } = statSync(cluster)
    const somebody = spawn('sleep', ['60'], { uid, gid })
    const note = join(cluster, 'postmaster.pid')
    writeFileSync(note, `${somebody.pid}\n${cluster}\n1\n1\n\n127.0.0.1\n1 1\nready\n`)
    chownSync(note, uid, gid)
    const { child, ended, ready } = start()
    expect(await query(embeddedUrl(await ready.then(() => dataDir)), 'select what from proof')).toHaveLength(
      1,
    )
    expect(somebody.exitCode ?? somebody.signalCode).toBeNull()
    somebody.kill()
    child.kill('SIGINT')
    expect(await ended).toMatchObject({ code: 0 })
  })

  it('stops together with npm, although the shell between them tells it nothing', async () => {
    const started = etalon({ ETALON_DATA_DIR: dataDir }, ['npm', 'start'])
    running.push(started)
    const url = await started.ready
    started.child.kill('SIGTERM')
    await started.ended
    await untilStatus(url, '/healthz', 0)
    await expect.poll(() => postgresOf(dataDir), { timeout: 20_000 }).toEqual([])
  })

  it('shows its keys to nobody else', () => {
    for (const file of ['postgres.password', 'keys/node.pem'])
      expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600)
  })
})

describe('Etalon with a PostgreSQL of somebody else', () => {
  const d = database()

  it('starts none of its own', async () => {
    const dataDir = temporary()
    const { child, ended, ready } = etalon({ ETALON_DATA_DIR: dataDir, DATABASE_URL: d.url })
    const url = await ready
    expect(await untilStatus(url, '/healthz', 200)).toBeLessThan(20_000)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
    expect(postgresOf(dataDir)).toEqual([])
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0 })
    rmSync(dataDir, { recursive: true })
  })

  it('is not ready on a server that may lose what it has acknowledged', async () => {
    const dataDir = temporary()
    const { child, ready, ended } = etalon({ ETALON_DATA_DIR: dataDir, DATABASE_URL: d.url })
    const answer = await fetch(`${await ready}/readyz`)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({
      code: 'node.not-ready',
      checks: { migrations: 'up to date' },
    })
    child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true })
  })

  it('says what is wrong and ends with 1 when it cannot be reached', async () => {
    const url = 'postgresql://somebody:s3cret@127.0.0.1:1/nowhere'
    const { code, err } = await etalon({ DATABASE_URL: url }).ended
    expect(code).toBe(1)
    expect(err).toMatch(/^etalon: The database 127\.0\.0\.1:1\/nowhere cannot be used/m)
    expect(err).not.toContain('s3cret')
  })
})

describe('a start that cannot succeed', () => {
  const d = database()

  it('names every variable that is wrong', async () => {
    const { code, err } = await etalon({ PORT: 'http', LOG_LEVEL: 'loud' }).ended
    expect(code).toBe(1)
    expect(err).toMatch(/PORT is "http"[^]*LOG_LEVEL is "loud"/)
  })

  it('says that something else listens on its port', async () => {
    const dataDir = temporary()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const { code, err } = await etalon({ ETALON_DATA_DIR: dataDir, DATABASE_URL: d.url, PORT: `${port}` })
      .ended
    expect(code).toBe(1)
    expect(err).toContain(`Cannot listen on http://127.0.0.1:${port}`)
    other.close()
    rmSync(dataDir, { recursive: true })
  })
})
