import { createHash, X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DccRead } from '#exchange/dcc/reading/dcc-read.ts'
import { readDcc } from '#exchange/dcc/reading/read-dcc.ts'
import { verifySignatures } from '#exchange/xml-signature/verify-signatures.ts'
import { faultsOf, figuresIn, oddities } from '../../exchange/dcc/writing/read-back.ts'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'

describe('an issued certificate as DCC', () => {
  const s = service()
  const lab = laboratory(s)
  const made: { certificate?: Answer } = {}
  const certificate = () => made.certificate?.body
  beforeAll(async () => {
    made.certificate = await issued(lab, entryOfWeight())
  })

  const bytesOf = async (path: string) => new Uint8Array(await (await s.app.request(path)).arrayBuffer())
  const xml = (query = '') => bytesOf(`/v1/certificates/${certificate().number}.xml${query}`)
  const sha256 = async (path: string) =>
    createHash('sha256')
      .update(await bytesOf(path))
      .digest('hex')
  const seal = async () => (await s.app.request('/.well-known/dcc-seal.pem')).text()

  it('is a valid DCC 3.3.0 of which nothing is odd, with the figures that are printed', async () => {
    const bytes = await xml()
    expect(faultsOf(bytes)).toEqual([])
    expect(oddities(readDcc(bytes))).toEqual([])
    const [{ code, reported }] = certificate().results
    const { value, expandedUncertainty: uncertainty, coverageFactor: factor } = reported
    expect(figuresIn(bytes)).toEqual([{ code, value, uncertainty, factor }])
  })

  it('is sealed by the key that the node publishes, and broken once a digit of it is changed', async () => {
    const bytes = await xml()
    const pem = await seal()
    expect(verifySignatures(bytes, [pem])).toMatchObject([
      { status: 'valid', coversDocument: true, signer: { subject: expect.stringContaining('CN=Etalon') } },
    ])
    const forged = Buffer.from(bytes)
      .toString('utf8')
      .replace(/(?<=<si:valueXMLList>)\d/, (digit) => (digit === '9' ? '8' : '9'))
    expect(verifySignatures(Buffer.from(forged), [pem])).toMatchObject([{ status: 'broken' }])
  })

  it('publishes the key of its seal as a certificate, and as a JWK set that says the same', async () => {
    const published = await s.app.request('/.well-known/dcc-seal.json')
    expect(published.status).toBe(200)
    const { keys } = (await published.json()) as { keys: Record<string, string>[] }
    const pem = new X509Certificate(await seal())
    expect(keys).toMatchObject([{ kty: 'RSA', use: 'sig', alg: 'RS256', x5c: [pem.raw.toString('base64')] }])
    const { n, e } = pem.publicKey.export({ format: 'jwk' })
    expect(keys[0]).toMatchObject({ n, e })
  })

  it('is the same bytes at any time, and by any path', async () => {
    const first = await xml()
    s.clock.moveTo('2027-08-01T00:00:00Z')
    expect(await xml('?version=1')).toEqual(first)
    s.clock.moveTo('2026-03-02T08:00:00Z')
    const answer = await s.app.request(`/v1/certificates/${certificate().number}`, {
      headers: { accept: 'application/xml' },
    })
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(first)
  })

  it('names the hash of its own document and of the certificates it rests on, and both can be recomputed', async () => {
    const read = readDcc(await xml())
    const own = statement(read, 'etalon_canonicalDocument')
    expect(own?.references).toEqual([
      `sha256:${await sha256(`/v1/certificates/${certificate().number}.json`)}`,
    ])
    const links = read.equipment.flatMap(({ certificate: link }) => link ?? [])
    expect(links.length).toBeGreaterThan(0)
    for (const { referralId, procedure, value } of links) {
      expect(procedure).toBe('jcs-sha256')
      expect(value).toBe(await sha256(`/v1/certificates/${referralId}.json?version=1`))
    }
  })

  it('of a later version names the version it replaces, while the former stays as it was', async () => {
    const former = await xml()
    const { number } = certificate()
    const headers = {
      'if-match': (await s.app.request(`/v1/certificates/${number}`)).headers.get('etag') ?? '',
    }
    const amendment = { changeClass: 'editorial', reason: 'The room was another one', place: 'Room 3' }
    must(await lab.signatory.post(`/v1/certificates/${number}/amend`, amendment, headers))
    expect(readDcc(await xml()).certificate).toMatchObject({
      number: `${number} v2`,
      replaces: { change: 'amended', number },
    })
    expect(await xml('?version=1')).toEqual(former)
  })
})

const statement = ({ statements }: DccRead, refType: string) =>
  statements.find(({ refTypes }) => refTypes.includes(refType))
