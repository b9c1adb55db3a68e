import { describe, expect, it } from 'vitest'
import {
  openNote,
  hashFrom,
  leaf,
  rootByInclusion,
  rootOfEntries,
  rootsByConsistency,
  unbundle,
} from './independent-verifier.ts'
import { opens, statementIn } from '#evidence/log-statement.ts'
import { verifyLog } from '#registry/log/verify-log.ts'
import { service, testKey, testOrigin } from '../../service.ts'
import { broughtTo, seen } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, issued, laboratory, standardCertificate } from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'

const s = service()
const lab = laboratory(s)
const origin = `${testOrigin.replace('http://', '')}/log`

const raw = async (path: string) => {
  const response = await s.app.request(path)
  expect(response.status, path).toBe(200)
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}
const told = async () =>
  openNote((await raw('/log/checkpoint')).bytes.toString('utf8'), origin, testKey.publicJwk.x)
const statements = async (): Promise<Record<string, unknown>[]> => {
  const { body } = must(await lab.public.get('/log/entries?limit=500'))
  return body.entries.map(({ statement }: { statement: unknown }) => statement)
}

/** Everything is asked over HTTP and verified by somebody else's program. */
async function verifyPlaces(answer: Answer): Promise<void> {
  const { body } = must(answer)
  const { size, root } = openNote(body.checkpoint, origin, testKey.publicJwk.x)
  expect([BigInt(body.size), hashFrom(body.root)]).toEqual([size, root])
  for (const { index, leaf: text, leafHash, path } of body.entries) {
    const hash = leaf(Buffer.from(text))
    expect(hashFrom(leafHash)).toEqual(hash)
    expect(rootByInclusion(hash, BigInt(index), size, path.map(hashFrom))).toEqual(root)
  }
}

