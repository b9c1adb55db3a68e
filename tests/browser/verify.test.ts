import { beforeAll, describe, expect, it } from 'vitest'
import { entryOfWeight, issued, laboratory } from '../registry/laboratory-of-the-tests.ts'
import { absentBrowser, browsing } from './browser.ts'

describe.skipIf(absentBrowser !== undefined)('verifying a certificate', () => {
  const b = browsing()
  const lab = laboratory(b.service)
  const made = { number: '' }
  beforeAll(async () => {
    made.number = (await issued(lab, entryOfWeight())).body.number
  })

  it('by its number: the answer in one glance, and checked again in the browser', async () => {
    const page = await b.page({ language: 'zh' })
    await page.goto('/')
    await b.axe(page)
    await b.shot(page, 'start-zh')
    await page.getByLabel('证书编号').fill(made.number)
    await page.getByRole('button', { name: '验证', exact: true }).click()
    await page.waitForSelector('[data-checked-in=browser]')
    expect(await page.locator('.verdict').textContent()).toBe('证书有效')
    expect(await page.locator('.checks li.bad').count()).toBe(0)
    await b.axe(page)
    await b.shot(page, 'verify-zh')
  })
})
