import { describe, expect, it } from 'vitest'
import { service } from '../../../service.ts'
import { entryOfWeight, issued, laboratory } from '../../laboratory-of-the-tests.ts'
import { administratorKey } from '../../people-of-the-tests.ts'
import { bytesAt, certificateFile, connected, imported, sha256 } from './files-of-the-tests.ts'

const s = service()
const lab = laboratory(s)
const byTechnician = (file: Uint8Array<ArrayBuffer>, query = '') =>
  imported(s, lab.technician.key, file, { query })

const count = () => s.orm.em.fork().execute('select count(*)::int as rows from certificate_imports')

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
    const values = body.understood.results.flatMap(
      ({ forms }: { forms: readonly { values?: readonly string[] }[] }) => forms[0]?.values ?? [],
    )
    expect(values).toContain(certificate.results[0].reported.value)
  })
})