describe('the log', () => {
  it('says of a certificate from elsewhere that it was recorded and checked, never that it was issued here', async () => {
    const { body } = must(await lab.public.get(`/v1/certificates/${standardCertificate}`))
    expect(await statements()).toEqual([
      {
        v: 1,
        kind: 'recorded',
        at: body.recordedAt,
        number: standardCertificate,
        version: 1,
        sha256: body.sha256,
        issuer: 'NMI',
      },
      expect.objectContaining({ kind: 'checked', number: standardCertificate, sha256: body.sha256 }),
    ])
  })

  it('says that a certificate was issued, amended, withdrawn, with class, moment and cause', async () => {
    const first = await issued(lab, entryOfWeight())
    const { number } = first.body
    const amendment = {
      changeClass: 'editorial',
      reason: 'The number of the room was wrong',
      place: 'Room 3',
    }
    const second = must(await lab.signatory.post(`/v1/certificates/${number}/amend`, amendment, seen(first)))
    const withdrawal = { from: '2026-03-05T00:00:00.000Z', cause: 'The weight was "dropped"\n掉落' }
    const third = must(
      await lab.signatory.post(`/v1/certificates/${number}/withdraw`, withdrawal, seen(second)),
    )
    must(
      await lab.signatory.post(
        `/v1/certificates/${number}/revoke`,
        { cause: 'It never was right' },
        seen(third),
      ),
    )
    const common = { v: 1, at: s.clock.now().toISOString(), number, issuer: 'LAB' }
    const newest = { ...common, version: 2, sha256: second.body.sha256 }
    expect((await statements()).slice(2)).toEqual([
      { ...common, kind: 'issued', version: 1, sha256: first.body.sha256 },
      { ...newest, kind: 'amended', changeClass: 'editorial' },
      { ...newest, kind: 'withdrawn', effectiveFrom: withdrawal.from, cause: withdrawal.cause },
      { ...newest, kind: 'revoked', cause: 'It never was right' },
    ])
    await verifyPlaces(await lab.public.get(`/v1/certificates/${number}/log`))
  })

  it('has nothing of what was refused', async () => {
    const before = await told()
    const reviewed = await broughtTo(lab, entryOfWeight(), 'reviewed')
    const refused = await lab.technician.post(
      `/v1/calibrations/${reviewed.body.id}/authorise`,
      undefined,
      seen(reviewed),
    )
    expect(refused.status).toBe(403)
    expect(await told()).toEqual(before)
  })

  it('is the tree of its entries, whoever computes it', async () => {
    const { size, root } = await told()
    const entries = unbundle((await raw(`/log/tile/entries/000.p/${size}`)).bytes)
    expect(BigInt(entries.length)).toBe(size)
    expect(rootOfEntries(entries)).toEqual(root)
    const tile = (await raw(`/log/tile/0/000.p/${size}`)).bytes
    expect(tile).toEqual(Buffer.concat(entries.map((entry) => leaf(entry))))
    expect(entries.map((entry) => JSON.parse(entry.toString('utf8')))).toEqual(await statements())
    expect(await verifyLog(s.orm.em.fork())).toEqual({ intact: true, size: Number(size) })
  })

  it('proves every entry in every size that it had, and that each size begins with the ones before', async () => {
    const { size } = await told()
    for (let to = 1n; to <= size; to++) {
      for (let index = 0n; index < to; index++) {
        const { body } = must(await lab.public.get(`/log/proof/inclusion?index=${index}&size=${to}`))
        const root = rootByInclusion(hashFrom(body.leafHash), index, to, body.path.map(hashFrom))
        expect(root).toEqual(hashFrom(body.root))
        const consistency = must(
          await lab.public.get(`/log/proof/consistency?from=${index + 1n}&to=${to}`),
        ).body
        const older = hashFrom(consistency.fromRoot)
        const made = rootsByConsistency(index + 1n, to, older, consistency.path.map(hashFrom))
        expect(made).toEqual([older, root])
      }
    }
  })

  it('may be kept for ever but for its head, by whoever has asked', async () => {
    const lasting = 'public, max-age=31536000, immutable'
    const caching = async (path: string) => (await raw(path)).headers.get('cache-control')
    expect(await caching('/log/tile/0/000.p/2')).toBe(lasting)
    expect(await caching('/log/tile/entries/000.p/2')).toBe(lasting)
    expect(await caching('/log/proof/inclusion?index=0&size=2')).toBe(lasting)
    expect(await caching('/log/proof/consistency?from=1&to=2')).toBe(lasting)
    for (const path of ['/log/checkpoint', '/log/proof/inclusion?index=0', '/log/entries'])
      expect(await caching(path)).toBe('public, max-age=1')
    expect((await raw('/log/checkpoint')).headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect((await raw('/log/tile/0/000.p/1')).headers.get('content-type')).toBe('application/octet-stream')
  })

  it('answers a question about what it does not have with 404, and says what it has', async () => {
    const { size } = await told()
    const refusals = [
      ['/log/tile/0/000', 'log.no-such-tile'],
      [`/log/tile/0/000.p/${size + 1n}`, 'log.no-such-tile'],
      ['/log/tile/1/000.p/1', 'log.no-such-tile'],
      ['/log/tile/0/0', 'log.no-such-tile'],
      ['/log/tile/0/000.p/0', 'log.no-such-tile'],
      ['/log/tile/0/..%2f000.p%2f1', 'log.no-such-tile'],
      ['/log/tile/0/x999/x999/x999/x999/x999/000.p/1', 'log.no-such-tile'],
      ['/log/tile/entries/001.p/1', 'log.no-such-tile'],
      [`/log/proof/inclusion?index=${size}`, 'log.no-such-entry'],
      [`/log/proof/inclusion?index=5&size=5`, 'log.no-such-entry'],
      [`/log/proof/inclusion?index=0&size=${size + 1n}`, 'log.not-that-large'],
      [`/log/proof/consistency?from=${size + 1n}`, 'log.not-that-large'],
      [`/log/proof/consistency?from=0&to=${size + 1n}`, 'log.not-that-large'],
      ['/v1/certificates/NOBODY-1/log', 'certificate.unknown'],
    ] as const
    for (const [path, code] of refusals) {
      const answer = await lab.public.get(path)
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, code])
      expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable')
    }
    const reversed = await lab.public.get('/log/proof/consistency?from=3&to=2')
    expect([reversed.status, reversed.body.code]).toEqual([422, 'log.sizes-reversed'])
    for (const path of [
      '/log/tile/8/000',
      '/log/proof/inclusion',
      '/log/proof/inclusion?index=-1',
      '/log/entries?from=x',
    ])
      expect([path, (await lab.public.get(path)).status]).toEqual([path, 400])
  })

  it('lists its entries page by page', async () => {
    const { size } = await told()
    const found: number[] = []
    for (let next: number | null = 0; next !== null;) {
      const { body }: Answer = must(await lab.public.get(`/log/entries?from=${next}&limit=4`))
      found.push(...body.entries.map(({ index }: { index: number }) => index))
      next = body.next
    }
    expect(found).toEqual(Array.from({ length: Number(size) }, (_, i) => i))
    expect((await lab.public.get(`/log/entries?from=${size}`)).body).toEqual({
      size: Number(size),
      entries: [],
      next: null,
    })
  })
})

