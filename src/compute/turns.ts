import { tooManyWait } from './compute.refusals.ts'

/** Lets a few go ahead at a time, in the order in which they came. */
export interface Turns {
  /** Waits for a turn and returns what ends it. Whoever gives up waiting is not waited for. */
  readonly next: (signal: AbortSignal) => Promise<() => void>
}

export function turns({ atOnce, waiting: mostWaiting }: { atOnce: number; waiting: number }): Turns {
  let active = 0
  const waiting: (() => void)[] = []

  /** A turn that ends goes over to whoever has waited longest, so that nobody can step in between. */
  function over(): void {
    const next = waiting.shift()
    if (next) next()
    else active--
  }

  return {
    next: async (signal) => {
      signal.throwIfAborted()
      if (active < atOnce) active++
      else if (waiting.length < mostWaiting) await called(waiting, signal)
      else throw tooManyWait({ en: `${mostWaiting} wait already`, zh: `已有 ${mostWaiting} 个在等待` })
      return once(over)
    },
  }
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) work()
    isDone = true
  }
}

function called(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = () => {
      signal.removeEventListener('abort', leave)
      resolve()
    }
    const leave = () => {
      waiting.splice(waiting.indexOf(go), 1)
      reject(signal.reason as Error)
    }
    waiting.push(go)
    signal.addEventListener('abort', leave, { once: true })
  })
}
