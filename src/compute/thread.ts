import { parentPort } from 'node:worker_threads'
import { blocksOf, type Block } from '#metrology/monte-carlo/block.ts'
import { conclude } from '#metrology/monte-carlo/conclusion.ts'
import { memoryOf, type Farewell, type Question, type Replies, type Reply } from './messages.ts'

/** Prepared once for a run: its code is compiled, its columns are there. */
const prepared = new Map<number, (block: number) => Block>()

function replyTo(question: Question): Replies[keyof Replies] {
  if (question.kind === 'conclusion') return conclude(question.simulation, question.blocks)
  const compute = prepared.get(question.run) ?? blocksOf(question.simulation)
  prepared.set(question.run, compute)
  return compute(question.block)
}

/** A file that acts when it is loaded, because that is how a thread begins. */
parentPort?.on('message', (message: Question | Farewell) => {
  if (message.kind === 'end') {
    prepared.delete(message.run)
    return
  }
  try {
    const reply = replyTo(message)
    const memory = 'values' in reply ? memoryOf([reply]) : []
    parentPort?.postMessage({ reply } satisfies Reply, memory)
  } catch (error) {
    const failed = error instanceof Error ? (error.stack ?? error.message) : String(error)
    parentPort?.postMessage({ failed } satisfies Reply, [])
  }
})
