import { parentPort, workerData } from 'node:worker_threads'
import { EtalonProblem, type EtalonClient } from '#client/client.ts'
import { checkFile } from '../checking/check-file.ts'
import type { Said, StrangersFile, Told } from './messages.ts'

interface Waiting {
  readonly resolve: (told: Told) => void
  readonly reject: (problem: EtalonProblem) => void
}

const waiting = new Map<number, Waiting>()
let turns = 0

const say = (said: Said): void => parentPort?.postMessage(said, [])

function told(wants: 'ask' | 'media', id: string, asked: unknown): Promise<Told> {
  const turn = turns++
  return new Promise((resolve, reject) => {
    waiting.set(turn, { resolve, reject })
    say({ wants, turn, id, asked })
  })
}

parentPort?.on('message', (answer: Told) => {
  const asker = waiting.get(answer.turn)
  waiting.delete(answer.turn)
  if ('refused' in answer) asker?.reject(new EtalonProblem(answer.refused.status, answer.refused.problem))
  else asker?.resolve(answer)
})

/** The registry as the visitor may ask it, on the other side of the border. */
const api = {
  ask: async (id: string, asked?: object) => {
    const answer = await told('ask', id, asked)
    return { status: 200, body: 'body' in answer ? answer.body : undefined }
  },
  media: async (id: string, asked: object) => {
    const answer = await told('media', id, asked)
    return new Response('bytes' in answer ? answer.bytes : null)
  },
} as unknown as EtalonClient

/** A file that acts when it is loaded, because that is how a thread begins: one thread, one file, and then it ends. */
checkFile(workerData as StrangersFile, api).then(
  (report) => say({ report }),
  (error: unknown) => {
    if (error instanceof EtalonProblem) say({ refused: { status: error.status, problem: error.problem } })
    else say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  },
)
