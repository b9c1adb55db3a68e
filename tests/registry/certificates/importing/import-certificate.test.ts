import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { signEnveloped } from '#exchange/xml-signature/sign-enveloped.ts'
import { newSealingKey } from '../../../sealing-key.ts'
import { service } from '../../../service.ts'
import { entryOfWeight, issued, laboratory, weightResult } from '../../laboratory-of-the-tests.ts'
import { administratorKey, must, newPerson } from '../../people-of-the-tests.ts'
import { bytesAt, certificateFile, imported, standardUsed } from './files-of-the-tests.ts'

const s = service()
const lab = laboratory(s)
const seal = newSealingKey()
const strangerSeal = newSealingKey()

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const mapping = {
  code: 'NMI.WEIGHTS',
  issuer: 'NMI',
  rules: [
    {
      code: 'm1',
      measurandKind: 'mass.conventional',
      value: { refType: 'basic_measuredValue' },
      nominal: { column: { refType: 'basic_nominalValue' } },
    },
  ],
}
const connected = '?issuer=NMI&equipment=STANDARD&competence=NMI-MASS'
const byTechnician = (file: Uint8Array<ArrayBuffer>, query = '') =>
  imported(s, lab.technician.key, file, { query })

describe('importing a certificate', () => {
  it('answers what was understood, with the digits that were written', async () => {
    const file = certificateFile({ number: 'A-1' })
    const { status, body, headers } = await byTechnician(file)
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/v1/certificates/imports/${body.id}`)
    expect(body).toMatchObject({
      number: 'A-1',
      laboratory: 'Example Institute',
      release: '3.3.0',
      sha256: sha256(file),
      size: file.length,
      issued: { date: '2025-06-05', toldBy: 'issueDate' },
      notUnderstood: [],
      schemaChecked: false,
    })
    expect(body.understood.results[1].forms[0]).toMatchObject({
      values: ['10.000005'],
      units: [{ written: String.raw`\kilogram`, symbol: 'kg' }],
      uncertainty: { values: ['0.000045'], coverageFactors: ['2'], coverageProbabilities: ['0.9545'] },
    })
    expect(body.certificate).toBeUndefined()
  })

  it('serves the very bytes again, to be stored and never shown', async () => {
    const file = certificateFile({ number: 'A-2' })
    const { body } = await byTechnician(file)
    for (const path of [`/v1/certificates/imports/${body.id}.xml`, '/v1/certificates/A-2.xml']) {
      const served = await bytesAt(s, lab.technician.key, path)
      expect(Buffer.compare(served.bytes, file), path).toBe(0)
      expect(Object.fromEntries(served.headers)).toMatchObject({
        'content-type': 'application/xml',
        'x-content-type-options': 'nosniff',
        'content-disposition': expect.stringMatching(/^attachment/),
        'content-security-policy': expect.stringContaining('sandbox'),
      })
    }
  })

  it('is the same record for the same bytes, and refuses other bytes under its number with both hashes', async () => {
    const [file, other] = [
      certificateFile({ number: 'A-3' }),
      certificateFile({ number: 'A-3', values: '10.000006' }),
    ]
    const first = await byTechnician(file)
    const again = await byTechnician(file)
    expect([again.status, again.body.id]).toEqual([200, first.body.id])
    const refused = await byTechnician(other)
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      code: 'certificate-import.number-held-otherwise',
      heldSha256: sha256(file),
      sentSha256: sha256(other),
    })
  })

  it('knows a number only together with its laboratory', async () => {
    const numbers = await Promise.all(
      ['One', 'Two'].map((name) => byTechnician(certificateFile({ number: 'SAME', laboratory: name }))),
    )
    expect(numbers.map(({ status }) => status)).toEqual([201, 201])
  })

  it('keeps one of two that come at once, and refuses the other', async () => {
    const files = ['10.1', '10.2'].map((values) =>
      certificateFile({ number: 'A-4', values, uncertainties: '0.1' }),
    )
    const answers = await Promise.all(files.map((file) => byTechnician(file)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('is read by who imported it and by nobody else: names and addresses stand in it', async () => {
    const { body } = await byTechnician(certificateFile({ number: 'A-5' }))
    const path = `/v1/certificates/imports/${body.id}`
    expect((await lab.reviewer.get(path)).status).toBe(200)
    expect((await lab.stranger.get(path)).status).toBe(404)
    expect((await lab.public.get(path)).status).toBe(401)
    expect((await lab.public.get('/v1/certificates/A-5')).status).toBe(404)
    expect((await lab.reviewer.get('/v1/certificates/imports?number=A-5')).body.items).toMatchObject([
      { number: 'A-5' },
    ])
    expect((await lab.stranger.get('/v1/certificates/imports?number=A-5')).body.items).toEqual([])
  })

  it('is for those who bring certificates in', async () => {
    expect((await imported(s, lab.signatory.key, certificateFile())).body.code).toBe('request.role-missing')
  })

  it('gives the first answer again for a key that was used', async () => {
    const headers = { 'idempotency-key': 'import-1' }
    const file = certificateFile({ number: 'A-6' })
    const first = await imported(s, lab.technician.key, file, { headers })
    const again = await imported(s, lab.technician.key, file, { headers })
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id])
  })

  it.each([
    ['JSON', { 'content-type': 'application/json' }, 415],
    ['another encoding than it declares', { 'content-type': 'application/xml; charset=iso-8859-1' }, 415],
    ['more than 32 MiB', { 'content-length': String((32 << 20) + 1) }, 413],
  ])('is refused as %s', async (_, headers, status) => {
    expect((await imported(s, lab.technician.key, certificateFile(), { headers })).status).toBe(status)
  })

  it('is refused beyond 32 MiB also where its length is not stated', async () => {
    const part = new Uint8Array(1 << 20)
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ < 33) controller.enqueue(part)
        else controller.close()
      },
    })
    const init = {
      method: 'POST',
      headers: { authorization: `Bearer ${lab.technician.key}`, 'content-type': 'application/xml' },
      body,
      duplex: 'half',
    } as RequestInit
    expect((await s.app.request('/v1/certificates/import', init)).status).toBe(413)
  })

  it('stores nothing of a file that is refused', async () => {
    const count = () => s.orm.em.fork().execute('select count(*)::int as rows from certificate_imports')
    const before = await count()
    const files = [
      'hello',
      certificateFile({ unit: String.raw`\smoot` }),
      certificateFile({ values: '1 2', uncertainties: '1 2 3' }),
    ]
    for (const file of files) expect((await imported(s, lab.technician.key, file)).status).toBe(422)
    expect(await count()).toEqual(before)
  })
})

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
    expect(body.results.map(({ code, reported }: any) => [code, reported.value])).toEqual([
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

describe('the certificates that a file names', () => {
  const upstreamOf = async (number: string, hash: Parameters<typeof standardUsed>[0]) => {
    const { body } = await byTechnician(certificateFile({ number, equipment: standardUsed(hash) }))
    return body.upstream[0]
  }

  it('are verified where one that is held has the hash, in hexadecimal digits or base64', async () => {
    const file = certificateFile({ number: 'UP-1' })
    must(await byTechnician(file))
    const hex = sha256(file)
    const base64 = Buffer.from(hex, 'hex').toString('base64')
    for (const [i, value] of [hex, hex.toUpperCase(), base64].entries()) {
      const upstream = await upstreamOf(`DOWN-1${i}`, { number: 'UP-1', procedure: 'SHA-256', value })
      expect(upstream).toMatchObject({
        outcome: 'verified',
        held: [{ kind: 'import', number: 'UP-1', sha256: hex }],
      })
    }
  })

  it('are verified by the digest of the signature, as PTB proposes', async () => {
    const file = signed(certificateFile({ number: 'UP-2' }), seal)
    must(await byTechnician(file))
    const digest =
      /<ds:Reference[^>]*URI=""[\s\S]*?<ds:DigestValue>([^<]+)</.exec(new TextDecoder().decode(file))?.[1] ??
      ''
    const upstream = await upstreamOf('DOWN-2', { number: 'UP-2', procedure: 'c14n-sha256', value: digest })
    expect(upstream.outcome).toBe('verified')
  })

  it('are a mismatch where one has the number and another hash', async () => {
    must(await byTechnician(certificateFile({ number: 'UP-3' })))
    const upstream = await upstreamOf('DOWN-3', {
      number: 'UP-3',
      procedure: 'sha256',
      value: '0'.repeat(64),
    })
    expect(upstream.outcome).toBe('mismatch')
  })

  it('cannot be checked where no hash is stated', async () => {
    must(await byTechnician(certificateFile({ number: 'UP-4' })))
    expect((await upstreamOf('DOWN-4', { number: 'UP-4' })).outcome).toBe('not-checkable')
  })

  it('are unknown where none has the number, and what resembles it is told', async () => {
    const upstream = await upstreamOf('DOWN-5', { number: 'NMI 2025/0001' })
    expect(upstream).toMatchObject({
      outcome: 'unknown',
      held: [],
      nearMisses: [{ number: 'NMI-2025-0001', issuer: 'NMI', by: 'number' }],
    })
    const device = await upstreamOf('DOWN-6', { number: '-', serial: 'STANDARD' })
    expect(device.outcome).toBe('unknown')
    expect(device.nearMisses[0]).toMatchObject({ issuer: 'NMI', by: 'serial-number' })
  })

  it('are looked up again whenever the import is read', async () => {
    const file = certificateFile({ number: 'UP-7' })
    const { body } = await byTechnician(
      certificateFile({
        number: 'DOWN-7',
        equipment: standardUsed({ number: 'UP-7', procedure: 'sha256', value: sha256(file) }),
      }),
    )
    expect(body.upstream[0].outcome).toBe('unknown')
    must(await byTechnician(file))
    const later = await lab.technician.get(`/v1/certificates/imports/${body.id}`)
    expect(later.body.upstream[0].outcome).toBe('verified')
  })

  it('include certificates of the registry, by the hash of their document', async () => {
    const { body } = await lab.admin.get('/v1/certificates/NMI-2025-0001')
    const hash = { number: 'NMI-2025-0001', procedure: 'sha256', value: body.sha256 }
    expect(await upstreamOf('DOWN-8', hash)).toMatchObject({
      outcome: 'verified',
      held: [{ kind: 'certificate' }],
    })
  })
})

const signed = (file: Uint8Array, key: typeof seal) =>
  new Uint8Array(signEnveloped(file, key, new Date('2025-06-05T00:00:00Z')))

async function rule17(number: string) {
  const { body } = await lab.admin.get(`/v1/certificates/${number}/traceability?result=m1`)
  return body.rules.find(({ code, node }: { code: string; node: string }) => code === 'R17' && node !== '')
}

describe('the administrator alone', () => {
  it('imports and keeps, and needs a second person like everybody', async () => {
    const { body } = await imported(s, administratorKey, certificateFile({ number: 'ADM-1' }), {
      query: connected,
    })
    expect(body.evidence).not.toBe('signature')
  })
})

describe('a certificate that was issued here', () => {
  it('is understood whole where it comes back as a file, and what it rests on is verified', async () => {
    const { body: certificate } = await issued(lab, entryOfWeight())
    const path = `/v1/certificates/${encodeURIComponent(certificate.number)}.xml`
    const { bytes } = await bytesAt(s, administratorKey, path)
    const { status, body } = await byTechnician(bytes)
    expect([status, body.number, body.notUnderstood, body.warnings]).toEqual([
      201,
      certificate.number,
      [],
      [],
    ])
    expect(body.upstream[0]).toMatchObject({ outcome: 'verified', held: [{ number: 'NMI-2025-0001' }] })
    expect(body.signatures).toMatchObject([{ status: 'unknown-signer', coversDocument: true }])
    const values = body.understood.results.flatMap(({ forms }: any) => forms[0]?.values ?? [])
    expect(values).toContain(certificate.results[0].reported.value)
  })
})
