import { Worker } from 'node:worker_threads'
import { refusalsOf, type Refusal } from '#refusal.ts'
import { readersBusy, tookTooLong } from './certificate-file.refusals.ts'
import type { FileReply, ThreadSetting, ToldRefusal } from './messages.ts'
import type { FileQuestion, FileRead } from './read-certificate-file.ts'

/** Reads files of strangers on a thread of its own, which is ended where a file keeps it too long. */
export interface CertificateReader {
  readonly read: (question: FileQuestion) => Promise<FileRead>
  readonly close: () => Promise<void>
}

export interface ReaderSetting extends ThreadSetting {
  readonly threads?: number
  readonly mostSeconds?: number
}

interface Waiting {
  readonly question: FileQuestion
  readonly resolve: (read: FileRead) => void
  readonly reject: (reason: Error) => void
}

interface Thread {
  readonly worker: Worker
  current: { readonly asked: Waiting; readonly timer: NodeJS.Timeout } | undefined
}

const entry = new URL('./thread.ts', import.meta.url)

/** A bomb that passed every limit ends its thread, not the process. */
const resourceLimits = { maxOldGenerationSizeMb: 768 }

/** As many files as a burst of imports brings; each waits with its bytes. */
const mostWaiting = 64

export function certificateReaderOf({
  schemaDir,
  threads: most = 2,
  mostSeconds = 20,
}: ReaderSetting): CertificateReader {
  const threads = new Set<Thread>()
  const waiting: Waiting[] = []

  function handOut(): void {
    while (waiting.length > 0) {
      const thread = [...threads].find(({ current }) => !current) ?? started()
      const asked = thread && waiting.shift()
      if (!asked) return
      const timer = setTimeout(() => give(thread), mostSeconds * 1000)
      thread.current = { asked, timer }
      // Only a thread at work keeps the process from ending.
      thread.worker.ref()
      thread.worker.postMessage(asked.question satisfies FileQuestion, [])
    }
  }

  /** The file has had its time. */
  function give(thread: Thread): void {
    finished(thread)?.reject(tookTooLong(`More than ${mostSeconds} s`, { mostSeconds }))
    threads.delete(thread)
    void thread.worker.terminate()
    handOut()
  }

  function started(): Thread | undefined {
    if (threads.size >= most) return undefined
    const worker = new Worker(entry, { resourceLimits, execArgv: [], workerData: { schemaDir } })
    const thread: Thread = { worker, current: undefined }
    worker.unref()
    worker.on('message', (reply: FileReply) => {
      const asked = finished(thread)
      if (asked) settle(asked, reply)
      handOut()
    })
    const lost = (cause: unknown) => {
      threads.delete(thread)
      finished(thread)?.reject(new Error('The thread that reads certificates ended', { cause }))
      handOut()
    }
    worker.on('error', lost)
    worker.on('exit', lost)
    threads.add(thread)
    return thread
  }

  return {
    read: (question) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= mostWaiting) {
          reject(readersBusy(readersBusy.definition.title))
          return
        }
        waiting.push({ question, resolve, reject })
        handOut()
      }),
    close: async () => {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()))
    },
  }
}

function finished(thread: Thread): Waiting | undefined {
  const { current } = thread
  if (!current) return undefined
  clearTimeout(current.timer)
  thread.current = undefined
  thread.worker.unref()
  return current.asked
}

function settle({ resolve, reject }: Waiting, reply: FileReply): void {
  if ('answer' in reply) resolve(reply.answer)
  else reject('refused' in reply ? refusalTold(reply.refused) : new Error(reply.failed))
}

/** The same refusal on this side of the border. */
function refusalTold({ code, detail, facts, place }: ToldRefusal): Refusal | Error {
  const [room = ''] = code.split('.', 1)
  const maker = refusalsOf(room).find(({ definition }) => definition.code === code)
  return maker ? maker(detail, { ...facts }, place) : new Error(`Nobody here knows the refusal ${code}`)
}
