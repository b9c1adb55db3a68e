import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { entryOfWeight, issued, laboratory } from '../registry/laboratory-of-the-tests.ts'
import { must } from '../registry/people-of-the-tests.ts'
import { absentBrowser, browsing, type Looking } from './browser.ts'

const everyLook: readonly Looking[] = [
  { language: 'zh' },
  { language: 'en', dark: true },
  { language: 'zh', dark: true, width: 390 },
  { language: 'en', width: 390 },
]
const nameOf = ({ language, dark, width }: Looking) =>
  [language, dark === true ? 'dark' : 'light', width ?? 1280].join('-')

const choose = async (page: Page, name: string, buffer: Buffer) => {
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'GET' || sent.push(request.url()))
  await page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.locator('#file-answer .verdict').waitFor()
  // What was checked has stayed where it was.
  expect(sent).toEqual([])
  return page.locator('#file-answer .verdict').textContent()
}

const isWithin = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth')

describe.skipIf(absentBrowser !== undefined)('whoever verifies a certificate', () => {
  const b = browsing()
  const lab = laboratory(b.service)
  const made = { number: '', revoked: '' }
  beforeAll(async () => {
    made.number = (await issued(lab, entryOfWeight())).body.number
    made.revoked = (await issued(lab, entryOfWeight())).body.number
    must(
      await lab.signatory.post(
        `/v1/certificates/${made.revoked}/revoke`,
        { cause: 'The standard had been dropped' },
        { 'if-match': '"1"' },
      ),
    )
  })

  const bytesOf = async (path: string) => Buffer.from(await (await b.service.app.request(path)).arrayBuffer())

  it('has the answer in one glance, on every screen, and checked again in the browser', async () => {
    for (const look of everyLook) {
      const page = await b.page(look)
      await page.goto('/')
      expect(await isWithin(page)).toBe(true)
      await b.axe(page)
      await b.shot(page, `start-${nameOf(look)}`)
      await page.locator('#q').fill(made.number)
      await page.locator('#q').press('Enter')
      await page.waitForSelector('[data-checked-in=browser]')
      expect(page.url()).toBe(`${b.origin}/verify/${made.number}`)
      expect(await page.locator('.verdict').textContent()).toMatch(/证书有效|in force/)
      expect(await page.locator('.checks li').count()).toBe(7)
      expect(await page.locator('.checks li:not(.good)').count()).toBe(0)
      expect(await isWithin(page)).toBe(true)
      await b.axe(page)
      await b.shot(page, `verify-${nameOf(look)}`)
    }
  })

  it('comes to it by the code on the paper, on a phone, with the answer on the first screen', async () => {
    const { body } = await lab.public.get(`/v1/certificates/${made.number}.json`)
    const page = await b.page({ language: 'zh', width: 390 })
    await page.goto(`/verify/${encodeURIComponent(body.number)}?version=${body.version}`)
    await page.getByRole('button', { name: '菜单' }).click()
    await b.axe(page)
    await b.shot(page, 'menu-zh-390')
    await page.keyboard.press('Escape')
    const box = await page.locator('.verdict').boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(844)
  })

  it('is told what was revoked, since when and why', async () => {
    const page = await b.page({ language: 'en' })
    await page.goto(`/verify/${made.revoked}`)
    expect(await page.locator('.standing').textContent()).toMatch(
      /revoked from the beginning[\s\S]*recorded 2 March 2026[\s\S]*The standard had been dropped/,
    )
    await page.waitForSelector('[data-checked-in=browser]')
    await b.axe(page)
    await b.shot(page, 'verify-revoked-en')
  })

  it('changes the language and keeps the page, its query, and the choice', async () => {
    const page = await b.page({ language: 'en' })
    await page.goto(`/verify/${made.number}?version=1`)
    await page.getByRole('link', { name: '中文' }).click()
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      `/verify/${made.number}?version=1&language=zh`,
    )
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.goto('/')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  it('finds an altered byte of any file in the browser, and sends the file to nobody', async () => {
    const page = await b.page({ language: 'en' })
    await page.goto('/')
    const document = await bytesOf(`/v1/certificates/${made.number}.json`)
    expect(await choose(page, 'certificate.json', document)).toBe('The file is genuine and unaltered')
    await page.waitForSelector('[data-checked-in=browser]')
    const forged = Buffer.from(document.toString().replace('10000.025', '10000.020'))
    expect(forged.equals(document)).toBe(false)
    expect(await choose(page, 'forged.json', forged)).toBe('The file was altered')
    expect(await page.locator('#file-differences').count()).toBe(1)
    await b.axe(page)
    // What follows is not about this file, and says so.
    await page.getByRole('heading', { name: 'What the registry holds under this number' }).waitFor()
    await b.shot(page, 'verify-altered-en')

    const pdf = await bytesOf(`/v1/certificates/${made.number}.pdf`)
    expect(await choose(page, 'certificate.pdf', pdf)).toBe('The file is genuine and unaltered')
    const middle = Math.floor(pdf.length / 2)
    pdf[middle] = (pdf[middle] ?? 0) ^ 1
    expect(await choose(page, 'altered.pdf', pdf)).toBe('The file was altered')

    const xml = await bytesOf(`/v1/certificates/${made.number}.xml`)
    expect(await choose(page, 'certificate.xml', xml)).toBe('The file is genuine and unaltered')
    const altered = Buffer.from(xml.toString().replace('2026-02-25', '2026-02-26'))
    expect(await choose(page, 'altered.xml', altered)).toBe('The file was altered')

    const proof = await bytesOf(`/v1/certificates/${made.number}/proof?result=m1`)
    expect(await choose(page, 'proof.json', proof)).toBe('The file is genuine and unaltered')
    proof[proof.length - 300] = (proof[proof.length - 300] ?? 0) ^ 1
    expect(await choose(page, 'altered-proof.json', proof)).toBe('The file was altered')

    expect(await choose(page, 'notes.txt', Buffer.from('no certificate'))).toBe('The file is not known here')
  })

  it('needs no script: the same answers, the file checked by the registry', async () => {
    const page = await b.page({ language: 'zh', javaScript: false, width: 390 })
    await page.goto('/')
    await page.locator('#q').fill(made.number)
    await page.getByRole('button', { name: '验证', exact: true }).click()
    expect(await page.locator('.verdict').textContent()).toBe('证书有效')
    const document = await bytesOf(`/v1/certificates/${made.number}.json`)
    const forged = Buffer.from(document.toString().replace('10000.025', '10000.020'))
    await page.goto('/')
    await page
      .locator('#file')
      .setInputFiles({ name: 'forged.json', mimeType: 'application/json', buffer: forged })
    await page.getByRole('button', { name: '核对文件' }).click()
    expect(await page.locator('.verdict').first().textContent()).toBe('文件已被改动')
    expect(await page.locator('.verdict').last().textContent()).toBe('证书有效')
    await b.shot(page, 'verify-without-script-zh-390')
  })

  it('is told how the words were understood: a hash, the address of a page, or a number of nobody', async () => {
    const page = await b.page({ language: 'en' })
    const { body } = await lab.public.get(`/v1/certificates/${made.number}`)
    for (const typed of [body.sha256.toUpperCase(), `https://x.example/verify/${made.number}?version=1`]) {
      await page.goto(`/verify?q=${encodeURIComponent(typed)}`)
      expect(page.url()).toBe(`${b.origin}/verify/${made.number}?version=1`)
    }
    await page.goto(`/verify?q=${'0'.repeat(64)}`)
    expect(await page.getByRole('main').textContent()).toContain('Understood as the SHA-256 of a file')
    await page.goto('/nowhere')
    expect(await page.locator('.verdict').textContent()).toBe('There is no such page')
    await page.goto('/verify?q=LAB-2026-9999')
    expect(await page.getByRole('main').textContent()).toContain('Understood as the number of a certificate')
    await b.axe(page)
    await b.shot(page, 'verify-unknown-en')
  })
})
