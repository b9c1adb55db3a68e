import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from '../database.ts'
import { etalon, untilStatus } from '../process/etalon-process.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const d = database()
const received: { path: string; body: string }[] = []
const collector = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (text: string) => (body += text))
  request.on('end', () => {
    received.push({ path: request.url ?? '', body })
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
})
beforeAll(() => new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve)))
afterAll(() => void collector.close())

interface Span {
  readonly name: string
  readonly traceId: string
  readonly parentSpanId?: string
  readonly attributes: readonly { key: string; value: Record<string, unknown> }[]
}

it('tells a collector of each request: operation, status, and the trace it is a part of', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'etalon-spans-'))
  const { port } = collector.address() as { port: number }
  const { child, ready, ended } = etalon({
    ETALON_DATA_DIR: dataDir,
    DATABASE_URL: d.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  })
  const url = await ready
  await untilStatus(url, '/healthz', 200)
  const headers = { traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`, 'x-request-id': 'asked-once' }
  await fetch(`${url}/v1/organizations/NOBODY`, { headers })
  child.kill('SIGTERM')
  expect(await ended).toMatchObject({ code: 0 })
  rmSync(dataDir, { recursive: true })

  expect(received.map(({ path }) => path)).toEqual(['/v1/traces'])
  const { resourceSpans } = JSON.parse(received[0]!.body) as {
    resourceSpans: { scopeSpans: { spans: Span[] }[] }[]
  }
  const [span] = resourceSpans[0]!.scopeSpans[0]!.spans
  expect(span).toMatchObject({ traceId: 'ab'.repeat(16), parentSpanId: 'cd'.repeat(8) })
  const said = Object.fromEntries(span!.attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
  expect(said).toMatchObject({ 'http.request.method': 'GET', 'etalon.request_id': 'asked-once' })
  expect(Number(said['http.response.status_code'])).toBeGreaterThanOrEqual(400)
  expect(span!.name).toMatch(/^GET \/v1\/organizations\/\{/)
})
