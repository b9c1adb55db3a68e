import type { Env, Hono } from 'hono'
import { defineRefusal } from '#refusal.ts'
import { type Measure, prometheusText } from './measures.ts'

/** What was looked at, and what is wrong; nothing wrong means ready. */
export interface Readiness {
  readonly checks: Readonly<Record<string, string>>
  readonly faults: readonly string[]
}

export interface Probes {
  readonly readiness: () => Promise<Readiness>
  readonly measures: () => readonly Measure[]
}

export const notReady = defineRefusal({
  code: 'node.not-ready',
  kind: 'unavailable',
  title: { en: 'The node cannot work at the moment', zh: '节点暂不可用' },
})

/** `/healthz`: the process answers. `/readyz`: it can also work. `/metrics`: how it is doing. */
export function addHealth<E extends Env>(app: Hono<E>, { readiness, measures }: Probes): void {
  const headers = { 'cache-control': 'no-store' }
  app.get('/healthz', (c) => c.json({ status: 'alive' }, 200, headers))
  app.get('/readyz', async (c) => {
    const { checks, faults } = await readiness()
    if (faults.length > 0) throw notReady(faults.join('; '), { checks, retryAfterSeconds: 1 })
    return c.json({ status: 'ready', checks }, 200, headers)
  })
  const text = { ...headers, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }
  app.get('/metrics', (c) => c.body(prometheusText(measures()), 200, text))
}
