import { parentPort } from 'node:worker_threads'
import Elk from 'elkjs/lib/elk.bundled.js'
import { layoutBy } from './elk-layout.ts'
import type { Asked, Replied } from './messages.ts'

const elk = new Elk.default()

/** A file that acts when it is loaded, because that is how a thread begins. */
parentPort?.on('message', ({ id, sketch }: Asked) => {
  layoutBy(elk, sketch).then(
    (layout) => parentPort?.postMessage({ id, layout } satisfies Replied, []),
    (error: unknown) => parentPort?.postMessage({ id, failed: String(error) } satisfies Replied, []),
  )
})
