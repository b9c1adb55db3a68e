import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import {
  entryOfWeight,
  equipment,
  issued,
  laboratory,
  standardTranscription,
} from '../registry/laboratory-of-the-tests.ts'
import { must } from '../registry/people-of-the-tests.ts'
import { absentBrowser, browsing } from './browser.ts'

describe.skipIf(absentBrowser)(
  `a calibration, from the bench to its certificate ${absentBrowser ?? ''}`,
  () => {
    const b = browsing()
    const lab = laboratory(b.service)
    let former = ''
    beforeAll(async () => {
      former = (await issued(lab, entryOfWeight({ certificateNumber: 'LAB-FORMER' }))).body.number
      must(await equipment(lab.admin, 'OLD', 'LAB', 'working-standard'))
      const overdue = {
        number: 'NMI-2023-0001',
        item: { equipment: 'OLD' },
        started: '2023-06-02T09:00:00+08:00',
        finished: '2023-06-03T16:00:00+08:00',
        issued: '2023-06-05T10:00:00+08:00',
      }
      must(await lab.technician.post('/v1/certificates', standardTranscription(overdue)))
      must(await lab.reviewer.post('/v1/certificates/NMI-2023-0001/check', undefined, { 'if-match': '"1"' }))
    })

    it('is logged like a former one, reviewed and authorised by three people through the pages alone', async () => {
      const bench = await b.page()
      await signIn(bench, lab.technician.key)
      await bench.getByRole('link', { name: 'Log a calibration' }).click()
      await bench.locator('.former a').first().click()
      expect(await bench.getByLabel('Item', { exact: true }).inputValue()).toBe('WEIGHT')
      await bench.getByLabel('Begun').fill('2026-02-26T09:00')
      await bench.getByLabel('Finished').fill('2026-02-26T11:00')
      await bench.getByLabel('Temperature / °C').fill('20.1')
      // The budget as the interface has it, without a button.
      const expanded = bench.locator('#expanded')
      await expanded.waitFor()
      expect(await expanded.innerText()).toBe('0.059\u00a0g')
      await bench.getByText('It may be handed to review', { exact: true }).waitFor()

      // Readings instead of the pooled standard deviation, pasted from a spreadsheet.
      await bench.locator('#input-2-form').selectOption('readings')
      await bench.locator('textarea#input-2-figure').waitFor()
      await paste(bench, '#input-2-figure', '0.010\n0.030\n0.020\n')
      expect(await bench.locator('#input-2-figure').inputValue()).toBe('0.010\n0.030\n0.020')
      const entry = entryOfWeight({
        started: '2026-02-26T09:00:00+08:00',
        finished: '2026-02-26T11:00:00+08:00',
      })
      const [result] = entry.results
      const readings = { readings: ['0.010', '0.030', '0.020'], unit: 'g' }
      const asked = { ...entry, results: [{ ...result, inputs: { ...result?.inputs, dm: readings } }] }
      const { body } = await lab.technician.post('/v1/calibrations/assessment', asked)
      const U = body.results[0].reported.expandedUncertainty as string
      await expanded.filter({ hasText: U }).waitFor()
      await b.shot(bench, 'log-en-light')
      await b.axe(bench)

      await paste(bench, '#input-2-figure', '0,010\n0,030\n0,020\n')
      expect(await bench.locator('#input-2-figure-fault').innerText()).toContain('decimal comma')
      expect(await bench.locator('#input-2-figure').inputValue()).toBe('0.010\n0.030\n0.020')

      // A standard that is overdue cannot be chosen, and says why.
      expect(await bench.locator('#input-0-from option:disabled').innerText()).toContain('R09')
      const why = bench.getByRole('row', { name: /NMI-2023-0001/ })
      expect(await why.innerText()).toMatch(/not admissible[\s\S]*R09[\s\S]*2024-06/)

      await bench.getByRole('button', { name: 'Save the draft' }).click()
      await bench.getByRole('heading', { name: 'Hand to review' }).waitFor()
      const address = new URL(bench.url()).pathname
      // A session alone signs nothing.
      await bench.getByLabel('Your key, once more').fill('not a key')
      await bench.getByRole('button', { name: 'Hand to review' }).click()
      await bench.getByRole('status').first().waitFor()
      expect(await bench.getByRole('heading', { name: 'Hand to review' }).count()).toBe(1)
      await bench.getByLabel('Your key, once more').fill(lab.technician.key)
      await bench.getByRole('button', { name: 'Hand to review' }).click()
      await bench.getByText('Four eyes:', { exact: false }).waitFor()
      expect(await bench.getByRole('button', { name: 'Approve' }).count()).toBe(0)

      const desk = await b.page({ language: 'zh' })
      await signIn(desk, lab.reviewer.key)
      expect(await desk.getByRole('heading', { name: /待您处理/ }).count()).toBe(1)
      await b.shot(desk, 'queue-zh-light')
      await b.axe(desk)
      await desk.goto(address)
      await b.shot(desk, 'review-zh-light')
      await b.axe(desk)
      await desk.getByLabel('请再次出示密钥').fill(lab.reviewer.key)
      await desk.getByRole('button', { name: '通过' }).click()
      await desk.getByText('待批准', { exact: true }).first().waitFor()

      const office = await b.page({ dark: true })
      await signIn(office, lab.signatory.key)
      await office.goto(address)
      await b.shot(office, 'authorise-en-dark')
      await b.axe(office)
      await office.getByLabel('Your key, once more').fill(lab.signatory.key)
      await office.getByRole('button', { name: 'Authorise and issue' }).click()
      await office.getByText('The certificate is issued', { exact: true }).waitFor()
      const link = office.getByRole('link', { name: 'Link for verification' })
      const number = decodeURIComponent((await link.getAttribute('href'))?.split('/').at(-1) ?? '')
      await b.shot(office, 'issued-en-dark')
      const certificate = await lab.public.get(`/v1/certificates/${number}`)
      expect(certificate.body.signatures.map(({ meaning, person }: never) => [meaning, person])).toEqual([
        ['performed', 'technician'],
        ['reviewed', 'reviewer'],
        ['authorised', 'signatory'],
      ])
      expect(certificate.body.results[0].reported.expandedUncertainty).toBe(U)
      expect(certificate.body.results[0].budget.lines).toEqual(body.results[0].budget.lines)
    })

    it('is returned with its reason, revised, and filled in on a phone without a script', async () => {
      const page = await b.page({ javaScript: false, width: 390, language: 'zh' })
      await signIn(page, lab.technician.key)
      await page.goto('/calibrations/new?equipment=WEIGHT')
      await b.shot(page, 'log-empty-zh-390')
      await page.locator('.former li', { hasText: 'LAB-FORMER' }).locator('a').click()
      await page.locator('#started').fill('2026-02-26T09:00')
      await page.locator('#finished').fill('2026-02-26T11:00')
      await page.getByRole('button', { name: '计算' }).last().click()
      expect(await page.locator('#expanded').innerText()).toBe('0.059\u00a0g')
      await page.locator('#input-2-figure').fill('0,025')
      await page.getByRole('button', { name: '计算' }).last().click()
      expect(await page.locator('#input-2-figure-fault').innerText()).toContain('小数逗号')
      await page.locator('#input-2-figure').fill('0.025')
      await page.getByRole('button', { name: '再加一个同样的结果' }).click()
      expect(await page.locator('#code').inputValue()).toBe('m2')
      await page.getByRole('button', { name: '增加输入量' }).click()
      expect(await page.locator('.input-card').count()).toBe(6)
      await page.getByRole('button', { name: '删除 6' }).click()
      await page.getByRole('button', { name: '删除该结果' }).click()
      await page.getByRole('button', { name: '保存草稿' }).click()
      await page.waitForURL(/calibrations\/[0-9a-f-]{36}$/)
      expect(await page.evaluate('1').catch(() => 1)).toBe(1)
      await b.shot(page, 'draft-zh-390')
      const address = new URL(page.url()).pathname
      await page.getByLabel('请再次出示密钥').fill(lab.technician.key)
      await page.getByRole('button', { name: '提交核验' }).click()

      const desk = await b.page({ javaScript: false })
      await signIn(desk, lab.reviewer.key)
      await desk.goto(address)
      await desk.getByLabel('Your key, once more').fill(lab.reviewer.key)
      await desk.getByRole('button', { name: 'Return' }).click()
      // Without a reason it is not returned.
      expect(await desk.getByRole('button', { name: 'Return' }).count()).toBe(1)
      await desk.getByLabel('Reason').first().fill('State the humidity')
      await desk.getByLabel('Your key, once more').fill(lab.reviewer.key)
      await desk.getByRole('button', { name: 'Return' }).click()
      await desk.getByText('State the humidity').waitFor()

      await page.goto(address)
      await page.getByRole('link', { name: '修改' }).click()
      await page.locator('#humidity').fill('45')
      await page.getByRole('button', { name: '保存草稿' }).click()
      await page.getByRole('heading', { name: '提交核验' }).waitFor()
      expect(await page.getByText(/45.%/).count()).toBeGreaterThan(0)
    })

    it('is clean on a phone, in the dark, and in both languages', async () => {
      for (const [language, dark, width] of [
        ['zh', true, 390],
        ['en', true, 1280],
        ['zh', false, 1440],
      ] as const) {
        const page = await b.page({ language, dark, width })
        await b.signIn(page, lab.technician.key)
        await page.goto('/calibrations')
        await page.locator('a[href="/calibrations/new"]').click()
        await page.locator('.former li', { hasText: 'LAB-FORMER' }).locator('a').click()
        await page.locator('#started').fill('2026-02-26T09:00')
        await page.locator('#finished').fill('2026-02-26T11:00')
        await page.locator('#expanded').waitFor()
        await b.axe(page)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        await b.shot(page, `log-${language}-${dark ? 'dark' : 'light'}-${width}`)
      }
      expect(former).toBe('LAB-FORMER')
    })
  },
)

/** By the page itself, with a session. */
const signIn = async (page: Page, key: string) => {
  await page.goto('/login?next=/calibrations')
  await page.locator('input[name="key"]').fill(key)
  await page.locator('main form button').first().click()
  await page.waitForURL('**/calibrations')
}

/** What a browser does when somebody pastes. */
const paste = (page: Page, selector: string, text: string): Promise<unknown> =>
  page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector(${JSON.stringify(selector)}).dispatchEvent(event)
  }`)
