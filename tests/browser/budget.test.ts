import { beforeAll, describe, expect, it } from 'vitest'
import { entryOfWeight, issued, laboratory } from '../registry/laboratory-of-the-tests.ts'
import { absentBrowser, browsing } from './browser.ts'

describe.skipIf(absentBrowser)(`the budget of a weight of 10 kg ${absentBrowser ?? ''}`, () => {
  const b = browsing()
  const lab = laboratory(b.service)
  let address = ''
  beforeAll(async () => {
    const { body } = await issued(lab, entryOfWeight({ certificateNumber: 'LAB-10KG' }))
    address = `/certificates/${body.number}/results/m1/budget`
  })

  it('is read by everybody, with U = 0.059 g as in EA-4/02, S2', async () => {
    const page = await b.page()
    await page.goto(address)
    expect(await page.getByRole('cell', { name: '0.059 g' }).count()).toBe(1)
    expect(await page.locator('#budget ~ .scroll tbody tr').count()).toBe(5)
    expect(await page.getByRole('link', { name: 'NMI-2025-0001' }).getAttribute('href')).toBe(
      '/certificates/NMI-2025-0001',
    )
    await b.shot(page, 'budget-public')
  })

  it.each([
    ['en', false, 1280],
    ['zh', false, 390],
    ['en', true, 390],
    ['zh', true, 1280],
  ] as const)(
    'is clean for readers of screens in %s (dark: %s, %i pixels)',
    async (language, dark, width) => {
      const page = await b.page({ language, dark, width })
      await b.signIn(page, lab.technician.key)
      for (const [name, at] of [
        ['kept', address],
        ['sheet', '/budget'],
      ] as const) {
        await page.goto(at)
        await page.locator('.histogram').waitFor()
        await b.axe(page)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        await b.shot(page, `budget-${name}-${language}-${dark ? 'dark' : 'light'}-${width}`)
      }
    },
  )

  it('changes while somebody types, and only on trial', async () => {
    const page = await b.page()
    await b.signIn(page, lab.technician.key)
    await page.goto(address)
    expect(await page.locator('#answer').innerText()).toBe('')
    // Eccentricity of ±30 mg instead of ±10 mg.
    await page.getByLabel('u, U, a or readings dm_C').fill('0.030')
    const after = page.getByRole('region', { name: 'Before and after' })
    await after.waitFor()
    const { body } = await lab.technician.post('/v1/evaluate/measurement-model', {
      method: ['gum'],
      model: { outputs: { m: '1000 * (m_S + dm_D + dm + dm_C + dB)' } },
      inputs: {
        m_S: { estimate: '10.000005', standardUncertainty: '22.5e-6' },
        dm_D: { estimate: 0, distribution: { type: 'rectangular', halfWidth: '15e-6' } },
        dm: { estimate: '20e-6', pooledStandardDeviation: '25e-6', numberOfReadings: 3 },
        dm_C: { estimate: 0, distribution: { type: 'rectangular', halfWidth: '30e-6' } },
        dB: { estimate: 0, distribution: { type: 'rectangular', halfWidth: '10e-6' } },
      },
      coverage: { k: 2 },
    })
    const U = body.reported.m.expandedUncertainty
    expect(U).toBe('0.067')
    expect(await after.getByRole('row').nth(3).innerText()).toContain(`${U} g`.replace(' ', '\u00a0'))

    await page.getByLabel('u, U, a or readings dm_C').fill('0,03')
    const fault = page.locator('#row-3-figure-fault')
    await fault.filter({ hasText: 'comma' }).waitFor()
    expect(await page.getByLabel('u, U, a or readings dm_C').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('u, U, a or readings dm_C').fill('-0.03')
    await fault.filter({ hasText: 'half-width' }).waitFor()
    await page.reload()
    expect(await page.locator('#answer').innerText()).toBe('')
  })

  it('is computed without a script, with rows added and taken away', async () => {
    const page = await b.page({ javaScript: false, width: 390 })
    await b.signIn(page, lab.technician.key)
    await page.goto('/budget')
    expect(await page.getByRole('cell', { name: '0.059 g' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Add an input' }).click()
    await page.getByLabel('Symbol 6').fill('dT')
    await page.getByLabel('Measurement model').fill('m_X = m_S + dm_D + dm + dm_C + dB + dT')
    await page.getByLabel('Unit dT').or(page.getByLabel('Unit 6')).fill('mg')
    await page.getByLabel('u, U, a or readings 6').fill('40')
    await page.getByRole('button', { name: 'Compute' }).click()
    expect(await page.locator('#expanded').innerText()).toBe('0.099\u00a0g')
    await page.getByRole('button', { name: 'Remove dT' }).click()
    await page.getByLabel('Measurement model').fill('m_X = m_S + dm_D + dm + dm_C + dB')
    await page.getByRole('button', { name: 'Compute' }).click()
    expect(await page.locator('#expanded').innerText()).toBe('0.059\u00a0g')
  })
})
