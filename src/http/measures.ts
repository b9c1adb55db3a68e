import type { Answered } from './setting.ts'

/** One family of the Prometheus text format. */
export interface Measure {
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge'
  readonly samples: readonly Sample[]
}

export interface Sample {
  readonly labels?: Readonly<Record<string, string | number>>
  readonly value: number
}

export const gauge = (name: string, help: string, value: number): Measure => ({
  name,
  help,
  type: 'gauge',
  samples: [{ value }],
})

/** Prometheus text exposition format 0.0.4. */
export const prometheusText = (measures: readonly Measure[]): string =>
  measures
    .map(({ name, help, type, samples }) => {
      const lines = samples.map(({ labels = {}, value }) => `${name}${labelText(labels)} ${value}\n`)
      return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
    })
    .join('')

function labelText(labels: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(String(value))}`)
  return parts.length === 0 ? '' : `{${parts.join(',')}}`
}

/** Counts answers by operation and status; `observe` is for the setting of `http/`. */
export function countAnswers() {
  const counts = new Map<string, { operation: string; status: number; count: number; seconds: number }>()
  const observe = ({ operation, status, seconds }: Answered): void => {
    const key = `${operation} ${status}`
    const known = counts.get(key) ?? { operation, status, count: 0, seconds: 0 }
    counts.set(key, { ...known, count: known.count + 1, seconds: known.seconds + seconds })
  }
  const samples = (of: 'count' | 'seconds'): readonly Sample[] =>
    [...counts.values()].map((c) => ({ labels: { operation: c.operation, status: c.status }, value: c[of] }))
  const measures = (): readonly Measure[] => [
    { name: 'etalon_answers_total', help: 'Answered requests.', type: 'counter', samples: samples('count') },
    {
      name: 'etalon_answer_seconds_total',
      help: 'Time spent on answering.',
      type: 'counter',
      samples: samples('seconds'),
    },
  ]
  return { observe, measures }
}

/** What the process says about itself, under the names every Prometheus dashboard knows. */
export function processMeasures(): readonly Measure[] {
  const { rss, heapUsed } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const started = Math.round(performance.timeOrigin) / 1000
  return [
    gauge('process_start_time_seconds', 'Start of the process, in seconds since 1970.', started),
    gauge('process_resident_memory_bytes', 'Resident memory.', rss),
    gauge('nodejs_heap_size_used_bytes', 'Used heap.', heapUsed),
    {
      name: 'process_cpu_seconds_total',
      help: 'CPU time of user and system.',
      type: 'counter',
      samples: [{ value: (user + system) / 1e6 }],
    },
  ]
}
