import { tooManyWait } from './compute.refusals.ts'

/** Lets a few go ahead at a time, in the order in which they came. */
export interface Turns {
  /** Waits for a turn and returns what ends it. Whoever gives up waiting is not waited for. */
  readonly next: (signal: AbortSignal) => Promise<() => void>
}

export function turns({ atOnce, waiting: mostWaiting }: { atOnce: number; waiting: number }): Turns {
  let active = 0
  const waiting: (() => void)[] = []

  function end(): void {
    active--
    waiting.shift()?.()
  }

  function begin(): () => void {
    active++
    let isOver = false
    return () => {
      if (!isOver) end()
      isOver = true
    }
  }

  return {
    next: async (signal) => {
      signal.throwIfAborted()
      if (active < atOnce) return begin()
      if (waiting.length >= mostWaiting) {
        throw tooManyWait({ en: `${mostWaiting} wait already`, zh: `已有 ${mostWaiting} 个在等待` })
      }
      await called(waiting, signal)
      return begin()
    },
  }
}

function called(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = () => {
      signal.removeEventListener('abort', leave)
      resolve()
    }
    const leave = () => {
      waiting.splice(waiting.indexOf(give), 1)
      reject(signal.reason as Error)
    }
    waiting.push(give)
    signal.addEventListener('abort', leave, { once: true })
  })
}
