import type { Counts, Outcome } from '../outcome.ts'
import type { Tell } from './run.ts'

/** What whoever listens hears, in its order; counts that nobody has heard yet are replaced by later ones. */
export type Step<Result> =
  | { readonly kind: 'progress'; readonly counts: Counts }
  | { readonly kind: 'rows'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'ended'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface Relay<Result> {
  readonly steps: AsyncGenerator<Step<Result>>
  /** Nobody listens any more; the work goes on. */
  readonly close: () => void
}

interface Queued<Result> {
  readonly step: Step<Result>
  readonly taken: () => void
}

/** As long as the work waits for its listener, all waits together: it holds a place that others wait for. */
const mostPatience = 30_000

/**
 * Begins the work, and hands on what it tells: it waits for whoever listens, and not for ever. Whoever takes too little of it too
 * slowly is cut off, and the work goes on.
 */
export function relay<Result>(
  work: (tell: Tell) => Promise<Result>,
  patienceMilliseconds = mostPatience,
): Relay<Result> {
  const queue: Queued<Result>[] = []
  const state = {
    counts: undefined as Counts | undefined,
    isClosed: false,
    isTooSlow: false,
    /** Says that the step that was handed on last is taken. */
    underWay: undefined as (() => void) | undefined,
    patience: patienceMilliseconds,
    wake: () => undefined as void,
  }
  const cutOff = () => {
    state.isTooSlow = true
    close()
  }
  const put = (step: Step<Result>): Promise<void> =>
    new Promise((resolve) => {
      if (state.isClosed) return resolve()
      const begun = performance.now()
      // With the last step the work is done, and holds nothing any more.
      const waiting = step.kind === 'rows' ? setTimeout(cutOff, state.patience) : undefined
      const taken = () => {
        clearTimeout(waiting)
        state.patience = Math.max(0, state.patience - (performance.now() - begun))
        resolve()
      }
      queue.push({ step, taken })
      state.wake()
    })
  const tell: Tell = {
    progress: (counts) => {
      state.counts = counts
      state.wake()
    },
    rows: (outcomes) => put({ kind: 'rows', outcomes }),
  }
  const close = () => {
    state.isClosed = true
    state.underWay?.()
    for (const { taken } of queue.splice(0)) taken()
    state.wake()
  }
  void work(tell).then(
    (result) => put({ kind: 'ended', result }),
    (error: unknown) => put({ kind: 'failed', error }),
  )

  async function* steps(): AsyncGenerator<Step<Result>> {
    try {
      for (;;) {
        if (state.isTooSlow) throw new Error('Whoever listens to an import takes it too slowly')
        if (state.isClosed) return
        const next = queue.shift()
        if (next) {
          state.underWay = next.taken
          yield next.step
          next.taken()
          if (next.step.kind === 'ended' || next.step.kind === 'failed') return
        } else if (state.counts) {
          const { counts } = state
          state.counts = undefined
          yield { kind: 'progress', counts }
        } else
          await new Promise<void>((wake) => {
            state.wake = wake
          })
      }
    } finally {
      close()
    }
  }
  return { steps: steps(), close }
}
