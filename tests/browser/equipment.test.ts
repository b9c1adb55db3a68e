import { beforeAll, describe, expect, it } from 'vitest'
import { heavyDrift } from '../registry/equipment/a-drifting-weight.ts'
import { entryOfWeight, laboratory } from '../registry/laboratory-of-the-tests.ts'
import { administratorKey, must } from '../registry/people-of-the-tests.ts'
import { absentBrowser, browsing } from './browser.ts'

const file = (lines: readonly string[]) => ({
  name: 'calipers.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
})

describe.skipIf(absentBrowser !== undefined)('looking after equipment', () => {
  const b = browsing({ at: '2026-03-02T08:00:00Z' })
  const lab = laboratory(b.service)
  beforeAll(async () => {
    await heavyDrift(lab)
    for (let i = 1; i <= 60; i++) {
      const code = `GAUGE-${String(i).padStart(2, '0')}`
      must(
        await lab.admin.post('/v1/equipment', {
          code,
          owner: 'LAB',
          name: { en: `Pressure gauge ${i}`, zh: `压力表 ${i}` },
          manufacturer: 'Maker',
          model: 'PG-1',
          serialNumber: code,
          level: 'instrument',
          location: `Hall ${1 + (i % 3)}`,
          ...(i % 2 === 0 && { calibrationIntervalMonths: 12 }),
        }),
      )
    }
    must(
      await lab.technician.post('/v1/equipment/DRIFTER/events', {
        kind: 'intermediate-check',
        occurredAt: '2025-11-03T09:00:00+08:00',
        outcome: 'passed',
        detail: 'Against the check standard',
      }),
    )
  })

  it('goes from the list, filtered, to a device and its drift', async () => {
    const page = await b.page()
    await b.signIn(page, lab.technician.key)
    await page.goto('/equipment')
    expect(await page.locator('.standing-tiles li').count()).toBe(6)
    await b.axe(page)
    await b.shot(page, 'equipment-list-en')

    await page.getByLabel('Words').fill('drift')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(new URL(page.url()).searchParams.get('q')).toBe('drift')
    const rows = page.locator('tbody tr')
    expect(await rows.count()).toBe(1)
    expect(await rows.first().innerText()).toContain('In calibration')

    await page.getByRole('link', { name: 'DRIFTER' }).click()
    expect(await page.locator('.standing .verdict').innerText()).toBe('In calibration until 3 June 2026')
    const chart = page.locator('svg.drift')
    expect(await chart.locator('.point').count()).toBe(6)
    expect(await chart.locator('.band').count()).toBe(1)
    expect(await page.locator('.note.good').innerText()).toContain('meets the limit of error on')
    // What the page draws is what the interface answers.
    const { drift } = must(await lab.technician.get('/v1/equipment/DRIFTER/drift')).body
    expect(await page.locator('.note.good').innerText()).toContain(drift.prediction.meets.at)
    // The change to the last digit of its U, with the factor of the band.
    const change = await page.locator('.drift-grid dd').first().innerText()
    expect(change.replaceAll(/\s+/g, ' ')).toBe('(0.0596 ± 0.0037) g a year U = k·u, k = 4.30, p = 95 %')
    expect(await page.locator('.history-table').innerText()).toContain('Intermediate check: passed')
    await b.axe(page)
    await b.shot(page, 'equipment-item-en')
  })

  it('reads in Chinese, in the dark and on a phone', async () => {
    const dark = await b.page({ language: 'zh', dark: true })
    await b.signIn(dark, lab.technician.key)
    await dark.goto('/equipment/DRIFTER')
    expect(await dark.locator('h1').innerText()).toBe('漂移砝码')
    await b.axe(dark)
    await b.shot(dark, 'equipment-item-zh-dark')
    await dark.goto('/equipment?standing=never-calibrated&location=Hall+2')
    await b.axe(dark)
    await b.shot(dark, 'equipment-list-zh-dark')
    const phone = await b.page({ language: 'zh', width: 390 })
    await b.signIn(phone, lab.technician.key)
    await phone.goto('/equipment/DRIFTER')
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await b.axe(phone)
    await b.shot(phone, 'equipment-item-zh-phone')
    await phone.goto('/equipment')
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await b.shot(phone, 'equipment-list-zh-phone')
  })

  it('begins with what is due, what is wrong, and what waits for whoever signs in', async () => {
    must(await lab.technician.post('/v1/calibrations', entryOfWeight()))
    const page = await b.page()
    await b.signIn(page, lab.technician.key)
    await page.goto('/dashboard')
    expect(await page.locator('.standing-tiles li').allInnerTexts()).toHaveLength(7)
    expect(await page.getByRole('link', { name: /Certificates suspect/ }).innerText()).toMatch(/^0\s/)
    // Whoever transcribed them is not the second person.
    expect(await page.locator('#waiting ~ .queue').innerText()).not.toContain('to check')
    expect(await page.locator('#waiting ~ .queue').innerText()).toContain('Drafts to submit')
    expect(await page.locator('svg.weeks rect.week').count()).toBe(26)
    expect(await page.locator('#urgent ~ .scroll tbody tr').count()).toBe(12)
    await b.axe(page)
    await b.shot(page, 'dashboard-en')
    await page.getByRole('link', { name: /Never calibrated/ }).click()
    expect(page.url()).toContain('/equipment?standing=never-calibrated')

    const dark = await b.page({ language: 'zh', dark: true })
    await b.signIn(dark, lab.reviewer.key)
    await dark.goto('/dashboard')
    expect(await dark.locator('#waiting ~ .queue').innerText()).toMatch(/待核对的抄录证书\s+5/)
    await b.axe(dark)
    await b.shot(dark, 'dashboard-zh-dark')
    await dark.getByRole('link', { name: '待核对的抄录证书' }).click()
    expect(await dark.locator('tbody tr').count()).toBe(5)
    await dark.goto('/dashboard')
    await dark.getByRole('link', { name: /存疑证书/ }).click()
    expect(await dark.locator('main').innerText()).toContain('没有符合条件的证书')
    await b.axe(dark)
    const phone = await b.page({ language: 'zh', width: 390 })
    await b.signIn(phone, lab.technician.key)
    await phone.goto('/dashboard')
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await b.shot(phone, 'dashboard-zh-phone')
  })

  const rows = [
    'code,owner,nameEn,manufacturer,model,serialNumber,level,calibrationIntervalMonths',
    'I-1,LAB,Caliper 1,Maker,C-150,S1,instrument,12',
    'I-2,LAB,Caliper 2,Maker,C-150,S2,instrument,twelve',
    'I-3,LAB,Caliper 3,Maker,C-150,,instrument,12',
  ]

  it('looks at a file before anything of it is recorded, and names row, column and reason', async () => {
    const page = await b.page()
    await b.signIn(page, administratorKey)
    await page.goto('/import')
    await b.axe(page)
    await b.shot(page, 'import-en')
    await page.getByLabel('File', { exact: true }).setInputFiles(file(rows))
    await page.getByRole('button', { name: 'Look at it first' }).click()
    expect(await page.locator('.verdict').innerText()).toBe('2 rows cannot be recorded')
    const findings = await page.locator('#findings ~ .scroll tbody tr').allInnerTexts()
    expect(findings.join('\n')).toMatch(/3\s+I-2\s+Refused\s+calibrationIntervalMonths/)
    expect(findings.join('\n')).toMatch(/4\s+I-3\s+Refused\s+serialNumber/)
    expect(await page.getByRole('button', { name: 'Record it now' }).count()).toBe(0)
    expect((await lab.admin.get('/v1/equipment/I-1')).status).toBe(404)
    await b.axe(page)
    await b.shot(page, 'import-preview-faults-en')

    await page.getByLabel('File', { exact: true }).setInputFiles(file([rows[0]!, rows[1]!]))
    await page.getByRole('button', { name: 'Look at it first' }).click()
    expect(await page.locator('.verdict').innerText()).toBe('1 rows are new, and none is refused')
    await page.getByRole('button', { name: 'Record it now' }).click()
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/)
    expect(await page.locator('.verdict').innerText()).toBe('1 rows are recorded')
    must(await lab.admin.get('/v1/equipment/I-1'))
    await b.axe(page)
    await page.goto('/import')
    expect(await page.locator('#former ~ .scroll tbody tr').count()).toBe(1)
  })

  it('imports without a script, too, and in Chinese', async () => {
    const page = await b.page({ language: 'zh', javaScript: false, width: 390 })
    await b.signIn(page, administratorKey)
    await page.goto('/import?kind=equipment')
    await page
      .getByLabel('文件', { exact: true })
      .setInputFiles(file([rows[0]!, rows[1]!.replace('I-1', 'I-9').replace('S1', 'S9')]))
    await page.getByRole('button', { name: '先检查' }).click()
    await b.shot(page, 'import-preview-zh-phone')
    await page.getByRole('button', { name: '现在入库' }).click()
    expect(await page.locator('.verdict').innerText()).toBe('1 行已入库')
    must(await lab.admin.get('/v1/equipment/I-9'))
  })
})
