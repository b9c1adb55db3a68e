import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sendFile } from '../../src/cli/remote/send-file.ts'
import { etalonClient } from '#client/client.ts'

const directory = mkdtempSync(join(tmpdir(), 'etalon-import-'))
afterAll(() => rmSync(directory, { recursive: true }))

const counts = { rows: 2, recorded: 1, unchanged: 0, conflicting: 0, refused: 0 }
const event = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

interface Sent {
  readonly key: IncomingHttpHeaders[string]
  readonly body: string
}

/** A registry that reacts to the first attempt so, to the second so, … */
async function registryThat(...reactions: readonly ((response: ServerResponse) => void)[]) {
  const sent: Sent[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      sent.push({ key: request.headers['idempotency-key'], body })
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      reactions[sent.length - 1]?.(response)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { sent, client: etalonClient({ origin: `http://127.0.0.1:${port}` }) }
}

const file = join(directory, 'rows.ndjson')
writeFileSync(file, '{"code":"A"}\n{"code":"B"}\n')
const shipment = (anew = false) => ({
  id: 'bulk-import-equipment' as const,
  file,
  media: 'application/x-ndjson' as const,
  query: { mode: 'each' as const, dryRun: false, name: 'rows.ndjson' },
  anew,
})

/** Says that one of two rows is recorded, and then nothing more. */
const breaksOff = (response: ServerResponse) =>
  response.write(event('progress', counts), () => response.destroy())
const stops = (response: ServerResponse) =>
  void response.end(event('failed', { code: 'imports.broken-off', detail: 'The service stops' }))
const reports = (response: ServerResponse) =>
  void response.end(event('progress', counts) + event('report', { state: 'finished', counts }))

function listener() {
  const told: string[] = []
  return { told, progress: { tell: (words: string) => void told.push(words), end: () => undefined } }
}

describe('a file that is imported', () => {
  it('is sent again under the same key after a break, until the registry has told what became of it', async () => {
    const { sent, client } = await registryThat(breaksOff, stops, reports)
    const { told, progress } = listener()
    expect(await sendFile(client, shipment(), progress)).toEqual({ state: 'finished', counts })
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect(sent.map(({ body }) => body)).toEqual(
      Array.from({ length: 3 }, () => '{"code":"A"}\n{"code":"B"}\n'),
    )
    const line = '2 rows: 1 recorded, 0 unchanged, 0 conflicting, 0 refused'
    expect(told).toEqual([line, 'broken off; goes on in 1 s', 'broken off; goes on in 3 s', line])
  })

  it('is the same import whoever sends it when, and another one where that is said', async () => {
    const { sent, client } = await registryThat(reports, reports, reports)
    const { progress } = listener()
    await sendFile(client, shipment(), progress)
    await sendFile(client, shipment(), progress)
    await sendFile(client, shipment(true), progress)
    const keys = sent.map(({ key }) => key)
    expect(keys[0]).toMatch(/^etalon-import-[0-9a-f]{64}$/)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  it('is not sent again where the registry has refused it', async () => {
    const taken = { code: 'imports.taken-over', detail: 'It goes on in another request' }
    const { sent, client } = await registryThat((response) => void response.end(event('failed', taken)))
    const { progress } = listener()
    await expect(sendFile(client, shipment(), progress)).rejects.toMatchObject({ code: 'imports.taken-over' })
    expect(sent).toHaveLength(1)
  })
})
