import { describe, expect, it } from 'vitest'
import { absentBrowser, browsing } from './browser.ts'

describe.skipIf(absentBrowser !== undefined)('verifying a certificate', () => {
  const b = browsing()

  it('begins at the start page, in the language of the browser', async () => {
    const page = await b.page({ language: 'zh' })
    await page.goto('/')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await b.axe(page)
    await b.shot(page, 'start-zh')
  })
})
