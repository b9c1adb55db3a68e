import type { Block } from '#metrology/monte-carlo/block.ts'
import type { Conclusion } from '#metrology/monte-carlo/conclusion.ts'
import { blocksAtMost, type Simulation } from '#metrology/monte-carlo/simulation.ts'
import { isEnough } from '#metrology/monte-carlo/stability.ts'
import { threadsOf, type Threads } from './threads.ts'
import { turns } from './turns.ts'

/** Runs simulations on threads: the same bytes as `run` of `metrology/monte-carlo`, for any number of them. */
export interface Simulator {
  /** Rejected with the reason of the signal as soon as the block at hand is computed. */
  readonly simulate: (simulation: Simulation, signal: AbortSignal) => Promise<Conclusion>
  readonly close: () => Promise<void>
}

/** More than these would wait longer than anybody listens. */
const mostWaiting = 32

/** Each run under way holds its values, at most 80 MB: so many at once, and the others wait without any. */
export function simulatorOf(size: number): Simulator {
  const threads = threadsOf(size)
  const turn = turns({ atOnce: size, waiting: mostWaiting })
  let runs = 0
  return {
    simulate: async (simulation, signal) => {
      const end = await turn.next(signal)
      const run = runs++
      const give = () => threads.endOf(run)
      signal.addEventListener('abort', give, { once: true })
      try {
        const blocks = await blocksFrom(threads, { run, simulation, signal })
        return await threads.ask({ kind: 'conclusion', run, simulation, blocks })
      } catch (error) {
        // What was taken back because of the signal is told by its reason.
        signal.throwIfAborted()
        throw error
      } finally {
        signal.removeEventListener('abort', give)
        give()
        end()
      }
    },
    close: threads.close,
  }
}

interface Run {
  readonly run: number
  readonly simulation: Simulation
  readonly signal: AbortSignal
}

/** The blocks up to the first that is enough. Some that come after it have been computed in vain by then. */
async function blocksFrom(threads: Threads, { run, simulation, signal }: Run): Promise<Block[]> {
  const most = blocksAtMost(simulation.trials)
  const computed = new Map<number, Block>()
  const progress = { next: 0, isOver: false }
  const inOrder: Block[] = []

  const take = (block: number, result: Block) => {
    computed.set(block, result)
    for (let following = computed.get(inOrder.length); following && !progress.isOver;) {
      computed.delete(inOrder.length)
      inOrder.push(following)
      const summaries = inOrder.map(({ summary }) => summary)
      progress.isOver = isEnough(summaries, simulation)
      following = computed.get(inOrder.length)
    }
  }
  const keepAsking = async () => {
    while (!progress.isOver && progress.next < most) {
      signal.throwIfAborted()
      const block = progress.next++
      take(block, await threads.ask({ kind: 'block', run, simulation, block }))
    }
  }
  await Promise.all(Array.from({ length: threads.size }, keepAsking))
  signal.throwIfAborted()
  return inOrder
}
