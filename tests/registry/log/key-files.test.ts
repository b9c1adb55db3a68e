import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { rotateKey, settleKey } from '#registry/keys/change-keys.ts'
import { knownKeys } from '#registry/keys/known-keys.queries.ts'
import { openKeyring } from '../../../src/keys.ts'
import { database } from '../../database.ts'

const d = database()
const dataDir = mkdtempSync(join(tmpdir(), 'etalon-keys-'))
afterAll(() => rmSync(dataDir, { recursive: true }))
const now = new Date('2026-03-02T08:00:00Z')

type Keyring = ReturnType<typeof openKeyring>
/** What a start does. */
async function started(): Promise<Keyring> {
  const keyring = openKeyring(dataDir)
  keyring.adopt(await d.orm.em.fork().transactional((tx) => settleKey(tx, keyring, now)))
  return keyring
}
const waiting = () => readdirSync(join(dataDir, 'keys')).filter((name) => name.startsWith('next-'))
const inForce = async () => {
  const known = await knownKeys(d.orm.em.fork())
  return [...known.values()].filter(({ retired }) => !retired).map(({ kid }) => kid)
}

describe('the key files of a node', () => {
  it('keep the key over a restart, which names it in the log once', async () => {
    const { kid } = (await started()).current()
    expect((await started()).current().kid).toBe(kid)
    expect(await inForce()).toEqual([kid])
  })

  it('have the new key after a rotation that was committed just before the process was killed', async () => {
    const killed = await started()
    const next = await d.orm.em.fork().transactional((tx) => rotateKey(tx, killed, 'Yearly rotation', now))
    expect(waiting()).toHaveLength(1)
    const { current } = await started()
    expect(current().kid).toBe(next.kid)
    expect(await inForce()).toEqual([next.kid])
    expect(waiting()).toEqual([])
    expect((await started()).current().kid).toBe(next.kid)
  })

  it('have the former key after a rotation that was never committed', async () => {
    const killed = await started()
    const former = killed.current().kid
    const lost = d.orm.em.fork().transactional(async (tx) => {
      await rotateKey(tx, killed, 'Yearly rotation', now)
      throw new Error('the end')
    })
    await expect(lost).rejects.toThrow('the end')
    expect(waiting()).toHaveLength(1)
    expect((await started()).current().kid).toBe(former)
    expect(await inForce()).toEqual([former])
    expect(waiting()).toEqual([])
  })

  it('are read by nobody else', async () => {
    const killed = await started()
    await d.orm.em.fork().transactional((tx) => rotateKey(tx, killed, 'Yearly rotation', now))
    for (const name of ['node.pem', ...waiting()])
      expect(statSync(join(dataDir, 'keys', name)).mode & 0o777).toBe(0o600)
  })
})
