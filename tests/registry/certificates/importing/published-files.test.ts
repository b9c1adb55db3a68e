import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../../service.ts'
import { administrator, administratorKey, must } from '../../people-of-the-tests.ts'
import {
  arePublishedFilesHere,
  changed,
  publishedFile,
  publishedFiles,
  publishedPem,
} from '../../../exchange/dcc/published-files.ts'
import { bytesAt, imported } from './files-of-the-tests.ts'

const s = service({ at: '2026-11-26T08:00:00Z' })
const admin = administrator(s)

/** Files of one laboratory with one number: a registry has one of them, so each gets a number of its own. */
function renumbered(name: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (/utf-16|signature|signed/.test(name)) return new Uint8Array(bytes)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const suffix = name.replaceAll(/[^a-z0-9]/g, '').slice(-20)
  return new TextEncoder().encode(
    text.replace(/(uniqueIdentifier[^>]*>)([^<]+)(<)/, (_, start: string, number: string, end: string) =>
      [start, number, '-', suffix, end].join(''),
    ),
  )
}

const send = (bytes: Uint8Array) => imported(s, administratorKey, new Uint8Array(bytes))

const accepted = new Set([
  'hostile/remote-schema-location.xml',
  'hostile/stylesheet-instruction.xml',
  'hostile/other-prefix.xml',
  'hostile/default-namespace.xml',
  'hostile/utf-16.xml',
  'hostile/utf-8-bom.xml',
  'hostile/version-attribute-differs.xml',
  'hostile/nan-value.xml',
  'hostile/unit-not-dsi.xml',
  'examples/warn/dcclib-invalid-schematron.xml',
])

const storedRows = async () => {
  const [row] = await s.orm.em
    .fork()
    .execute<{ imports: string; acts: string }[]>(
      'select (select count(*) from certificate_imports)::text as imports, (select count(*) from audit_events)::text as acts',
    )
  return row
}

describe.skipIf(!arePublishedFilesHere)('the published certificates, sent to the registry', () => {
  it.each(publishedFiles('examples/valid'))(
    '%s is kept byte for byte, and understood',
    async (name, { bytes }) => {
      const file = renumbered(name, bytes)
      const answer = await send(file)
      expect(answer.status, JSON.stringify(answer.body).slice(0, 500)).toBe(201)
      const { understood, notUnderstood } = answer.body
      expect(understood.items.length * understood.results.length * understood.persons.length).toBeGreaterThan(
        0,
      )
      expect(notUnderstood.filter(({ path }: { path: string }) => !path.endsWith('/comment'))).toEqual([])
      const served = await bytesAt(s, administratorKey, `/v1/certificates/imports/${answer.body.id}.xml`)
      expect(Buffer.compare(served.bytes, file)).toBe(0)
      const again = await send(file)
      expect([again.status, again.body.id]).toEqual([200, answer.body.id])
    },
  )

  it.each([
    ...publishedFiles('examples/reject'),
    ...publishedFiles('examples/warn'),
    ...publishedFiles('hostile'),
  ])(
    '%s is kept or refused as the list says, and nothing of a refused one is stored',
    async (name, { bytes }) => {
      const before = await storedRows()
      const answer = await send(renumbered(name, bytes))
      if (accepted.has(name)) {
        expect([201, 409], JSON.stringify(answer.body).slice(0, 300)).toContain(answer.status)
        return
      }
      expect(answer.status).toBe(422)
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(await storedRows()).toEqual(before)
    },
  )

  it.each(['rsa', 'xades'])(
    'a file that was changed after it was signed (%s) is refused as such',
    async (which) => {
      const answer = await send(publishedFile(`examples/reject/signature-tampered-${which}.xml`))
      expect(answer.body.code).toBe('certificate-import.signature-broken')
      expect(answer.body.signatures[0]).toMatchObject({ status: 'broken', reason: 'digest-wrong' })
    },
  )

  it('a signature is of an unknown signer until its authority is trusted, and valid from then on', async () => {
    const file = new Uint8Array(publishedFile('examples/valid/3.3.0/dcclib-valid-signature.xml'))
    const { body } = await imported(s, administratorKey, file)
    expect(body.signatures).toMatchObject([{ status: 'unknown-signer', coversDocument: true }])
    must(await admin.post('/v1/trust-anchors', { pem: publishedPem('dcclib-ca.pem') }))
    const again = await imported(s, administratorKey, file)
    expect([again.status, again.body.id, again.body.signatures[0].status]).toEqual([200, body.id, 'valid'])
  })
})

describe.skipIf(!arePublishedFilesHere)('a file that names other hosts', () => {
  const asked: string[] = []
  const listener = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  beforeAll(() => new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve)))
  afterAll(() => new Promise<void>((resolve) => void listener.close(() => resolve())))

  it('makes nobody open a connection', async () => {
    const here = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
    const name = 'examples/valid/3.3.0/dcclib-valid.xml'
    const root = '<dcc:digitalCalibrationCertificate '
    const xi = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href='
    const files = [
      changed(name, ['https://ptb.de/dcc/v3.3.0/dcc.xsd', `${here}/dcc.xsd`], ['>1234<', '>listener-1<']),
      changed(name, [root, `<?xml-stylesheet href="${here}/x.xsl"?>${root}`], ['>1234<', '>listener-2<']),
      changed(name, [root, `<!DOCTYPE d SYSTEM "${here}/d.dtd">${root}`]),
      changed(name, [root, `<!DOCTYPE d [<!ENTITY e SYSTEM "${here}/e">]>${root}`], ['>1234<', '>&e;<']),
      changed(name, ['>1234<', `>${xi}"${here}/i"/><`]),
      changed(
        name,
        [
          '</dcc:measurementResults>',
          `</dcc:measurementResults><dcc:comment>${xi}"${here}/c"/></dcc:comment>`,
        ],
        ['>1234<', '>listener-3<'],
      ),
      changed(
        name,
        ['<dcc:norm>GUM</dcc:norm>', `<dcc:norm>GUM</dcc:norm><dcc:link>${here}/link</dcc:link>`],
        ['>1234<', '>listener-4<'],
      ),
    ]
    const statuses = []
    for (const file of files) statuses.push((await send(file)).status)
    expect(statuses).toEqual([201, 201, 422, 422, 422, 201, 201])
    expect(asked).toEqual([])
  })
})
