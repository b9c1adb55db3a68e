import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { judgedSpace } from '../../src/serve/free-space.ts'
import { database } from '../database.ts'
import { administratorKey } from '../registry/people-of-the-tests.ts'
import { etalon } from './etalon-process.ts'

const d = database()
const dataDir = mkdtempSync(join(tmpdir(), 'etalon-clock-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

it('records nothing while the clock of the node is a minute from that of the database, and goes on when they agree', async () => {
  const marker = join(dataDir, 'shifted')
  writeFileSync(marker, '')
  const { child, ready, ended } = etalon({
    ETALON_DATA_DIR: dataDir,
    DATABASE_URL: d.url,
    ETALON_ADMIN_KEY: administratorKey,
    NODE_OPTIONS: '--import ./tests/process/shifted-clock.ts',
    SHIFTED_WHILE: marker,
  })
  const url = await ready
  const record = async (code: string) => {
    const answer = await fetch(`${url}/v1/organizations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${administratorKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        code,
        name: { en: 'A laboratory', zh: '实验室' },
        economy: 'CN',
        roles: ['calibration-laboratory'],
        sites: [{ code: 'main', address: { en: '1 Road', zh: '路 1 号' } }],
      }),
    })
    return { status: answer.status, code: ((await answer.json()) as { code: string }).code }
  }

  expect(await record('EARLY')).toEqual({ status: 503, code: 'node.clocks-disagree' })
  const readiness = await (await fetch(`${url}/readyz`)).text()
  expect(readiness).toContain('The clocks of node and database differ by 60 s')
  rmSync(marker)
  await expect.poll(() => record('LATER'), { timeout: 20_000 }).toEqual({ status: 201, code: 'LATER' })
  child.kill('SIGTERM')
  expect(await ended).toMatchObject({ code: 0 })
  const kept = await d.orm.em
    .fork()
    .execute(`select code from organizations where code in ('EARLY', 'LATER')`)
  expect(kept).toEqual([{ code: 'LATER' }])
}, 90_000)

it('is not ready on a disk of which less than a tenth and less than 20 GiB is left', () => {
  const gibibyte = 2 ** 30
  const onDisk = (free: number, all: number) =>
    judgedSpace({ freeBytes: free * gibibyte, bytes: all * gibibyte })
  expect(onDisk(50, 100)).toEqual({ check: '50 % free' })
  expect(onDisk(11, 100)).toEqual({ check: '11 % free' })
  expect(onDisk(30, 1000)).toEqual({ check: '3 % free' })
  expect(onDisk(9, 100)).toEqual({
    check: '9 % free',
    fault: 'The disk of the data directory is nearly full: 9216 MiB are left',
  })
})
