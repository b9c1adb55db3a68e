import { beforeAll, describe, expect, it } from 'vitest'
import { entryOfWeight, issued, laboratory } from '../registry/laboratory-of-the-tests.ts'
import { must } from '../registry/people-of-the-tests.ts'
import { absentBrowser, browsing } from './browser.ts'

describe.skipIf(absentBrowser !== undefined)('the pages of certificates and of the log', () => {
  const b = browsing()
  const lab = laboratory(b.service)
  const made = { number: '' }
  beforeAll(async () => {
    made.number = (await issued(lab, entryOfWeight())).body.number
    must(
      await lab.signatory.post(
        `/v1/certificates/${made.number}/amend`,
        { changeClass: 'editorial', reason: 'The place was misspelt', place: 'Room 12' },
        { 'if-match': '"1"' },
      ),
    )
  })

  it('show a certificate as it reads, what is new in it, and that it is the one', async () => {
    for (const look of [{ language: 'zh' as const }, { language: 'en' as const, dark: true, width: 390 }]) {
      const page = await b.page(look)
      await page.goto(`/certificates/${made.number}`)
      await page.waitForSelector('[data-checked-in=browser]')
      expect(await page.locator('.checks li.bad').count()).toBe(0)
      expect(await page.locator('ins').first().textContent()).toBe('Room 12')
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await b.axe(page)
      await b.shot(page, `certificate-${look.language}`)
      await page.goto(`/verify/${made.number}?version=1`)
      expect(await page.locator('.standing').textContent()).toMatch(/被替代|superseded/)
    }
  })

  it('list them to whoever has signed in, and ask everybody else to do so', async () => {
    const page = await b.page({ language: 'en' })
    await page.goto('/certificates')
    expect(new URL(page.url()).pathname).toBe('/login')
    await b.signIn(page, lab.technician.key)
    await page.goto('/certificates?issuer=LAB')
    // Each version is one.
    expect(await page.locator('tbody tr').count()).toBe(2)
    await b.axe(page)
    await b.shot(page, 'certificates-en')
  })

  it('prove the log in the browser, which remembers the head that it has seen', async () => {
    const page = await b.page({ language: 'zh' })
    await page.goto('/log')
    await page.waitForSelector('[data-checked-in=browser]')
    expect(await page.locator('.checks li').allTextContents()).toEqual([
      expect.stringContaining('检查点的数字签名有效'),
      expect.stringContaining('已记住该树头'),
    ])
    await b.axe(page)
    await b.shot(page, 'log-zh')
    await issued(lab, entryOfWeight())
    await page.reload()
    await page.waitForSelector('[data-checked-in=browser]')
    expect(await page.locator('.checks li.good').count()).toBe(2)
    expect(await page.locator('.checks').textContent()).toContain('以来只有追加')
    await page.getByRole('link', { name: '2', exact: true }).click()
    await page.waitForSelector('[data-checked-in=browser]')
    expect(await page.locator('.checks li.good').count()).toBe(3)
    await b.axe(page)
    await b.shot(page, 'log-entry-zh')
    await page.goto('/log/consistency?from=2&to=4')
    await page.waitForSelector('[data-checked-in=browser]')
    expect(await page.locator('.checks li.good').count()).toBe(1)
    await b.axe(page)
    // A log that had another beginning is found out.
    await page.goto('/log')
    await page.waitForSelector('[data-checked-in=browser]')
    const forget = `localStorage.setItem('etalon.log-head', JSON.stringify({ ...JSON.parse(localStorage.getItem('etalon.log-head')), size: 2 }))`
    await page.evaluate(forget)
    await page.reload()
    await page.waitForSelector('[data-checked-in=browser]')
    expect(await page.locator('.checks li.bad').textContent()).toContain('以来被更改')
  })
})
