import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { compiled, etalon, type EtalonProcess, postgresOf, untilStatus } from './etalon-process.ts'

const directory = mkdtempSync(join(tmpdir(), 'etalon-saved-'))
const [lost, found] = [join(directory, 'lost'), join(directory, 'found')]
const running: EtalonProcess[] = []
afterAll(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
  for (const pid of postgresOf(found)) process.kill(pid, 'SIGKILL')
  rmSync(directory, { recursive: true })
})

const start = (dataDir: string): EtalonProcess => {
  const started = etalon({ ETALON_DATA_DIR: dataDir, ETALON_ORIGIN: 'https://etalon.example' })
  running.push(started)
  return started
}

const command = (dataDir: string, ...words: readonly string[]) =>
  promisify(execFile)(process.execPath, ['src/cli/main.ts', ...words], {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compiled, ETALON_DATA_DIR: dataDir },
  })

const read = async (url: string, path: string) => (await fetch(`${url}${path}`)).text()

it('brings a node with its embedded database and its keys back from one file, made while it worked', async () => {
  const file = join(directory, 'registry.tar.gz')
  const first = start(lost)
  const url = await first.ready
  const key = /only this once: (\S+)/.exec(first.printed())?.[1]
  const [checkpoint, keys] = [await read(url, '/log/checkpoint'), await read(url, '/.well-known/jwks.json')]
  await command(lost, 'backup', file, '--with-keys')
  expect((await command(lost, 'audit', 'verify')).stdout).toMatch(/whole/)

  first.child.kill('SIGKILL')
  await first.ended
  for (const pid of postgresOf(lost)) process.kill(pid, 'SIGKILL')
  rmSync(lost, { recursive: true, force: true, maxRetries: 10 })

  expect((await command(found, 'restore', file)).stdout).toMatch(/verified: .*\n3 keys/)
  const again = await start(found).ready
  await untilStatus(again, '/readyz', 200)
  expect(await read(again, '/.well-known/jwks.json')).toBe(keys)
  expect((await read(again, '/log/checkpoint')).split('\n').slice(0, 3)).toEqual(
    checkpoint.split('\n').slice(0, 3),
  )
  const people = await fetch(`${again}/v1/people`, { headers: { authorization: `Bearer ${key}` } })
  expect(people.status).toBe(200)
}, 120_000)