/** Issues one that is not for everybody, and tells what the log says of it. */
const restricted = async (visibility: string) => {
  const { body } = await issued(lab, entryOfWeight({ visibility }))
  const last = must(await lab.public.get('/log/entries?limit=500')).body.entries.at(-1)
  return { number: String(body.number), sha256: body.sha256, said: last.statement }
}

describe('a certificate that is not for everybody', () => {
  it('whose status is public, is in the log by number, hash and status, without issuer', async () => {
    const { number, sha256, said } = await restricted('status')
    expect(said).toEqual({
      v: 1,
      kind: 'issued',
      at: s.clock.now().toISOString(),
      number,
      version: 1,
      sha256,
    })
    await verifyPlaces(await lab.public.get(`/v1/certificates/${number}/log`))
  })

  it.each(['parties', 'private'])(
    'of visibility %s, is in the log by a commitment that says nothing',
    async (visibility) => {
      const { number, sha256, said } = await restricted(visibility)
      expect(said).toEqual({ v: 1, kind: 'sealed', commitment: expect.stringMatching(/^[0-9a-f]{64}$/) })
      for (const asker of [lab.public, lab.stranger]) {
        const answer = await asker.get(`/v1/certificates/${number}/log`)
        expect([answer.status, answer.body.code]).toEqual([404, 'certificate.unknown'])
      }
      const answer = await lab.technician.get(`/v1/certificates/${number}/log`)
      await verifyPlaces(answer)
      const [place] = answer.body.entries
      expect(opens(place.opening, place.leaf)).toBe(true)
      expect(statementIn(place.leaf, place.opening)).toMatchObject({
        kind: 'issued',
        number,
        sha256,
        issuer: 'LAB',
      })
      expect(JSON.parse(place.opening).salt).toHaveLength(43)
      // Whoever would guess the number, the time and the hash has still to guess the salt.
      expect(opens(place.opening.replace(/"salt":"./, '"salt":"_'), place.leaf)).toBe(false)
    },
  )

  it('is not told apart by its entries, which have all the same length', async () => {
    const { body } = must(await lab.public.get('/log/entries?limit=500'))
    const sealed = body.entries.filter(
      ({ statement }: { statement: { kind: string } }) => statement.kind === 'sealed',
    )
    expect(
      new Set(sealed.map(({ statement }: { statement: unknown }) => JSON.stringify(statement).length)).size,
    ).toBe(1)
  })

  it('leaves no warning behind', () => {
    expect(s.complaints).toEqual([])
  })
})
