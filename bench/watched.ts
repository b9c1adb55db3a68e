import type { Row } from './row.ts'
import type { Sample } from './sample.ts'

/** A straight line through what was seen, by least squares: where it begins and ends. */
export interface Line {
  readonly first: number
  readonly last: number
}

/** What was watched of a process that worked for long. */
export interface Watched {
  readonly memory: Line
  /** The lowest that was seen in the first and the last third: what collecting garbage leaves. */
  readonly heap: Line
  readonly handles: Line
  readonly mostConnections: number
}

export interface Soaked extends Watched {
  readonly seconds: number
  readonly requests: number
  readonly failures: number
  readonly pool: { readonly open: number; readonly held: number }
  readonly isAlive: boolean
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

export function lineThrough(points: readonly (readonly [x: number, y: number])[]): Line {
  const [x0, y0] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))]
  const xy = points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0)
  const xx = points.reduce((sum, [x]) => sum + (x - x0) ** 2, 0)
  const at = (x: number | undefined) => y0 + (xx === 0 ? 0 : xy / xx) * ((x ?? x0) - x0)
  return { first: at(points[0]?.[0]), last: at(points.at(-1)?.[0]) }
}

/** A connection of a client that comes and goes is no leak. */
const mostHandles = 20
const mostGrowth = 5

export function watchedRows(soaked: Soaked, reads: Sample): Row[] {
  const { memory, heap, handles, pool, mostConnections, seconds, requests, failures, isAlive } = soaked
  const name = (what: string) => `soak of ${seconds} s: ${what}`
  return [
    { name: name('requests that read'), unit: '', ours: requests },
    { name: name('p99 of these'), unit: 'ms', ours: reads.p99 },
    { name: name('requests that failed'), unit: '', ours: failures, target: { oursAtMost: 0 } },
    { name: name('resident memory at its end'), unit: 'MB', ours: memory.last },
    {
      name: name('growth of resident memory after a quarter of it'),
      unit: '%',
      ours: (memory.last / memory.first - 1) * 100,
      target: { oursAtMost: mostGrowth },
    },
    { name: name('heap that collecting garbage leaves'), unit: 'MB', ours: heap.last },
    {
      name: name('growth of that, last third against the first'),
      unit: '%',
      ours: (heap.last / heap.first - 1) * 100,
      target: { oursAtMost: mostGrowth },
    },
    {
      name: name('growth of open handles'),
      unit: '',
      ours: handles.last - handles.first,
      target: { oursAtMost: mostHandles },
    },
    {
      name: name('most connections to the database'),
      unit: '',
      ours: mostConnections,
      target: { oursAtMost: 10 },
    },
    { name: name('connections nobody gave back'), unit: '', ours: pool.held, target: { oursAtMost: 0 } },
    { name: name('ends of the process'), unit: '', ours: isAlive ? 0 : 1, target: { oursAtMost: 0 } },
  ]
}
