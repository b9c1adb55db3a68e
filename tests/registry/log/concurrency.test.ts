import { describe, expect, it } from 'vitest'
import { verifyLog } from '#registry/log/verify-log.ts'
import { createApp } from '../../../src/app.ts'
import { service, testKey, testOrigin } from '../../service.ts'
import { laboratory, standardTranscription } from '../laboratory-of-the-tests.ts'
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

const silent = () => undefined
const s = service({ poolSize: 8 })
const lab = laboratory(s)
const origin = `${testOrigin.replace('http://', '')}/log`

/** On a busy machine a connection may take longer than a request waits for it: then one asks again, as clients do. */
async function persistently(path: string, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const answer = await s.app.request(path, init)
    if (answer.status !== 503) return answer
  }
}
const bytes = async (path: string) => Buffer.from(await (await persistently(path)).arrayBuffer())
const pathOf = async (proof: string) => {
  const { path } = (await (await persistently(proof)).json()) as { readonly path: readonly string[] }
  return path.map(hashFrom)
}
const told = async (): Promise<Told> =>
  openNote((await bytes('/log/checkpoint')).toString('utf8'), origin, testKey.publicJwk.x)

/** Follows the log as somebody does who trusts nobody: each checkpoint must continue the one before. */
async function follow(isOver: () => boolean): Promise<readonly Told[]> {
  const seen = [await told()]
  while (!isOver()) {
    const last = seen.at(-1)!
    const next = await told()
    expect(next.size >= last.size).toBe(true)
    const proof = await pathOf(`/log/proof/consistency?from=${last.size}&to=${next.size}`)
    expect(rootsByConsistency(last.size, next.size, last.root, proof)).toEqual([last.root, next.root])
    if (next.size > last.size) await verifyNewest(next)
    seen.push(next)
  }
  return seen
}

async function verifyNewest({ size, root }: Told): Promise<void> {
  const path = await pathOf(`/log/proof/inclusion?index=${size - 1n}&size=${size}`)
  const entry = unbundle(await bytes(`/log/tile/entries/000.p/${size}`)).at(-1)!
  expect(rootByInclusion(leaf(entry), size - 1n, size, path)).toEqual(root)
}

const record = (number: string): Promise<Response> =>
  persistently('/v1/certificates', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${lab.technician.key}`,
      'content-type': 'application/json',
      'idempotency-key': number,
    },
    body: JSON.stringify(standardTranscription({ number })),
  })

describe('a log to which many append at once', () => {
  const [count, hands] = [40, 4]
  const append = async (hand: number): Promise<readonly number[]> => {
    const statuses: number[] = []
    for (let i = hand; i < count; i += hands) statuses.push((await record(`MANY-${i}`)).status)
    return statuses
  }

  it(
    'never contradicts what it has told anybody, and each appender finds its place',
    { timeout: 120_000 },
    async () => {
      const begun = await told()
      const work = { isOver: false }
      const appended = Promise.all(Array.from({ length: hands }, (_, hand) => append(hand)))
      const [statuses, seen] = await Promise.all([
        appended.finally(() => (work.isOver = true)),
        follow(() => work.isOver),
      ])
      expect(statuses.flat()).toEqual(Array.from({ length: count }, () => 201))
      expect(seen.length).toBeGreaterThan(3)

      const now = await told()
      expect(now.size).toBe(begun.size + BigInt(count))
      const entries = unbundle(await bytes(`/log/tile/entries/000.p/${now.size}`))
      expect(rootOfEntries(entries)).toEqual(now.root)
      const numbers = entries.map((entry) => String(JSON.parse(entry.toString('utf8')).number))
      for (let i = 0; i < count; i++)
        expect(numbers.filter((number) => number === `MANY-${i}`)).toHaveLength(1)
      expect(await verifyLog(s.orm.em.fork())).toEqual({ intact: true, size: Number(now.size) })
    },
  )

  it('keeps its word after a restart: the same head has the same note', async () => {
    const before = await bytes('/log/checkpoint')
    const log = { debug: silent, info: silent, warn: silent, error: silent }
    const again = createApp({ orm: s.orm, origin: testOrigin, log, clock: s.clock.now, key: testKey })
    expect(Buffer.from(await (await again.request('/log/checkpoint')).arrayBuffer())).toEqual(before)
  })
})
