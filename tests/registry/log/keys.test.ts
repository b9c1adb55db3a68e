import { compactVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { settleKey } from '#registry/keys/change-keys.ts'
import { keyringOf } from '#registry/keys/keyring.ts'
import { verifyLog } from '#registry/log/verify-log.ts'
import { signingKeyFromSeed } from '#evidence/keys.ts'
import { service, testKey, testOrigin } from '../../service.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'
import { openNote } from './independent-verifier.ts'

const s = service()
const lab = laboratory(s)
const origin = `${testOrigin.replace('http://', '')}/log`
const keys = async () => must(await lab.public.get('/.well-known/jwks.json')).body.keys
const note = async () => (await s.app.request('/log/checkpoint')).text()
const aboutKeys = async (): Promise<Record<string, unknown>[]> => {
  const { body } = must(await lab.public.get('/log/entries?limit=500'))
  return body.entries
    .map(({ statement }: { statement: { kind: string } }) => statement)
    .filter(({ kind }: { kind: string }) => kind.startsWith('key-'))
}
const settle = (seed: number) => {
  const keyring = keyringOf(signingKeyFromSeed(new Uint8Array(32).fill(seed)))
  return s.orm.em.fork().transactional((tx) => settleKey(tx, keyring, s.clock.now()))
}

const retire = (kid: string) => lab.admin.post(`/v1/keys/${kid}/retire`, { cause: 'Its disk is gone' })

describe('the keys of a node', () => {
  it('are named in the log once, by whichever process signs with them first', async () => {
    await Promise.all([settle(7), settle(7), settle(9)])
    await settle(7)
    const said = await aboutKeys()
    expect(said.map(({ kind }) => kind)).toEqual(['key-added', 'key-added'])
    expect((await keys())[0]).toMatchObject({ kid: testKey.kid, validFrom: s.clock.now().toISOString() })
    expect(await keys()).toHaveLength(2)
  })

  it('change by rotation: the new one signs, the former one stays known, and what it signed stays verifiable', async () => {
    const certificate = await issued(lab, entryOfWeight())
    const validity = must(await lab.public.get(`/v1/certificates/${certificate.body.number}/validity`)).body
    const before = await note()
    s.clock.moveTo('2026-03-02T09:00:00Z')
    const { body } = must(await lab.admin.post('/v1/keys/rotate', { cause: 'Yearly rotation' }))
    const [next, , former] = body.keys
    expect(former).toMatchObject({
      kid: testKey.kid,
      validUntil: '2026-03-02T09:00:00.000Z',
      cause: 'Yearly rotation',
    })
    expect(await keys()).toEqual(body.keys)

    const after = await note()
    expect(openNote(before, origin, former.x).size).toBeLessThan(openNote(after, origin, next.x).size)
    expect(() => openNote(after, origin, former.x)).toThrow('not signed')
    await compactVerify(validity.statement, await importJWK(former))
    s.clock.moveTo('2026-03-02T09:05:00Z')
    const again = must(await lab.public.get(`/v1/certificates/${certificate.body.number}/validity`)).body
    await compactVerify(again.statement, await importJWK(next))
  })

  it('endorse their successors, so that whoever trusts the first can follow to the last', async () => {
    const added = (await aboutKeys()).findLast(({ kind }) => kind === 'key-added')!
    const { payload, protectedHeader } = await compactVerify(
      String(added['endorsement']),
      await importJWK({ ...testKey.publicJwk, alg: 'EdDSA' }),
    )
    expect(protectedHeader).toMatchObject({ typ: 'etalon-key+jws', kid: testKey.kid })
    expect(JSON.parse(Buffer.from(payload).toString())).toEqual({
      at: added['at'],
      kid: added['kid'],
      jwk: added['jwk'],
    })
  })

  it('are retired when they were lost, but not while the node signs by them, and not twice', async () => {
    const [current, other, retired] = await keys()
    const refused = async (kid: string) => {
      const { status, body } = await retire(kid)
      return [status, body.code]
    }
    expect(await refused(current.kid)).toEqual([409, 'node-key.in-use'])
    expect(await refused(retired.kid)).toEqual([409, 'node-key.retired'])
    expect(await refused('A'.repeat(43))).toEqual([404, 'node-key.unknown'])
    expect(await refused('short')).toEqual([400, 'request.does-not-match'])
    must(await retire(other.kid))
    expect((await keys()).find(({ kid }: { kid: string }) => kid === other.kid)).toMatchObject({
      cause: 'Its disk is gone',
    })
    expect((await aboutKeys()).at(-1)).toMatchObject({ kind: 'key-retired', kid: other.kid })
  })

  it('are changed by administrators alone', async () => {
    for (const by of [lab.public, lab.signatory, lab.stranger]) {
      expect((await by.post('/v1/keys/rotate', { cause: 'x' })).status).toBe(by === lab.public ? 401 : 403)
      expect((await by.post(`/v1/keys/${testKey.kid}/retire`, { cause: 'x' })).status).toBe(
        by === lab.public ? 401 : 403,
      )
    }
  })

  it('of which one was retired, are not used again: a process that begins with it gets a new one', async () => {
    const settled = await settle(9)
    const found = (await keys()).find(({ kid }: { kid: string }) => kid === settled.kid)
    expect(found).toBeDefined()
    expect(found.validUntil).toBeUndefined()
  })

  it('leave the log whole, and no warning', async () => {
    expect(await verifyLog(s.orm.em.fork())).toMatchObject({ intact: true })
    expect(s.complaints).toEqual([])
  })
})
