import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { attachmentsOf, qrOfFirstPage, textOfPages } from '../../pdf-of-the-tests.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { newPerson, type Answer } from '../people-of-the-tests.ts'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

describe('a certificate in its forms', () => {
  const s = service()
  const lab = laboratory(s)
  const made: { certificate?: Answer } = {}
  const certificate = () => made.certificate?.body
  beforeAll(async () => {
    made.certificate = await issued(lab, entryOfWeight({ place: 'Room 2' }))
  })
  const get = (ending = '', headers: Record<string, string> = {}) =>
    s.app.request(`/v1/certificates/${certificate().number}${ending}`, { headers })

  const typeFor = async (accept: string) => (await get('', { accept })).headers.get('content-type')

  it('is, as .json, exactly the bytes whose SHA-256 is its identity', async () => {
    const response = await get('.json')
    const bytes = await bytesOf(response)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(sha256(bytes)).toBe(certificate().sha256)
    expect(response.headers.get('etag')).toBe(`"${certificate().sha256}"`)
    expect(response.headers.get('repr-digest')).toBe(
      `sha-256=:${Buffer.from(certificate().sha256, 'hex').toString('base64')}:`,
    )
  })

  it('is a record with its versions and events where JSON is asked for without an ending', async () => {
    const record = await (await get('', { accept: 'application/json' })).json()
    expect(record).toMatchObject({ sha256: certificate().sha256, events: [], versions: [{ version: 1 }] })
  })

  it('is chosen by Accept with its weights', async () => {
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
    expect(await typeFor(browser)).toBe('text/html; charset=utf-8')
    expect(await typeFor('application/pdf')).toBe('application/pdf')
    expect(await typeFor('application/json;q=0.5, application/xml')).toBe('application/xml')
    expect(await typeFor('*/*')).toBe('application/json')
  })

  it('is not given in a form that nobody has', async () => {
    const response = await get('', { accept: 'image/png' })
    expect(response.status).toBe(406)
    expect(await response.json()).toMatchObject({ code: 'request.not-acceptable' })
  })

  it('is a PDF that holds the canonical document and the DCC, each byte for byte', async () => {
    const pdf = await bytesOf(await get('.pdf'))
    const [xml, json] = [await bytesOf(await get('.xml')), await bytesOf(await get('.json'))]
    const attached = await attachmentsOf(pdf)
    const { number } = certificate()
    expect(
      attached.map(({ bytes: _, ...told }) => told).toSorted((a, b) => a.name.localeCompare(b.name)),
    ).toEqual([
      { name: `${number}.dcc.xml`, mimeType: 'application/xml', relationship: 'Source', sha256: sha256(xml) },
      { name: `${number}.json`, mimeType: 'application/json', relationship: 'Data', sha256: sha256(json) },
    ])
  })

  it('is a PDF whose code leads to the page of this very version, which answers', async () => {
    const pdf = await bytesOf(await get('.pdf'))
    const address = await qrOfFirstPage(pdf, 150)
    expect(address).toBe(`http://etalon.test/verify/${certificate().number}?version=1`)
    const { pathname, search } = new URL(address ?? '')
    const page = await s.app.request(pathname + search)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain(certificate().number)
  })

  it('is a PDF that says what the document says: number, item, value, U, k, hash', async () => {
    const text = (await textOfPages(await bytesOf(await get('.pdf')))).join(' ')
    const { reported } = certificate().results[0]
    const digits = text.replaceAll(/[\s\u202f]/g, '')
    for (const figure of [reported.value, reported.expandedUncertainty]) expect(digits).toContain(figure)
    for (const word of [certificate().number, '校准证书', 'Calibration Certificate', '砝码 WEIGHT', 'Room 2'])
      expect(text.replaceAll(/\s+/g, ' ')).toContain(word)
    expect(digits).toContain(certificate().sha256)
  })

  it('is the same PDF at any time', async () => {
    const first = sha256(await bytesOf(await get('.pdf')))
    s.clock.moveTo('2027-08-01T00:00:00Z')
    expect(sha256(await bytesOf(await get('.pdf')))).toBe(first)
    s.clock.moveTo('2026-03-02T08:00:00Z')
  })

  it('is a PDF in one language or in both, and in no other', async () => {
    const textIn = async (language: string) =>
      (await textOfPages(await bytesOf(await get(`.pdf?language=${language}`)))).join(' ')
    expect(await textIn('en')).not.toContain('校准')
    expect(await textIn('zh')).not.toContain('Calibration Certificate')
    const refused = await get('.pdf?language=fr')
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({
      code: 'request.does-not-match',
      errors: [{ pointer: '/language', code: 'not-listed' }],
    })
  })

  it('is kept for ever where the version is named, and asked for again where it is not', async () => {
    for (const ending of ['.json', '.xml', '.pdf']) {
      expect((await get(`${ending}?version=1`)).headers.get('cache-control')).toBe(
        'public, max-age=31536000, immutable',
      )
      expect((await get(ending)).headers.get('cache-control')).toBe('public, no-cache')
    }
  })

  it('is not sent again to whoever has it', async () => {
    for (const ending of ['.json', '.xml', '.pdf', '.pdf?language=en']) {
      const etag = (await get(ending)).headers.get('etag') ?? ''
      const again = await get(ending, { 'if-none-match': etag })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
    }
  })

  it('is a page in the language of the reader, under a policy that lets nothing else in', async () => {
    const page = await get('.html', { 'accept-language': 'zh-CN,en;q=0.5' })
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    const text = await page.text()
    expect(text).toContain('<html lang="zh-CN"')
    expect(text).toContain('证书有效')
    expect(text).not.toMatch(/<script|\sstyle=|\son[a-z]+=/i)
    expect(await (await get('.html?language=en')).text()).toContain('The certificate is in force')
  })

  it('has, where it was transcribed from paper, no DCC, and a PDF that says it is a transcript', async () => {
    const xml = await s.app.request('/v1/certificates/NMI-2025-0001.xml')
    expect(xml.status).toBe(404)
    expect(await xml.json()).toMatchObject({ code: 'certificate.no-such-face' })
    const pdf = await bytesOf(await s.app.request('/v1/certificates/NMI-2025-0001.pdf'))
    expect((await textOfPages(pdf)).join(' ')).toContain('Transcript')
    expect((await attachmentsOf(pdf)).map(({ name }) => name)).toEqual(['NMI-2025-0001.json'])
  })

  it('is not there in any form under another number or version', async () => {
    for (const path of ['/v1/certificates/NO-1', `/v1/certificates/${certificate().number}`]) {
      for (const ending of ['.json', '.xml', '.pdf', '.html']) {
        const response = await s.app.request(`${path}${ending}?version=9`)
        expect(response.status).toBe(404)
        expect(await response.json()).toMatchObject({ code: 'certificate.unknown' })
      }
    }
  })

  it('is, for whoever scans a code of an unknown number, a page that says so', async () => {
    const page = await s.app.request('/verify/NO-1?version=1', { headers: { 'accept-language': 'en' } })
    expect(page.status).toBe(404)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toContain('No certificate has this number')
  })

  it('is there in no form for whoever may not read it, and in every form for a party', async () => {
    const closed = (await issued(lab, entryOfWeight({ visibility: 'parties' }))).body.number
    const owner = await newPerson(s, lab.admin, { organization: 'PLANT', code: 'owner', roles: ['auditor'] })
    for (const ending of ['', '.json', '.xml', '.pdf', '.html']) {
      const path = `/v1/certificates/${closed}${ending}`
      expect((await s.app.request(path)).status).toBe(404)
      const read = await s.app.request(path, { headers: { authorization: `Bearer ${owner.key}` } })
      expect(read.status).toBe(200)
      expect(read.headers.get('cache-control')).toMatch(/^private/)
    }
    expect((await s.app.request(`/verify/${closed}`)).status).toBe(404)
  })

  it('shows, of a certificate whose status alone is public, the status alone', async () => {
    const { number } = (await issued(lab, entryOfWeight({ visibility: 'status', place: 'Secret room' }))).body
    expect((await s.app.request(`/v1/certificates/${number}.html`)).status).toBe(404)
    const page = await s.app.request(`/verify/${number}?version=1&language=en`)
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain('The certificate is in force')
    expect(text).not.toContain('Secret room')
  })

  it('of a former version says first that it is superseded', async () => {
    const first = await issued(lab, entryOfWeight({ place: 'Room 2' }))
    const amendment = { changeClass: 'editorial', reason: 'The room was wrong', place: 'Room 3' }
    const seen = { 'if-match': first.headers.get('etag') ?? '' }
    const { number } = first.body
    await lab.signatory.post(`/v1/certificates/${number}/amend`, amendment, seen)
    const page = async (version: number) =>
      (await s.app.request(`/v1/certificates/${number}.html?language=en&version=${version}`)).text()
    expect(await page(1)).toContain('The certificate is superseded')
    expect(await page(1)).toContain('Version 2 stands in its place')
    expect(await page(2)).toContain('This version replaces version 1')
    const pdf = await bytesOf(await s.app.request(`/v1/certificates/${number}.pdf?version=2`))
    expect((await textOfPages(pdf)).join(' ')).toContain('This version replaces version 1')
  })
})
