import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Layout, Sketch } from './layout.ts'
import type { Asked, Replied } from './messages.ts'

/** Finds places on a thread of its own: a layout is a second of nothing else for a large drawing. */
const entry = new URL('./thread.ts', import.meta.url)
const resourceLimits = { maxOldGenerationSizeMb: 512 }
/** Longer than the largest drawing of ours takes on a busy machine; then there is a table and no drawing. */
const patienceMs = 20_000
/** What is waiting beyond this is not drawn: a table says the same. */
const mostWaiting = 16
/** A layout of sixty boxes has some twenty kilobytes. */
const mostKept = 500

interface Waiting {
  readonly resolve: (layout: Layout | undefined) => void
  readonly timer: NodeJS.Timeout
}

const kept = new Map<string, Promise<Layout | undefined>>()
const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let count = 0

/**
 * The same sketch has the same layout, so it is made once and kept by its hash. Undefined where none was found in time:
 * a drawing is never the only face of its content.
 */
export async function layoutOf(sketch: Sketch): Promise<Layout | undefined> {
  if (sketch.boxes.length === 0) return { width: 0, height: 0, boxes: [], edges: [] }
  const key = createHash('sha256').update(JSON.stringify(sketch)).digest('base64url')
  const known = kept.get(key)
  if (known) return known
  const asked = ask(sketch)
  kept.set(key, asked)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  const layout = await asked
  if (layout === undefined) kept.delete(key)
  return layout
}

/** Lets the thread load while the answer that will be drawn is still being made. */
export function prepareLayouts(): void {
  worker ??= started()
}

function ask(sketch: Sketch): Promise<Layout | undefined> {
  if (waiting.size >= mostWaiting) return Promise.resolve(undefined)
  const id = count++
  return new Promise((resolve) => {
    const timer = setTimeout(() => lost(thread), patienceMs)
    waiting.set(id, { resolve, timer })
    const thread = (worker ??= started())
    thread.ref()
    thread.postMessage({ id, sketch } satisfies Asked, [])
  })
}

function started(): Worker {
  const thread = new Worker(entry, { resourceLimits, execArgv: [] })
  thread.unref()
  thread.on('message', ({ id, layout }: Replied) => settle(id, layout))
  thread.on('error', () => lost(thread))
  thread.on('exit', () => lost(thread))
  return thread
}

function settle(id: number, layout: Layout | undefined): void {
  const asked = waiting.get(id)
  waiting.delete(id)
  if (waiting.size === 0) worker?.unref()
  clearTimeout(asked?.timer)
  asked?.resolve(layout)
}

/** A thread that hangs or has ended is replaced with the next question. */
function lost(thread: Worker): void {
  if (thread !== worker) return
  worker = undefined
  for (const id of waiting.keys()) settle(id, undefined)
  void thread.terminate()
}
