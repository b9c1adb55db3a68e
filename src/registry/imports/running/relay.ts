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

/** Begins the work, and hands on what it tells: it waits for whoever listens, as long as somebody does. */
export function relay<Result>(work: (tell: Tell) => Promise<Result>): Relay<Result> {
  const queue: Queued<Result>[] = []
  const state = { counts: undefined as Counts | undefined, isClosed: false, wake: () => undefined as void }
  const put = (step: Step<Result>): Promise<void> =>
    new Promise((taken) => {
      if (state.isClosed) return taken()
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
    for (const { taken } of queue.splice(0)) taken()
  }
  void work(tell).then(
    (result) => put({ kind: 'ended', result }),
    (error: unknown) => put({ kind: 'failed', error }),
  )

  async function* steps(): AsyncGenerator<Step<Result>> {
    try {
      for (;;) {
        const next = queue.shift()
        if (next) {
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
