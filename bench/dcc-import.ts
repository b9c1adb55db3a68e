import { dccOf } from '#exchange/dcc/writing/dcc-of.ts'
import { sealingKeyFrom } from '#exchange/xml-signature/sealing-key.ts'
import { newSealingPem } from '../src/keys.ts'
import { administratorKey, type App } from './client.ts'
import { certificate } from './dcc-export.ts'
import type { Row } from './row.ts'

const files = 1000
const warmUp = 50
/** As many at once as a client that sends a folder keeps under way. */
const atOnce = 8

/** Sealed files of some 20 kB, as most in circulation: read, checked, verified, resolved, stored, written in the trail. */
export async function benchDccImport(app: App): Promise<readonly Row[]> {
  const key = sealingKeyFrom(newSealingPem(new Date()))
  const context = { origin: 'https://etalon.example', sha256: 'ab'.repeat(32), country: 'CN', key }
  const run = Date.now()
  const { results, standards = [], ...rest } = certificate()
  const short = { ...rest, results: results.slice(0, 2), standards: standards.slice(0, 2) }
  const file = (i: number) => dccOf({ ...short, number: `BENCH-IMPORT-${run}-${i}` }, context)
  const made = Array.from({ length: files + warmUp }, (_, i) => file(i))
  await sendAll(app, made.slice(0, warmUp))
  const started = performance.now()
  await sendAll(app, made.slice(warmUp))
  const each = (performance.now() - started) / files
  // A hundred files in a second are ten milliseconds for each.
  return [
    { name: 'DCC: import, eight at once, for each', unit: 'ms', ours: each, target: { oursAtMost: 10 } },
  ]
}

async function sendAll(app: App, waiting: readonly Uint8Array[]): Promise<void> {
  const left = [...waiting]
  const sender = async () => {
    for (let next = left.pop(); next; next = left.pop()) await send(app, next)
  }
  await Promise.all(Array.from({ length: atOnce }, sender))
}

async function send(app: App, file: Uint8Array): Promise<void> {
  const headers = { authorization: `Bearer ${administratorKey}`, 'content-type': 'application/xml' }
  const body = new Uint8Array(file)
  const { status } = await app.request('/v1/certificates/import', { method: 'POST', headers, body })
  if (status !== 201) throw new Error(`An import answered ${status}`)
}
