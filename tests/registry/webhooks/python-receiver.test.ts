import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '#db/embedded.ts'
import { newWebhookSecret, webhookHeaders } from '#evidence/webhook-signature.ts'

const programs = readFileSync('docs/integration.md', 'utf8').matchAll(/```python\n([\s\S]*?)```/g)
const program =
  [...programs].map(([, text = '']) => text).find((text) => text.includes('WEBHOOK_SECRET')) ?? ''
const now = () => Math.floor(Date.now() / 1000)
const isPythonHere = spawnSync('python3', ['--version']).status === 0

// Where there is no Python, the receiver of the documentation cannot be run.
describe.skipIf(!isPythonHere)('the receiver that the documentation shows', () => {
  const secret = newWebhookSecret()
  const running: { child?: ChildProcess; port?: number } = {}
  let printed = ''
  beforeAll(async () => {
    running.port = await freePort('127.0.0.1')
    const env = { PATH: process.env['PATH'], WEBHOOK_SECRET: secret, PORT: String(running.port) }
    running.child = spawn('python3', ['-c', program], { env, stdio: ['ignore', 'pipe', 'ignore'] })
    running.child.stdout?.on('data', (text: Buffer) => (printed += text.toString()))
    for (let waited = 0; waited < 10_000; waited += 100) {
      const answer = await fetch(`http://127.0.0.1:${running.port}`, { method: 'POST' }).catch(
        () => undefined,
      )
      if (answer) return
      await delay(100)
    }
  })
  afterAll(() => running.child?.kill())

  const body = JSON.stringify({ type: 'certificate.issued', subject: '/v1/certificates/校-1' })
  const send = async (headers: Record<string, string>, text = body) =>
    (await fetch(`http://127.0.0.1:${running.port}`, { method: 'POST', headers, body: text })).status

  it('is no longer than thirty-two lines', () => {
    expect(program.trim().split('\n').length).toBeLessThanOrEqual(32)
  })

  it('takes what was signed by its secret, also during a rotation, and acts on it once', async () => {
    const message = { id: 'e-1', timestampSeconds: now(), body }
    expect(await send(webhookHeaders(message, [newWebhookSecret(), secret]))).toBe(204)
    expect(await send(webhookHeaders(message, [secret]))).toBe(204)
    await delay(200)
    expect(printed).toBe('certificate.issued /v1/certificates/校-1\n')
  })

  it('refuses what is forged, altered, old or without a signature', async () => {
    const message = { id: 'e-2', timestampSeconds: now(), body }
    const signed = webhookHeaders(message, [secret])
    expect(await send(webhookHeaders(message, [newWebhookSecret()]))).toBe(401)
    expect(await send(signed, `${body} `)).toBe(401)
    expect(await send({ ...signed, 'webhook-id': 'e-3' })).toBe(401)
    expect(await send(webhookHeaders({ ...message, timestampSeconds: now() - 301 }, [secret]))).toBe(401)
    expect(await send({})).toBe(401)
  })
})
