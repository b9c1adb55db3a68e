import { describe, expect, it } from 'vitest'
import { verifyLog } from '#registry/log/verify-log.ts'
import { service, testKey, testOrigin } from '../../service.ts'
import { laboratory, standardTranscription } from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'
import {
  hashFrom,
  leaf,
  openNote,
  rootByInclusion,
  rootOfEntries,
  rootsByConsistency,
  unbundle,
  type Told,
} from './independent-verifier.ts'

const s = service({ poolSize: 12 })
const lab = laboratory(s)
const origin = `${testOrigin.replace('http://', '')}/log`

const bytes = async (path: string) => Buffer.from(await (await s.app.request(path)).arrayBuffer())
const told = async (): Promise<Told> =>
  openNote((await bytes('/log/checkpoint')).toString('utf8'), origin, testKey.publicJwk.x)

/** Follows the log as somebody does who trusts nobody: each checkpoint must continue the one before. */
async function follow(isOver: () => boolean): Promise<readonly Told[]> {
  const seen = [await told()]
  while (!isOver()) {
    const last = seen.at(-1)!
    const next = await told()
    expect(next.size >= last.size).toBe(true)
    const { body } = must(await lab.public.get(`/log/proof/consistency?from=${last.size}&to=${next.size}`))
    const made = rootsByConsistency(last.size, next.size, last.root, body.path.map(hashFrom))
    expect(made).toEqual([last.root, next.root])
    if (next.size > last.size) {
      const index = next.size - 1n
      const proof = must(await lab.public.get(`/log/proof/inclusion?index=${index}&size=${next.size}`)).body
      const [entry] = unbundle(await bytes(`/log/tile/entries/000.p/${next.size}`)).slice(-1)
      expect(rootByInclusion(leaf(entry!), index, next.size, proof.path.map(hashFrom))).toEqual(next.root)
    }
    seen.push(next)
  }
  return seen
}

describe('a log to which many append at once', () => {
  const [count, hands] = [40, 8]

  it(
    'never contradicts what it has told anybody, and each appender finds its place',
    { timeout: 60_000 },
    async () => {
      const begun = await told()
      const work = { isOver: false }
      const following = follow(() => work.isOver)
      const appended = Promise.all(
        Array.from({ length: count }, (_, i) =>
          lab.technician.post('/v1/certificates', standardTranscription({ number: `MANY-${i}` })),
        ),
      ).finally(() => (work.isOver = true))
      const answers = await appended
      const seen = await following
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
      expect(seen.length).toBeGreaterThan(3)

      const now = await told()
      expect(now.size).toBe(begun.size + BigInt(count))
      const entries = unbundle(await bytes(`/log/tile/entries/000.p/${now.size}`))
      expect(rootOfEntries(entries)).toEqual(now.root)
      const numbers = entries.map((entry) => String(JSON.parse(entry.toString('utf8')).number))
      for (let i = 0; i < count; i++)
        expect(numbers.filter((number) => number === `MANY-${i}`)).toHaveLength(1)
      expect(await verifyLog(s.orm.em.fork())).toEqual({ intact: true, size: Number(now.size) })
      expect(s.complaints).toEqual([])
    },
  )

  it('keeps its word after a restart: the same head has the same note', async () => {
    const before = await (await s.app.request('/log/checkpoint')).text()
    const { createApp } = await import('../../../src/app.ts')
    const silent = () => undefined
    const log = { debug: silent, info: silent, warn: silent, error: silent }
    const again = createApp({ orm: s.orm, origin: testOrigin, log, clock: s.clock.now, key: testKey })
    expect(await (await again.request('/log/checkpoint')).text()).toBe(before)
  })
})
