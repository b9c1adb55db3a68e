import { describe, expect, it } from 'vitest'
import { appendStatements, type Saying } from '#registry/log/append-statement.ts'
import { logFault } from '#registry/log/log-fault.ts'
import { inclusionFor } from '#registry/log/prove.ts'
import { verifyLog } from '#registry/log/verify-log.ts'
import { service, testKey, testOrigin } from '../../service.ts'
import { asking, must } from '../people-of-the-tests.ts'
import {
  hashFrom,
  leaf,
  openNote,
  rootByInclusion,
  rootOfEntries,
  rootsByConsistency,
  unbundle,
} from './independent-verifier.ts'

const s = service()
const everybody = asking(s, undefined)
const size = 66_000
const bytes = async (path: string) => Buffer.from(await (await s.app.request(path)).arrayBuffer())

const saying = (n: number): Saying => ({
  statement: { kind: 'key-retired', at: '2026-03-02T08:00:00.000Z', kid: `key ${n}`, cause: 'For the tests' },
})
const append = (start: number, count: number) =>
  s.orm.em.fork().transactional((tx) =>
    appendStatements(
      tx,
      Array.from({ length: count }, (_, i) => saying(start + i)),
    ),
  )

describe('a log of more than one tile of tiles', () => {
  it('serves tiles and bundles from which anybody computes its root', { timeout: 120_000 }, async () => {
    for (let start = 0; start < size; start += 6_000) await append(start, 6_000)
    const told = openNote(
      (await bytes('/log/checkpoint')).toString('utf8'),
      `${testOrigin.slice(7)}/log`,
      testKey.publicJwk.x,
    )
    expect(told.size).toBe(BigInt(size))

    const first = await bytes('/log/tile/entries/000')
    const tile = await bytes('/log/tile/0/000')
    expect(Buffer.concat(unbundle(first).map((entry) => leaf(entry)))).toEqual(tile)
    const above = await bytes('/log/tile/1/000')
    expect(above.subarray(0, 32)).toEqual(rootOfEntries(unbundle(first)))
    expect((await bytes('/log/tile/2/000.p/1')).length).toBe(32)
    expect((await bytes('/log/tile/0/257.p/208')).length).toBe(208 * 32)

    const leaves: Buffer[] = []
    for (let index = 0; index < 257; index++) {
      const path = `/log/tile/entries/${String(index).padStart(3, '0')}`
      leaves.push(...unbundle(await bytes(path)))
    }
    leaves.push(...unbundle(await bytes('/log/tile/entries/257.p/208')))
    expect(rootOfEntries(leaves)).toEqual(told.root)

    for (const index of [0, 255, 256, 65_535, 65_536, size - 1]) {
      const { body } = must(await everybody.get(`/log/proof/inclusion?index=${index}`))
      expect(
        rootByInclusion(leaf(leaves[index]!), BigInt(index), told.size, body.path.map(hashFrom)),
      ).toEqual(told.root)
    }
    for (const from of [1, 256, 257, 65_535, 65_536, 65_537]) {
      const { body } = must(await everybody.get(`/log/proof/consistency?from=${from}`))
      const older = rootOfEntries(leaves.slice(0, from))
      expect(hashFrom(body.fromRoot)).toEqual(older)
      const made = rootsByConsistency(BigInt(from), told.size, older, body.path.map(hashFrom))
      expect(made).toEqual([older, told.root])
    }
  })

  it('is the same log, whether entries came one by one or many at once', async () => {
    const at = (await inclusionFor(s.orm.em.fork(), 0, 300)).root
    expect(Buffer.from(at)).toEqual(
      rootOfEntries([
        ...unbundle(await bytes('/log/tile/entries/000')),
        ...unbundle(await bytes('/log/tile/entries/001')).slice(0, 44),
      ]),
    )
    await append(size, 1)
    await append(size + 1, 1)
    expect(await logFault(s.orm.em.fork())).toBeUndefined()
  })

  it(
    'is checked at the start in the time of a few tiles, and in full by reading it',
    { timeout: 60_000 },
    async () => {
      expect(await verifyLog(s.orm.em.fork())).toEqual({ intact: true, size: size + 2 })
    },
  )
})
