import { describe, expect, it } from 'vitest'
import type { Certificate } from '#faces/certificate.ts'
import { faceOf } from '#faces/face.ts'
import type { CertificatePage, Standing } from '#faces/page.ts'
import { certificatePage } from '#web/certificate/certificate-page.ts'
import { stillPolicy } from '#web/ground/policy.ts'
import { standings, wordsIn } from '#web/certificate/words.ts'
import { sampleCertificate } from '../../faces/sample-certificate.ts'

const standing: Standing = {
  status: 'in-force',
  at: '2026-11-26T02:08:00Z',
  due: '2027-04-22',
  supersededBy: null,
}

const pageOf = (change: Partial<Certificate> = {}, more: Partial<CertificatePage> = {}) => {
  const certificate = sampleCertificate(change)
  return certificatePage({
    face: faceOf(certificate, { origin: 'https://etalon.example', sha256: 'c'.repeat(64) }),
    language: 'en',
    standing,
    versions: [{ version: certificate.version, issued: '2026-04-22', sha256: 'c'.repeat(64) }],
    hasXml: true,
    ...more,
  })
}

describe('the page of a certificate', () => {
  it('has the answer before anything else, in words, and for every standing there is', () => {
    for (const [status, words] of Object.entries(standings)) {
      const page = pageOf({}, { standing: { ...standing, status: status as Standing['status'] } })
      expect(page.indexOf(words.en)).toBeGreaterThan(0)
      expect(page.indexOf(words.en)).toBeLessThan(page.indexOf('<h1>'))
    }
  })

  it('shows what somebody wrote and lets none of it act', () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&'
    const page = pageOf({
      remarks: script,
      item: { ...sampleCertificate().item, name: script, serialNumber: script },
    })
    expect(page).not.toMatch(/<script|<img/i)
    expect(page).toContain('&lt;script&gt;')
  })

  it('has no script, no style of its own and nothing from elsewhere, so that its policy can be strict', () => {
    const page = pageOf()
    expect(page).not.toMatch(/<script|<style|<iframe|<form|\sstyle=|\son[a-z]+=|url\(/i)
    const addresses = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address ?? '')
    expect(addresses.filter((address) => !/^(?:\/|\?|#)/.test(address))).toEqual([])
    expect(stillPolicy).not.toMatch(/unsafe|\*/)
  })

  it('is in one language, says which, and leads to the other', () => {
    const page = pageOf({}, { language: 'zh' })
    expect(page).toContain('<html lang="zh-CN"')
    expect(page).toContain('href="?language=en&amp;version=2"')
    expect(page).toContain('折算质量')
    expect(page).not.toContain('Conventional mass')
  })

  it('has every word in both languages', () => {
    expect(Object.keys(wordsIn.zh)).toEqual(Object.keys(wordsIn.en))
  })

  it('names tables, gives each column a head and each row one, and words to its pictures', () => {
    const page = pageOf()
    const tables = [...page.matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) => table)
    expect(tables.length).toBeGreaterThan(2)
    for (const table of tables) expect(table).toContain('<th scope="col"')
    const pictures = [...page.matchAll(/<svg[^>]*>/g)].map(([picture]) => picture)
    expect(pictures.filter((picture) => !/aria-hidden="true"|aria-label="[^"]+"/.test(picture))).toEqual([])
  })

  it('draws formulae as MathML', () => {
    expect(pageOf()).toMatch(/<msqrt>[\s\S]*<msup>/)
  })

  it('leads to the files of this very version', () => {
    const at = `/v1/certificates/${encodeURIComponent(sampleCertificate().number)}`
    for (const ending of ['.pdf', '.json', '.xml'])
      expect(pageOf()).toContain(`href="${at}${ending}?version=2"`)
    expect(pageOf({}, { hasXml: false })).not.toContain('.xml?')
  })
})
