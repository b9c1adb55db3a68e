import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Certificate } from '#faces/certificate.ts'
import { faceOf } from '#faces/face.ts'
import { certificateSheet, type SheetLanguage } from '#typesetting/certificate-sheet.ts'
import { pressOf } from '#typesetting/press.ts'
import { sampleCertificate, sampleResult } from '../faces/sample-certificate.ts'
import {
  attachmentsOf,
  objectListOf,
  objectsOf,
  qrOfFirstPage,
  textOfPages,
  titleOf,
} from '../pdf-of-the-tests.ts'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const xml = Buffer.from('<?xml version="1.0"?><证书 的="数据"/>')

const sheet = (certificate: Certificate, language: SheetLanguage = 'zh-en') => {
  const document = Buffer.from(JSON.stringify(certificate))
  const attached = { words: { zh: '文件', en: 'File' } }
  return certificateSheet({
    face: faceOf(certificate, { origin: 'https://etalon.example', sha256: sha256(document) }),
    language,
    issuedAt: new Date(certificate.issued),
    attachments: [
      {
        ...attached,
        name: 'c.json',
        media: 'application/json',
        relationship: 'data',
        bytes: document,
        sha256: sha256(document),
      },
      {
        ...attached,
        name: 'c.dcc.xml',
        media: 'application/xml',
        relationship: 'source',
        bytes: xml,
        sha256: sha256(xml),
      },
    ],
  })
}

const flat = async (pdf: Uint8Array) => (await textOfPages(pdf)).join(' ').replaceAll(/\s+/g, ' ')

describe('the PDF of a certificate', () => {
  const press = pressOf()
  afterAll(press.close)
  const pdfOf = (change: Partial<Certificate> = {}, language?: SheetLanguage) =>
    press.typeset(sheet(sampleCertificate(change), language))

  it('declares itself PDF/A-3a, tagged, titled, in its language, with a colour profile', async () => {
    const pdf = await pdfOf()
    const raw = Buffer.from(pdf).toString('latin1')
    expect(raw).toMatch(/pdfaid:part>\s*3\s*</)
    expect(raw).toMatch(/pdfaid:conformance>\s*A\s*</)
    const objects = await objectsOf(pdf)
    for (const needed of ['/OutputIntents', '/MarkInfo', '/StructTreeRoot', '/Marked true', '/Lang'])
      expect(objects).toContain(needed)
    expect(await titleOf(pdf)).toBe('校准证书 Calibration Certificate 质检〔2026〕第0101号')
  })

  it('holds its files byte for byte, each with what it is to the pages', async () => {
    const attached = await attachmentsOf(await pdfOf())
    expect(
      attached.map(({ name, mimeType, relationship, sha256: hash }) => [name, mimeType, relationship, hash]),
    ).toEqual(
      expect.arrayContaining([
        ['c.json', 'application/json', 'Data', sha256(JSON.stringify(sampleCertificate()))],
        ['c.dcc.xml', 'application/xml', 'Source', sha256(xml)],
      ]),
    )
    expect(await objectsOf(await pdfOf())).toContain('/AF ')
  })

  it('is set in our typefaces alone, each embedded and with a way back to text', async () => {
    const objects = await objectsOf(await pdfOf())
    const names = [...objects.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name)
    const ours =
      /^(?:IBMPlexSans(?:-SemiBold|-Italic)?|IBMPlexSans-Regular|IBMPlexMono(?:-SemiBold|-Regular)?|NotoSansSC-(?:Regular|SemiBold)|NewCMMath-\w+)$/
    expect(names.length).toBeGreaterThan(3)
    expect(names.filter((name) => !ours.test(name ?? ''))).toEqual([])
    const descriptors = objects.match(/\/Type \/FontDescriptor/g)?.length ?? 0
    expect(objects.match(/\/FontFile[23]? /g)?.length).toBe(descriptors)
    expect(objects.match(/\/ToUnicode /g)?.length).toBe(objects.match(/\/Subtype \/Type0/g)?.length)
  })

  it('gives words for every picture and every formula', async () => {
    const objects = await objectListOf(await pdfOf())
    const elements = objects.filter((object) => /\/S \/(?:Figure|Formula)\b/.test(object))
    expect(elements.length).toBeGreaterThan(5)
    expect(elements.filter((object) => !object.includes('/Alt'))).toEqual([])
  })

  it('is the same file in every run and every process', async () => {
    const other = pressOf()
    const [first, again, elsewhere] = [
      await pdfOf(),
      await pdfOf(),
      await other.typeset(sheet(sampleCertificate())),
    ]
    await other.close()
    expect(new Set([first, again, elsewhere].map(sha256)).size).toBe(1)
  })

  it('has a code that a camera reads, from a good print and from a bad one', async () => {
    const pdf = await pdfOf()
    const { verification } = faceOf(sampleCertificate(), { origin: 'https://etalon.example', sha256: '' })
    for (const dpi of [200, 110]) expect(await qrOfFirstPage(pdf, dpi)).toBe(verification)
  })

  it('has its number, its page and the number of pages on every page', async () => {
    const pages = await textOfPages(
      await pdfOf({ results: Array.from({ length: 200 }, (_, i) => sampleResult(`m${i}`, `${i}.25`)) }),
    )
    expect(pages.length).toBeGreaterThan(4)
    for (const [i, page] of pages.entries()) {
      const text = page.replaceAll(/\s+/g, '')
      expect(text).toContain('质检〔2026〕第0101号')
      expect(text).toContain(`Page${i + 1}of${pages.length}`)
    }
    // The head of a long table stands again wherever it goes on.
    expect(pages[1]).toContain('Expanded uncertainty')
    expect(pages.join(' ')).toContain('m199')
  })

  it('is a document of its kind', async () => {
    const titles = {
      calibration: '校准证书',
      verification: '检定证书',
      'verification-refusal': '检定结果通知书',
      test: '测试报告',
    } as const
    for (const [kind, title] of Object.entries(titles))
      expect(await flat(await pdfOf({ kind: kind as Certificate['kind'] }))).toContain(title)
  })

  it('says on its face that its issuer is fictional, and which version it replaces and why', async () => {
    const text = await flat(await pdfOf({}, 'en'))
    for (const words of [
      'fictional',
      'This version replaces version 1',
      'The certificate of the standard was corrected.',
    ])
      expect(text).toContain(words)
  })

  it('prints what somebody wrote and never obeys it', async () => {
    const text = await flat(await pdfOf())
    expect(text).toContain('#sys.version `raw` $x$ *a* <b> @ref \\ ~ [x] {y} "q" //c')
  })

  it('is typeset whatever texts were recorded: nothing in them stops it', async () => {
    const odd = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(odd, odd, async (name, remarks) => {
        const { item } = sampleCertificate()
        const pdf = await pdfOf({
          item: { ...item, name, serialNumber: name },
          remarks: remarks.replaceAll('\0', ''),
        })
        expect(pdf.length).toBeGreaterThan(10_000)
      }),
      { numRuns: 15 },
    )
  })
})
