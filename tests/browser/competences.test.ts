import { describe, expect, it } from 'vitest'
import { laboratory } from '../registry/laboratory-of-the-tests.ts'
import { absentBrowser, browsing } from './browser.ts'

describe.skipIf(absentBrowser !== undefined)('whoever looks for a laboratory', () => {
  const b = browsing()
  laboratory(b.service)

  it('finds who can calibrate a point to an uncertainty, or that nobody can', async () => {
    const page = await b.page({ language: 'zh' })
    await page.goto('/competences')
    await page.getByLabel('被测量').selectOption('mass.conventional')
    await page.getByLabel('校准点的量值').fill('10')
    await page.getByLabel('单位', { exact: true }).fill('kg')
    await page.getByLabel('可接受的最大扩展不确定度').fill('50')
    await page.getByLabel('其单位').fill('mg')
    await page.getByRole('button', { name: '查询' }).click()
    const rows = page.locator('tbody tr')
    await rows.first().waitFor()
    expect(await rows.allTextContents()).toEqual([
      expect.stringMatching(/LAB-MASS|NMI-MASS/),
      expect.stringMatching(/LAB-MASS|NMI-MASS/),
    ])
    await b.axe(page)
    await b.shot(page, 'competences-zh')
    await page.getByLabel('校准点的量值').fill('500')
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByText('检不了：无人能校准').waitFor()
    await page.getByLabel('单位', { exact: true }).fill('V')
    await page.getByRole('button', { name: '查询' }).click()
    expect(await page.getByLabel('单位', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    await b.axe(page)
  })

  it('finds it on a phone in the dark as well', async () => {
    const page = await b.page({ language: 'en', dark: true, width: 390 })
    await page.goto(
      '/competences?measurandKind=mass.conventional&value=10&unit=kg&expandedUncertainty=5&uncertaintyUnit=mg',
    )
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await b.axe(page)
    await b.shot(page, 'competences-en-dark-390')
  })
})
