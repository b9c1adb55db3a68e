import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Sheet, Typeset } from './messages.ts'
import { notTypeset, tooManyPrint } from './typesetting.refusals.ts'

/** Typesets in a process of its own, one sheet after the other: whatever happens there, the service goes on. */
export interface Press {
  /** Rejected with the reason of the signal while it waits; a sheet that is under way is finished. */
  readonly typeset: (sheet: Sheet, signal?: AbortSignal) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

export interface PressSettings {
  /** The file that the process runs: another one in tests. */
  readonly entry?: URL
  readonly mostWaiting?: number
  /** A sheet takes a tenth of a second; one that takes so long will never be finished. */
  readonly patienceMs?: number
  /** Fonts and what was typeset are some hundred megabytes: given back after so long without work. */
  readonly idleMs?: number
}

interface Job {
  readonly sheet: Sheet
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (reason: unknown) => void
  attempts: number
}

/** A process may be lost to something else; a sheet that loses it twice is at fault itself. */
const mostAttempts = 2

export function pressOf(settings: PressSettings = {}): Press {
  const { mostWaiting = 64, patienceMs = 15_000, idleMs = 300_000 } = settings
  const entry = settings.entry ?? new URL('./child.ts', import.meta.url)
  const waiting: Job[] = []
  const state: { child?: ChildProcess; current?: Job; timer?: NodeJS.Timeout; isClosed?: true } = {}

  function next(): void {
    if (state.current || state.isClosed) return
    const job = waiting.shift()
    if (!job) return rest()
    clearTimeout(state.timer)
    state.current = job
    job.attempts++
    const child = (state.child ??= started())
    hold(child)
    state.timer = setTimeout(() => {
      // Once is enough: it would take as long again.
      job.attempts = mostAttempts
      child.kill('SIGKILL')
    }, patienceMs)
    child.send(job.sheet, (error) => error && child.kill('SIGKILL'))
  }

  function started(): ChildProcess {
    // None of the environment: it holds what is no concern of a typesetter.
    const child = fork(fileURLToPath(entry), {
      serialization: 'advanced',
      env: {},
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('message', (typeset: Typeset) => finish(typeset))
    child.once('exit', () => lost(child))
    child.once('error', () => lost(child))
    return child
  }

  function finish({ pdf, failed }: Typeset): void {
    const job = taken()
    if (pdf) job?.resolve(pdf)
    else job?.reject(new Error(`The sheet was not typeset: ${failed}`))
    next()
  }

  function lost(child: ChildProcess): void {
    if (state.child !== child) return
    delete state.child
    const job = taken()
    if (job && job.attempts < mostAttempts && !state.isClosed) waiting.unshift(job)
    else job?.reject(notTypeset(notTypeset.definition.title))
    next()
  }

  function taken(): Job | undefined {
    clearTimeout(state.timer)
    const { current } = state
    delete state.current
    return current
  }

  /** Nobody waits for a process that has nothing to do; after a while it ends. */
  function rest(): void {
    const { child } = state
    if (!child) return
    release(child)
    state.timer = setTimeout(() => {
      delete state.child
      child.kill('SIGKILL')
    }, idleMs).unref()
  }

  function queued(sheet: Sheet, signal: AbortSignal | undefined): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const job: Job = { sheet, resolve, reject, attempts: 0 }
      signal?.addEventListener('abort', () => {
        const place = waiting.indexOf(job)
        if (place >= 0) waiting.splice(place, 1)
        if (place >= 0) reject(signal.reason)
      })
      waiting.push(job)
      next()
    })
  }

  return {
    typeset: async (sheet, signal) => {
      signal?.throwIfAborted()
      if (state.isClosed) throw notTypeset(notTypeset.definition.title)
      if (waiting.length >= mostWaiting) {
        throw tooManyPrint({ en: `${mostWaiting} wait already`, zh: `已有 ${mostWaiting} 份在等待` })
      }
      return queued(sheet, signal)
    },
    close: async () => {
      state.isClosed = true
      clearTimeout(state.timer)
      for (const { reject } of waiting.splice(0)) reject(notTypeset(notTypeset.definition.title))
      const { child } = state
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      await new Promise<void>((resolve) => {
        child.once('exit', () => resolve())
        hold(child)
        child.kill('SIGKILL')
      })
    },
  }
}

function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

function release(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
