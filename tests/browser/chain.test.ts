import { beforeAll, describe, expect, it } from 'vitest'
import { ensureFirstAdministrator } from '#registry/people/ensure-first-administrator.ts'
import { clientOf } from '../../src/demo/client.ts'
import { readFixtures } from '../../src/demo/fixture.ts'
import { loadFixtures } from '../../src/demo/load.ts'
import { absentBrowser, browsing } from './browser.ts'

const adminKey = 'the-key-of-the-demo-administrator'
const wanted = new Set([
  'chains/10-ev-charging',
  'chains/04-resistance',
  'negative/01-revoked-ab-initio',
  'negative/06-as-found-shifted',
])
const everything = readFixtures()
const isTold = ({ name }: { readonly name: string }) => wanted.has(name)
const fixtures = {
  ...everything,
  chains: everything.chains.filter((story) => isTold(story) || story.name === 'chains/03-dc-voltage'),
  negative: everything.negative.filter(isTold),
}

describe.skipIf(absentBrowser !== undefined)('the chain of a result, and what rests on it', () => {
  const b = browsing({ at: everything.openedAt })
  const s = b.service
  const keys = { technician: '', manager: '', plant: '' }

  beforeAll(async () => {
    await s.orm.em
      .fork()
      .transactional((tx) => ensureFirstAdministrator(tx, { adminKey, now: s.clock.now() }))
    const keyOf = await loadFixtures(fixtures, {
      client: clientOf(s.app),
      clock: {
        now: s.clock.now,
        moveTo: (time) => s.clock.moveTo(time.toISOString()),
        release: () => undefined,
      },
      administratorKey: adminKey,
      progress: () => undefined,
    })
    keys.technician = keyOf({ organization: 'D-CENTRE', role: 'technician' })
    s.clock.moveTo('2026-11-25T12:00:00+08:00')
  }, 240_000)

  it('draws the EV charger from the volt, the ohm and the second on, for everybody, in both languages', async () => {
    const page = await b.page({ language: 'zh', width: 1600 })
    await page.goto('/certificates/DCENTRE-EV-2026-0701/chain')
    expect(await page.locator('.verdict').textContent()).toBe('可溯源')
    expect(await page.locator('.graph [data-box]').count()).toBe(13)
    expect(await page.locator('.graph .edge').count()).toBe(13)
    for (const reference of ['REF-JVS-NIM', 'REF-QHR', 'REF-UTC-NIM'])
      expect(await page.locator(`.graph a.reference[href='/references/${reference}/impact']`).count()).toBe(1)
    await page.locator('.graph a', { hasText: 'REF-JVS-NIM' }).hover()
    expect(await page.locator('.graph .box.on').count()).toBe(8)
    await b.axe(page)
    await b.shot(page, 'chain-ev-zh')
    const dark = await b.page({ language: 'en', dark: true, width: 1600 })
    await dark.goto('/certificates/DCENTRE-EV-2026-0701/chain')
    await b.axe(dark)
    await b.shot(dark, 'chain-ev-en-dark')
  })

  it('says which rule breaks which link, and was traceable as known in August', async () => {
    const page = await b.page({ width: 1440 })
    await page.goto('/certificates/DCENTRE-E-N01/chain')
    expect(await page.locator('.verdict').textContent()).toBe('Not traceable')
    expect(await page.locator('.graph .box.bad').textContent()).toContain('R03 certificate in force')
    expect(await page.locator('.graph .edge.bad title').textContent()).toContain('Revoked from the beginning')
    await b.axe(page)
    await b.shot(page, 'chain-broken-en')

    const slider = page.locator('input[type=range][data-of=asKnownAt]')
    await slider.focus()
    while ((await page.locator('input[name=asKnownAt]').inputValue()) > '2026-08-31')
      await page.keyboard.press('ArrowLeft')
    await page.getByText('Traceable', { exact: true }).first().waitFor()
    expect(new URL(page.url()).searchParams.get('asKnownAt')).toMatch(/^2026-0[1-8]/)
    expect(await page.locator('.graph .box.bad').count()).toBe(0)
    await b.shot(page, 'chain-known-in-august-en')
  })

  it('answers without scripts, as a form of two dates, and on a phone inside its own frame', async () => {
    const page = await b.page({ language: 'zh', width: 390, javaScript: false })
    await page.goto('/certificates/DCENTRE-E-N01/chain')
    await page.getByLabel('K：认知时刻').first().fill('2026-08-31')
    await page.getByRole('button', { name: '查询' }).click()
    expect(await page.locator('.verdict').textContent()).toBe('可溯源')
    const phone = await b.page({ language: 'zh', width: 390, dark: true })
    await phone.goto('/certificates/DCENTRE-E-N01/chain')
    const isWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'
    expect(await phone.evaluate(isWide)).toBe(false)
    await b.axe(phone)
    await b.shot(phone, 'chain-broken-zh-dark-390')
  })

  it('begins at equipment, by the quantity that is chosen', async () => {
    const page = await b.page()
    await b.signIn(page, keys.technician)
    await page.goto('/equipment/DPOWER-EV7/chain')
    await page.getByRole('link', { name: /energy\.dc-electric\.indication-error · gunA/ }).click()
    expect(await page.locator('.graph [data-box]').count()).toBe(13)
    await b.axe(page)
  })

  it('shows what a hypothesis would flip, as it is evaluated, and opens a recall from it', async () => {
    const page = await b.page({ width: 1440 })
    await b.signIn(page, keys.technician)
    await page.goto('/references/REF-QHR/impact')
    expect(Number(await page.locator('.tiles b').first().textContent())).toBeGreaterThan(10)
    await b.axe(page)
    await b.shot(page, 'impact-ohm-en')

    await page.goto('/certificates/DPROV-E-N06A/impact')
    await page.locator('#shift').fill('4')
    await page.locator('#shiftUnit').fill('µΩ/Ω')
    await page.getByRole('button', { name: 'Evaluate' }).click()
    await page.getByText('1 decision on conformity would be another one').waitFor()
    expect(new URL(page.url()).searchParams.get('shift')).toBe('4')
    expect(await page.locator('.graph .box.bad').textContent()).toContain('decision flips')
    await b.axe(page)
    await b.shot(page, 'impact-flip-en')
    const file = await page.request.get(page.url().replace('/impact?', '/impact.csv?'), {
      headers: { authorization: `Bearer ${keys.technician}` },
    })
    expect(await file.text()).toMatch(/DLAB-E-N06,.*pass,.*fail,true,false/)

    await page.locator('#shiftUnit').fill('kg')
    await page.getByRole('button', { name: 'Evaluate' }).click()
    await page.getByRole('alert').waitFor()
    await b.axe(page)
  })

  it('follows a recall from its opening to its end', async () => {
    const page = await b.page({ width: 1440 })
    await b.signIn(page, adminKey)
    await page.goto('/certificates/DPROV-E-N06A/impact?shift=4&shiftUnit=%C2%B5%CE%A9%2F%CE%A9')
    await page.getByLabel('Code of the recall').fill('RC-2026-1')
    await page.getByLabel('Cause').fill('As found, the standard was 4 µΩ/Ω higher than its certificate says')
    await page.getByRole('button', { name: 'Open the recall' }).click()
    await page.getByText('0 of 1 result decided').first().waitFor()
    await b.axe(page)
    await b.shot(page, 'recall-open-en')
    await page.getByLabel('Decision', { exact: true }).selectOption('amend')
    await page.getByLabel('Reason').fill('The value is stated anew')
    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByText('1 of 1 result decided').first().waitFor()
    // Somebody else has the page open: it follows.
    const beside = await b.page({ width: 1440 })
    await b.signIn(beside, adminKey)
    const listening = beside.waitForResponse((response) => response.url().includes('/v1/events'))
    await beside.goto('/recalls/RC-2026-1')
    await listening
    await page.getByRole('button', { name: 'Close the recall' }).click()
    await beside.locator('.history b', { hasText: 'closed' }).waitFor()
    await page.getByRole('button', { name: 'Open it again' }).waitFor()
    await b.shot(page, 'recall-closed-en')
    const phone = await b.page({ language: 'zh', width: 390, dark: true })
    await b.signIn(phone, adminKey)
    await phone.goto('/recalls')
    await b.axe(phone)
    await phone.getByRole('link', { name: 'RC-2026-1' }).click()
    await b.axe(phone)
    await b.shot(phone, 'recall-closed-zh-dark-390')
  })
})
