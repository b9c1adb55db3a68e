import { Worker } from 'node:worker_threads'
import { EtalonProblem, type EtalonClient } from '#client/client.ts'
import type { FileReport } from '../checking/check-file.ts'
import type { Said, StrangersFile, Told } from './messages.ts'

/** Why a file was not looked at to its end. */
export type Unchecked = 'busy' | 'too-long'

export interface FileChecks {
  readonly check: (
    file: StrangersFile,
    api: EtalonClient,
    signal?: AbortSignal,
  ) => Promise<FileReport | Unchecked>
}

export interface FileChecksSetting {
  readonly atOnce?: number
  readonly mostSeconds?: number
}

const entry = new URL('./thread.ts', import.meta.url)

/** What a file makes of itself in memory ends its thread, not the process. */
const resourceLimits = { maxOldGenerationSizeMb: 512 }

/**
 * Looks at files of strangers on threads of their own, so that requests are answered meanwhile: a few at once, each for so long and no
 * longer. Nobody waits for a place: a file that waits is 16 MB that wait. Whatever a file leaves behind ends with its thread.
 */
export function fileChecksOf({ atOnce = 2, mostSeconds = 20 }: FileChecksSetting = {}): FileChecks {
  let underWay = 0
  return {
    check: async (file, api, signal) => {
      if (underWay >= atOnce) return 'busy'
      underWay++
      try {
        return await checkedOn(new Worker(entry, { resourceLimits, execArgv: [], workerData: file }), api, {
          signal,
          mostSeconds,
        })
      } finally {
        underWay--
      }
    },
  }
}

interface Patience {
  readonly signal: AbortSignal | undefined
  readonly mostSeconds: number
}

async function checkedOn(
  worker: Worker,
  api: EtalonClient,
  { signal, mostSeconds }: Patience,
): Promise<FileReport | Unchecked> {
  const { promise, resolve, reject } = Promise.withResolvers<FileReport | Unchecked>()
  const give = () => resolve('too-long')
  const timer = setTimeout(give, mostSeconds * 1000)
  signal?.addEventListener('abort', give, { once: true })
  worker.on('message', (said: Said) => {
    if ('report' in said) resolve(said.report)
    else if ('wants' in said) void answered(said, api).then((told) => worker.postMessage(told, []), reject)
    else if ('refused' in said) reject(new EtalonProblem(said.refused.status, said.refused.problem))
    else reject(new Error(said.failed))
  })
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') give()
    else reject(error)
  })
  worker.on('exit', () => reject(new Error('The thread that looks at a file ended')))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', give)
    // A place is free again when the thread is gone, and not before.
    await worker.terminate()
  }
}

/** Asked in the name of the visitor: what their file makes the thread ask, they could ask themselves. */
async function answered(
  { wants, turn, id, asked }: Extract<Said, { readonly wants: string }>,
  api: EtalonClient,
): Promise<Told> {
  // The thread runs our own code, whose questions were checked against the operations where they are written.
  const [ask, media] = [api.ask, api.media] as unknown as [
    (id: string, asked: unknown) => Promise<{ readonly body: unknown }>,
    (id: string, asked: unknown) => Promise<Response>,
  ]
  try {
    if (wants === 'ask') return { turn, body: (await ask(id, asked)).body }
    return { turn, bytes: new Uint8Array(await (await media(id, asked)).arrayBuffer()) }
  } catch (error) {
    if (!(error instanceof EtalonProblem)) throw error
    return { turn, refused: { status: error.status, problem: error.problem } }
  }
}
