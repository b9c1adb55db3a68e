import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { Refusal } from '#refusal.ts'
import { pressOf, type Press, type PressSettings } from '#typesetting/press.ts'

const entry = new URL('./children/ends-at-data.ts', import.meta.url)
const sheet = (data: string) => ({ data, files: [], createdAt: 0 })
const textOf = (pdf: Uint8Array) => Buffer.from(pdf).toString()
const processOf = async (press: Press) => textOf(await press.typeset(sheet('x'))).split(' ')[0]
const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'typeset',
    (error: unknown) => (error instanceof Refusal ? error.definition.code : String(error)),
  )
const isAlive = (pid: string | undefined) => {
  try {
    return process.kill(Number(pid), 0)
  } catch {
    return false
  }
}

describe('the press', () => {
  const presses: Press[] = []
  const press = (settings: PressSettings = {}) => {
    const made = pressOf({ entry, ...settings })
    presses.push(made)
    return made
  }
  afterEach(async () => {
    await Promise.all(presses.splice(0).map(({ close }) => close()))
  })

  it('typesets one sheet after the other, in the order in which they came, in one process', async () => {
    const own = press()
    const answers = await Promise.all(['a', 'b', 'c'].map((data) => own.typeset(sheet(data))))
    const [first, ...rest] = answers.map(textOf).map((text) => text.split(' '))
    expect([first, ...rest].map((parts) => parts?.[1])).toEqual(['a', 'b', 'c'])
    expect(new Set([first, ...rest].map((parts) => parts?.[0])).size).toBe(1)
  })

  it('goes on with a new process after one was lost, and tries the sheet that lost it once more', async () => {
    const own = press()
    const before = await processOf(own)
    const lost = codeOf(own.typeset(sheet('abort')))
    const behind = own.typeset(sheet('behind'))
    expect(await lost).toBe('typesetting.not-available')
    expect(textOf(await behind)).toContain('behind')
    expect(await processOf(own)).not.toBe(before)
  })

  it('waits no longer than its patience for a sheet that is never finished', async () => {
    const own = press({ patienceMs: 2_000 })
    expect(await codeOf(own.typeset(sheet('hang')))).toBe('typesetting.not-available')
    expect(textOf(await own.typeset(sheet('next')))).toContain('next')
  })

  it('tells a fault of the template as the bug that it is', async () => {
    expect(await codeOf(press().typeset(sheet('fail')))).toBe('Error: The sheet was not typeset: no glyph')
  })

  it('lets so many wait and no more', async () => {
    const own = press({ mostWaiting: 2, patienceMs: 2_000 })
    const under = own.typeset(sheet('a'))
    const waiting = [own.typeset(sheet('b')), own.typeset(sheet('c'))]
    expect(await codeOf(own.typeset(sheet('d')))).toBe('typesetting.too-many-wait')
    await Promise.all([under, ...waiting])
  })

  it('does not wait for whoever has gone', async () => {
    const own = press()
    const gone = new AbortController()
    const first = own.typeset(sheet('a'))
    const abandoned = own.typeset(sheet('b'), gone.signal).catch((reason: unknown) => String(reason))
    gone.abort(new Error('gone'))
    expect(await abandoned).toBe('Error: gone')
    expect(textOf(await first)).toContain('a')
  })

  it('gives its process back when it has had nothing to do, and begins another when it has', async () => {
    const own = press({ idleMs: 50 })
    const before = await processOf(own)
    await expect.poll(() => isAlive(before), { timeout: 5_000 }).toBe(false)
    expect(await processOf(own)).not.toBe(before)
  })

  it('leaves no process behind when it is closed, and typesets nothing afterwards', async () => {
    const own = press()
    const pid = await processOf(own)
    await own.close()
    expect(isAlive(pid)).toBe(false)
    expect(await codeOf(own.typeset(sheet('x')))).toBe('typesetting.not-available')
  })

  it('ends its process with the service, also with one that is killed', async () => {
    const service = spawn(
      process.execPath,
      [fileURLToPath(new URL('./children/service.ts', import.meta.url))],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const [said] = (await once(service.stdout, 'data')) as [Buffer]
    const pid = said.toString().trim()
    expect(isAlive(pid)).toBe(true)
    service.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false)
  })
})
