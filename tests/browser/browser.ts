import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { freePort } from '#db/embedded.ts'
import { listen, type Listening } from '#http/server.ts'
import { service, type Service } from '../service.ts'

/** How somebody looks at it. */
export interface Looking {
  readonly language?: 'zh' | 'en'
  readonly dark?: boolean
  /** 390 is a phone; 1280 if absent. */
  readonly width?: number
  readonly javaScript?: boolean
}

export interface Browsing {
  readonly service: Service
  readonly origin: string
  readonly page: (looking?: Looking) => Promise<Page>
  /** By the key, as a person does it; leads to the page that follows. */
  readonly signIn: (page: Page, key: string) => Promise<void>
  /** Finds nothing serious or critical on the page as it stands, and nothing beside the window. */
  readonly axe: (page: Page) => Promise<void>
  /** A picture to look at, in tests/browser/shots/. */
  readonly shot: (page: Page, name: string) => Promise<void>
  /** What the page complained of, or asked of another host; asked after every test anyway. */
  readonly faults: string[]
}

export const absentBrowser: string | undefined = inject('chromium').absent
const shots = join(import.meta.dirname, 'shots')

/** A browser, and a registry that listens: one of each for the test file. */
export function browsing(options: Omit<Parameters<typeof service>[0] & object, 'origin'> = {}): Browsing {
  const place: { port?: number } = {}
  const originOf = () => `http://127.0.0.1:${place.port}`
  const s = service({
    ...options,
    origin: async () => {
      place.port = await freePort('127.0.0.1')
      return originOf()
    },
  })
  const open: { browser?: Browser; listening?: Listening; contexts: BrowserContext[] } = { contexts: [] }
  const faults: string[] = []
  beforeAll(async () => {
    const { path = '', env = {} } = inject('chromium')
    open.listening = await listen(s.app.fetch, {
      host: '127.0.0.1',
      port: place.port ?? 0,
      origin: originOf(),
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: console.error },
    })
    const args = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none']
    open.browser = await chromium.launch({
      executablePath: path,
      args,
      env: { ...(process.env as Record<string, string>), ...env },
    })
  })
  afterEach(async () => {
    for (const context of open.contexts.splice(0)) await context.close()
    expect(faults.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await open.browser?.close()
    await open.listening?.drain()
  })
  return {
    service: s,
    get origin() {
      return originOf()
    },
    faults,
    page: async (looking = {}) => {
      if (open.browser === undefined) throw new Error('The browser is there once the tests run')
      const context = await open.browser.newContext(contextOf(looking, originOf()))
      open.contexts.push(context)
      const page = await context.newPage()
      watch(page, originOf(), faults)
      return page
    },
    signIn: async (page, key) => {
      await page.goto('/login')
      await page.locator('input[name=key]').fill(key)
      await page.locator('input[name=key]').press('Enter')
      await page.waitForURL((url) => url.pathname !== '/login')
    },
    axe: nothingSerious,
    shot: async (page, name) => {
      mkdirSync(shots, { recursive: true })
      await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
    },
  }
}

const contextOf = (
  { language = 'en', dark = false, width = 1280, javaScript = true }: Looking,
  baseURL: string,
) => ({
  baseURL,
  locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  colorScheme: dark ? ('dark' as const) : ('light' as const),
  viewport: { width, height: width < 600 ? 844 : 900 },
  ...(width < 600 && { isMobile: true, hasTouch: true, deviceScaleFactor: 2 }),
  javaScriptEnabled: javaScript,
  reducedMotion: 'reduce' as const,
})

/** No complaint under the policy, nothing from another host, and nothing missing that a page fetches. */
function watch(page: Page, origin: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (said) => {
    // What could not be fetched is told below, with its address.
    if (said.type() === 'error' && !said.text().startsWith('Failed to load resource'))
      faults.push(said.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(url)) faults.push(`asked elsewhere: ${url}`)
  })
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (
      response.status() >= 400 &&
      (kind === 'script' || kind === 'stylesheet' || kind === 'image' || kind === 'font')
    )
      faults.push(`${response.status()} ${response.url()}`)
  })
}

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

async function nothingSerious(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const found = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as readonly Finding[]
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = serious.map(
    ({ id, nodes }) => `${id}: ${nodes.map((each) => each.html.slice(0, 200)).join(' | ')}`,
  )
  expect(told, `axe on ${page.url()}`).toEqual([])
  const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect(beyond, `pixels of ${page.url()} beside the window`).toBeLessThanOrEqual(0)
}
