import { chromium as playwright, type Page } from 'playwright-core'
import { freePort } from '#db/embedded.ts'
import { listen } from '#http/server.ts'
import { chromium } from '../tests/browser/chromium.setup.ts'
import type { BenchRegistry } from './country.ts'
import type { Row } from './row.ts'
import { sampleOf } from './sample.ts'

const visits = 15
const silent = () => undefined

/** Pages as somebody sees them for the first time: a browser without a cache, over loopback, until the page can be used. */
export async function benchPages({ database, app }: BenchRegistry): Promise<Row[]> {
  const { path, env = {}, absent } = await chromium()
  if (path === undefined) {
    console.error(`bench: no pages: ${absent}`)
    return []
  }
  const [certificate] = await database.orm.em
    .fork()
    .execute<{ number: string }[]>(
      `select number from certificates where origin = 'issued' and visibility = 'public' limit 1`,
    )
  const port = await freePort('127.0.0.1')
  const origin = `http://127.0.0.1:${port}`
  const log = { debug: silent, info: silent, warn: silent, error: console.error }
  const listening = await listen(app.fetch, { host: '127.0.0.1', port, origin, log })
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none']
  const browser = await playwright.launch({
    executablePath: path,
    args,
    env: { ...(process.env as Record<string, string>), ...env },
  })
  const visit = async (address: string, usable: string) => {
    const times: number[] = []
    let kilobytes = 0
    for (let i = 0; i < visits; i++) {
      const context = await browser.newContext({ baseURL: origin })
      const page = await context.newPage()
      const scripts = scriptsOf(page)
      const started = performance.now()
      await page.goto(address, { waitUntil: 'commit' })
      await page.waitForSelector(usable)
      times.push(performance.now() - started)
      kilobytes = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0) / 1000
      await context.close()
    }
    return { milliseconds: sampleOf(times).p50, kilobytes }
  }
  try {
    const start = await visit('/', '.drop.live')
    const number = encodeURIComponent(certificate?.number ?? '')
    const answer = await visit(`/verify/${number}`, '[data-checked-in=browser]')
    return [
      {
        name: 'start page in a browser, until it can be used',
        unit: 'ms',
        ours: start.milliseconds,
        target: { oursAtMost: 1_000 },
      },
      {
        name: 'a certificate verified by number, and again in the browser',
        unit: 'ms',
        ours: answer.milliseconds,
        target: { oursAtMost: 1_000 },
      },
      {
        name: 'script of the page that verifies',
        unit: 'kB',
        ours: answer.kilobytes,
        target: { oursAtMost: 300 },
      },
    ]
  } finally {
    await browser.close()
    await listening.drain()
  }
}

function scriptsOf(page: Page): Promise<number>[] {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then(({ length }) => length))
  })
  return sizes
}
