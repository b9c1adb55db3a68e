import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { compiled } from '../process/etalon-process.ts'
import { standardCertificate, laboratory } from '../registry/laboratory-of-the-tests.ts'
import { administratorKey } from '../registry/people-of-the-tests.ts'
import { ask, emptyDatabases } from '../safekeeping/empty-database.ts'
import { service } from '../service.ts'

const s = service()
laboratory(s)
const empty = emptyDatabases()
const directory = mkdtempSync(join(tmpdir(), 'etalon-cli-'))
afterAll(() => rmSync(directory, { recursive: true }))

async function etalon(url: string, ...words: readonly string[]) {
  const env = {
    PATH: process.env['PATH'],
    NODE_COMPILE_CACHE: compiled,
    DATABASE_URL: url,
    ETALON_DATA_DIR: directory,
  }
  const run = promisify(execFile)(process.execPath, ['src/cli/main.ts', ...words], { env })
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  )
}

it('saves a registry by one command, brings it back by another, and verifies what came back', async () => {
  const file = join(directory, 'registry.tar.gz')
  const saved = await etalon(s.url, 'backup', file)
  expect(saved).toMatchObject({ code: 0, stderr: '' })
  expect(saved.stdout).toMatch(/^SHA-256 [0-9a-f]{64}$/m)
  const url = await empty.make()
  expect(await etalon(url, 'restore', file)).toMatchObject({ code: 0, stderr: '' })
  expect(await ask(url, 'select number from certificates')).toEqual([{ number: standardCertificate }])
  expect(await etalon(url, 'log', 'verify')).toMatchObject({
    code: 0,
    stdout: 'The log is whole: 2 entries\n',
  })
  expect(await etalon(url, 'restore', file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not empty'),
  })
})

it('says in one line that an archive is not there', async () => {
  const missing = await etalon(await empty.make(), 'restore', join(directory, 'nowhere.tar.gz'))
  expect(missing.code).toBe(1)
  expect(missing.stderr).toMatch(/^etalon restore: ENOENT[^\n]*\n$/)
})

const holdsNothing = (command: string) =>
  `etalon ${command}: The database holds no registry: run \`etalon migrate\`, or name another in DATABASE_URL\n`

it('says in one line that a database holds no registry yet', async () => {
  const url = await empty.make()
  const file = join(directory, 'of-nothing.tar.gz')
  expect(await etalon(url, 'backup', file)).toEqual({ code: 1, stdout: '', stderr: holdsNothing('backup') })
  expect(existsSync(file)).toBe(false)
  expect(await etalon(url, 'audit', 'export')).toEqual({ code: 1, stdout: '', stderr: holdsNothing('audit') })
})

it('verifies without a registry a trail that was fetched over HTTP, line by line', async () => {
  const headers = { authorization: `Bearer ${administratorKey}` }
  const fetched = await (await s.app.request('/v1/audit-events.ndjson', { headers })).text()
  const file = join(directory, 'fetched.ndjson')
  writeFileSync(file, fetched)
  const size = fetched.trim().split('\n').length
  const whole = await etalon('', 'audit', 'verify', file, '--json')
  expect([whole.code, JSON.parse(whole.stdout)]).toEqual([0, { intact: true, size }])
  writeFileSync(file, fetched.replace(/("after":\{.*?)"LAB"/, '$1"LAP"'))
  expect(await etalon('', 'audit', 'verify', file)).toMatchObject({ code: 1 })
})

it('exports the trail line by line, and says by its exit where it is broken', async () => {
  const exported = await etalon(s.url, 'audit', 'export')
  const events = exported.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { sequence: string; hash: string })
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, i) => String(i + 1)))
  const whole = await etalon(s.url, 'audit', 'verify', '--json')
  expect([whole.code, JSON.parse(whole.stdout)]).toEqual([0, { intact: true, size: events.length }])
  const file = join(directory, 'trail.ndjson')
  writeFileSync(file, exported.stdout)
  expect(await etalon('', 'audit', 'verify', file)).toMatchObject({ code: 0, stderr: '' })
  writeFileSync(file, exported.stdout.replace('"subject":"', '"subject":"x'))
  expect(await etalon('', 'audit', 'verify', file)).toMatchObject({ code: 1 })
  writeFileSync(file, exported.stdout.split('\n').toSpliced(2, 1).join('\n'))
  const gap = await etalon('', 'audit', 'verify', file)
  expect(gap).toMatchObject({ code: 1, stdout: 'The audit trail is broken at event 3: missing\n' })
  await ask(
    s.adminUrl,
    `alter table audit_events disable trigger user; update audit_events set reason = 'other' where sequence = 2`,
  )
  const broken = await etalon(s.url, 'audit', 'verify')
  expect(broken).toMatchObject({ code: 1, stdout: 'The audit trail is broken at event 2: changed\n' })
  expect(await etalon(s.url, 'audit', 'look')).toMatchObject({ code: 2 })
})
