import { Worker } from 'node:worker_threads'
import { memoryOf, type Farewell, type Question, type Replies, type Reply } from './messages.ts'

/** Threads that answer questions, each one at a time; started when they are needed, and kept. */
export interface Threads {
  readonly size: number
  readonly ask: <Q extends Question>(question: Q) => Promise<Replies[Q['kind']]>
  /** What is still waiting of this run is not answered any more. */
  readonly endOf: (run: number) => void
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly question: Question
  readonly resolve: (reply: Replies[keyof Replies]) => void
  readonly reject: (reason: Error) => void
}

interface Thread {
  readonly worker: Worker
  current: Waiting | undefined
}

const entry = new URL('./thread.ts', import.meta.url)

/** A node that is asked to compute keeps so much for the objects of one thread; columns are not counted in it. */
const resourceLimits = { maxOldGenerationSizeMb: 256 }

export function threadsOf(size: number): Threads {
  const threads = new Set<Thread>()
  const waiting: Waiting[] = []

  function handOut(): void {
    while (waiting.length > 0) {
      const thread = [...threads].find(({ current }) => !current) ?? started()
      const next = thread && waiting.shift()
      if (!next) return
      thread.current = next
      // Only a thread at work keeps the process from ending.
      thread.worker.ref()
      const memory = next.question.kind === 'conclusion' ? memoryOf(next.question.blocks) : []
      thread.worker.postMessage(next.question, memory)
    }
  }

  function started(): Thread | undefined {
    if (threads.size >= size) return undefined
    const thread: Thread = { worker: new Worker(entry, { resourceLimits, execArgv: [] }), current: undefined }
    thread.worker.unref()
    thread.worker.on('message', (reply: Reply) => {
      const asked = finished(thread)
      if (reply.failed === undefined) asked?.resolve(reply.reply)
      else asked?.reject(new Error(reply.failed))
      handOut()
    })
    const lost = (cause: unknown) => {
      threads.delete(thread)
      finished(thread)?.reject(new Error('A thread of the computation ended', { cause }))
      handOut()
    }
    thread.worker.on('error', lost)
    thread.worker.on('exit', lost)
    threads.add(thread)
    return thread
  }

  return {
    size,
    ask: (question) =>
      new Promise((resolve, reject) => {
        // The reply to a question is of its kind.
        waiting.push({ question, resolve: resolve as Waiting['resolve'], reject })
        handOut()
      }),
    endOf: (run) => {
      const [own, others] = [true, false].map((is) =>
        waiting.filter(({ question }) => (question.run === run) === is),
      )
      waiting.splice(0, Infinity, ...(others ?? []))
      for (const { reject } of own ?? []) reject(new Error('The run has ended'))
      for (const { worker } of threads) worker.postMessage({ kind: 'end', run } satisfies Farewell, [])
    },
    close: async () => {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()))
    },
  }
}

function finished(thread: Thread): Waiting | undefined {
  const { current } = thread
  thread.current = undefined
  thread.worker.unref()
  return current
}
