import { beforeAll, describe, expect, it } from 'vitest'
import { administrator, newOrganization, newPerson } from '../registry/people-of-the-tests.ts'
import { absentBrowser, browsing } from './browser.ts'

describe.skipIf(absentBrowser !== undefined)('signing in to the pages in a browser', () => {
  const b = browsing()
  const admin = administrator(b.service)
  const made = { key: '' }

  beforeAll(async () => {
    await newOrganization(admin, 'LAB')
    made.key = (
      await newPerson(b.service, admin, { organization: 'LAB', roles: ['technician'], code: 'wang' })
    ).key
  })

  it('says what is wrong with a key beside its field, takes the right one, and forgets it at the end', async () => {
    const page = await b.page()
    await page.goto('/login?next=/verify')
    await b.axe(page)
    await b.shot(page, 'login-en')
    await page.getByLabel('Key').fill('etl_live_wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('This key opens nothing').first().waitFor()
    expect(await page.getByLabel('Key').getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('Key').inputValue()).toBe('')
    await b.axe(page)
    await b.shot(page, 'login-wrong-en')
    await page.getByLabel('Key').fill(made.key)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((url) => url.pathname !== '/login')
    // What is asked by a script of the page is asked in the session; no script can read its cookie.
    const who = `fetch('/v1/sessions/current').then((answer) => answer.json()).then((said) => said.person.code)`
    expect(await page.evaluate(who)).toBe('wang')
    expect(await page.evaluate('document.cookie')).toBe('')
    // Whoever has a long name, and works for whom, has it cut and not the bar.
    for (const width of [1280, 1250, 1240]) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate(`document.querySelector('.visitor b').textContent = 'W'.repeat(90)`)
      await b.axe(page)
    }
    await page.goto('/logout')
    await b.shot(page, 'logout-en')
    await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL((url) => url.pathname === '/')
    expect(await page.context().cookies()).toEqual([])
  })

  it('works in Chinese, in the dark, on a phone and without scripts', async () => {
    const page = await b.page({ language: 'zh', dark: true, width: 390, javaScript: false })
    await page.goto('/login?fault=silent')
    await b.shot(page, 'login-zh-dark-390')
    await page.getByLabel('密钥').fill(made.key)
    await page.getByRole('button', { name: '登录' }).click()
    await page.waitForURL((url) => url.pathname === '/')
  })
})
