import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** The limit of HTTP on this machine: Hono with an answer that is always the same, as long as ours. */
const app = new Hono()
const body = { number: 'X', answer: 'x'.repeat(1_600) }
app.get('/v1/certificates/:number/validity', (c) => c.json(body))
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => {
  process.send?.((server.address() as AddressInfo).port)
})
process.on('SIGTERM', () => process.exit())
