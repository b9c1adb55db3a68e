import { beforeAll, describe, expect, it } from 'vitest'
import { newSealingKey } from '../../../sealing-key.ts'
import { service } from '../../../service.ts'
import { entryOfWeight, issued, laboratory, weightResult } from '../../laboratory-of-the-tests.ts'
import { must, newPerson } from '../../people-of-the-tests.ts'
import { bytesAt, certificateFile, connected, imported, mapping, signed } from './files-of-the-tests.ts'

const s = service()
const lab = laboratory(s)
const seal = newSealingKey()
const strangerSeal = newSealingKey()
const byTechnician = (file: Uint8Array<ArrayBuffer>, query = '') =>
  imported(s, lab.technician.key, file, { query })

async function rule17(number: string) {
  const { body } = await lab.admin.get(`/v1/certificates/${number}/traceability?result=m1`)
  return body.rules.find(({ code, node }: { code: string; node: string }) => code === 'R17' && node !== '')
}

describe('a certificate that is connected with the registry', () => {
  beforeAll(async () => {
    must(await lab.technician.post('/v1/dcc-mappings', mapping))
    must(await lab.admin.post('/v1/trust-anchors', { pem: seal.certificate.toString(), organization: 'NMI' }))
  })

  it('becomes a certificate of the registry, whose results are those of the file', async () => {
    const file = certificateFile({ number: 'NMI-D-1' })
    const { status, body } = await byTechnician(file, connected)
    expect([status, body.certificate, body.mapping, body.evidence]).toEqual([
      201,
      'NMI-D-1',
      'NMI.WEIGHTS',
      'second-check',
    ])
    const { body: certificate } = await lab.public.get('/v1/certificates/NMI-D-1')
    expect(certificate).toMatchObject({
      origin: 'transcribed',
      issuer: { code: 'NMI' },
      item: { equipment: 'STANDARD' },
      results: [{ code: 'm1', reported: { value: '10.000005', expandedUncertainty: '0.000045' } }],
    })
    const served = await bytesAt(s, lab.technician.key, '/v1/certificates/NMI-D-1.xml')
    expect(Buffer.compare(served.bytes, file)).toBe(0)
  })

  it('is evidence once a second person has checked it, and not before', async () => {
    must(await byTechnician(certificateFile({ number: 'NMI-D-2' }), connected))
    expect(await rule17('NMI-D-2')).toMatchObject({ outcome: 'unknown', reason: 'copy-not-checked' })
    must(await lab.reviewer.post('/v1/certificates/NMI-D-2/check', undefined, { 'if-match': '"1"' }))
    expect(await rule17('NMI-D-2')).toMatchObject({ outcome: 'pass', reason: 'copy-checked' })
  })

  it('is evidence by the signature of a signer whom another person trusts', async () => {
    const file = signed(certificateFile({ number: 'NMI-D-3' }), seal)
    const { body } = await byTechnician(file, connected)
    expect(body).toMatchObject({
      evidence: 'signature',
      signatures: [{ status: 'valid', coversDocument: true }],
    })
    expect(await rule17('NMI-D-3')).toMatchObject({ outcome: 'pass', reason: 'signature-verified' })
  })

  it('is no evidence by a signature whose signer nobody knows', async () => {
    const { body } = await byTechnician(
      signed(certificateFile({ number: 'NMI-D-4' }), strangerSeal),
      connected,
    )
    expect(body).toMatchObject({ evidence: 'second-check', signatures: [{ status: 'unknown-signer' }] })
  })

  it('is no evidence by a signature where the file does not name the equipment it is said to be of', async () => {
    const file = signed(certificateFile({ number: 'NMI-D-11', serialNumber: 'ANOTHER' }), seal)
    const { body } = await byTechnician(file, connected)
    expect(body).toMatchObject({ evidence: 'second-check', signatures: [{ status: 'valid' }] })
  })

  it('is no evidence by an anchor that the importer registered alone', async () => {
    const alone = await newPerson(s, lab.admin, {
      organization: 'LAB',
      roles: ['administrator', 'technician'],
    })
    const own = newSealingKey()
    must(await alone.post('/v1/trust-anchors', { pem: own.certificate.toString() }))
    const file = signed(certificateFile({ number: 'NMI-D-5' }), own)
    const { body } = await imported(s, alone.key, file, { query: connected })
    expect(body).toMatchObject({ evidence: 'second-check', signatures: [{ status: 'valid' }] })
  })

  it('is no evidence by an anchor that vouches for another laboratory', async () => {
    const other = newSealingKey()
    must(
      await lab.admin.post('/v1/trust-anchors', { pem: other.certificate.toString(), organization: 'LAB' }),
    )
    const { body } = await byTechnician(signed(certificateFile({ number: 'NMI-D-6' }), other), connected)
    expect(body.signatures).toMatchObject([{ status: 'unknown-signer' }])
  })

  it('is what the results of others are traced to', async () => {
    must(await byTechnician(signed(certificateFile({ number: 'NMI-D-7' }), seal), connected))
    const { inputs } = weightResult()
    const result = weightResult({
      inputs: { ...inputs, m_S: { from: { certificate: 'NMI-D-7', result: 'm1' } } },
    })
    const { body: certificate } = await issued(lab, entryOfWeight({ results: [result] }))
    const traced = await lab.admin.get(`/v1/certificates/${certificate.number}/traceability?result=m1`)
    expect(traced.body).toMatchObject({ verdict: 'traceable', resolution: 'anchored' })
    expect(JSON.stringify(traced.body.nodes)).toContain('NMI-D-7')
  })

  it('has each row of a table as a result', async () => {
    const file = certificateFile({
      number: 'NMI-D-8',
      values: '10.000001 10.000002',
      uncertainties: '0.00004',
    })
    must(await byTechnician(file, connected))
    const { body } = await lab.public.get('/v1/certificates/NMI-D-8')
    expect(
      body.results.map(({ code, reported }: { code: string; reported: { value: string } }) => [
        code,
        reported.value,
      ]),
    ).toEqual([
      ['m1-1', '10.000001'],
      ['m1-2', '10.000002'],
    ])
  })

  it('can be connected later, by the same file', async () => {
    const file = certificateFile({ number: 'NMI-D-9' })
    const { body } = await byTechnician(file)
    expect(body.certificate).toBeUndefined()
    const again = await byTechnician(file, connected)
    expect([again.status, again.body.id, again.body.certificate]).toEqual([200, body.id, 'NMI-D-9'])
    expect((await byTechnician(file, connected)).body.certificate).toBe('NMI-D-9')
  })

  it.each([
    ['equipment without issuer', '?equipment=STANDARD', 'certificate-import.connection-incomplete'],
    [
      'a mapping without equipment',
      '?issuer=NMI&mapping=NMI.WEIGHTS',
      'certificate-import.connection-incomplete',
    ],
    ['an issuer that is not registered', '?issuer=NOWHERE', 'organization.not-registered'],
    ['equipment that is not registered', '?issuer=NMI&equipment=NOTHING', 'calibration.unknown-record'],
    [
      'a mapping that is not there',
      '?issuer=NMI&equipment=STANDARD&mapping=NONE',
      'dcc-mapping.no-such-mapping',
    ],
    [
      'a mapping of another issuer',
      '?issuer=LAB&equipment=STANDARD&mapping=NMI.WEIGHTS',
      'dcc-mapping.of-another-issuer',
    ],
    [
      'a competence of another organization',
      '?issuer=NMI&equipment=STANDARD&competence=LAB-MASS',
      'calibration.foreign-record',
    ],
  ])('is refused with %s, and then is not kept either', async (_, query, code) => {
    const file = certificateFile({ number: 'NMI-R-1' })
    const { status, body } = await byTechnician(file, query)
    expect([status, body.code]).toEqual([422, code])
    expect((await lab.technician.get('/v1/certificates/imports?number=NMI-R-1')).body.items).toEqual([])
  })

  it('is refused where its number cannot stand in a path, until one is given', async () => {
    const file = certificateFile({ number: 'NMI 10/25' })
    expect((await byTechnician(file, connected)).body.code).toBe('certificate-import.number-not-usable')
    expect((await byTechnician(file, `${connected}&number=NMI-10-25`)).body.certificate).toBe('NMI-10-25')
  })

  it('is of equipment that the importer keeps, or that the importer issued it for', async () => {
    const query = '?issuer=NMI&equipment=STANDARD&mapping=NMI.WEIGHTS'
    const { body } = await imported(s, lab.stranger.key, certificateFile({ number: 'NMI-R-2' }), { query })
    expect(body.code).toBe('access.not-your-organization')
  })

  it('is not connected by a mapping that does not fit: nothing is guessed', async () => {
    const misfit = { ...mapping, code: 'NMI.OTHER', rules: [{ ...mapping.rules[0], value: { position: 7 } }] }
    must(await lab.technician.post('/v1/dcc-mappings', misfit))
    const file = certificateFile({ number: 'NMI-R-3' })
    const refused = await byTechnician(file, `${connected}&mapping=NMI.OTHER`)
    expect([refused.body.code, refused.body.pointer]).toEqual([
      'dcc-mapping.column-not-found',
      '/mapping/rules/0/value',
    ])
    const ambiguous = {
      ...misfit,
      code: 'NMI.BOTH',
      rules: [{ ...mapping.rules[0], nominal: { column: { result: 'Mass' } } }],
    }
    must(await lab.technician.post('/v1/dcc-mappings', ambiguous))
    expect((await byTechnician(file, `${connected}&mapping=NMI.BOTH`)).body.code).toBe(
      'dcc-mapping.column-ambiguous',
    )
  })
})
