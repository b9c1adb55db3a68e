import { read } from './client.ts'
import type { BenchRegistry } from './country.ts'
import type { Row } from './row.ts'
import { timed } from './sample.ts'

const certificates = 150
/** Fonts are read and the template is understood with the first ones. */
const warmUp = 15
/** Copies of a generated registry have short documents; these are whole certificates. */
const wholeDocument = 2_000

/** Certificates as PDF/A-3a with the canonical document and the DCC inside, each another one, through the app. */
export async function benchPdf({ database, app }: BenchRegistry): Promise<Row[]> {
  const numbers = await database.orm.em
    .fork()
    .execute<{ number: string }[]>(
      'select number from certificates where edition = 1 and origin = ? and length(document) > ? limit ?',
      ['issued', wholeDocument, warmUp + certificates],
    )
  const before = process.memoryUsage().rss
  const times: number[] = []
  for (const [i, { number }] of numbers.entries()) {
    const took = await timed(() => read(app, `/v1/certificates/${encodeURIComponent(number)}.pdf`))
    if (i >= warmUp) times.push(took)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(part * sorted.length)] ?? Number.NaN
  const grown = (process.memoryUsage().rss - before) / 1e6
  return [
    { name: 'certificate as PDF/A-3 with its data inside, p50', unit: 'ms', ours: at(0.5) },
    { name: 'the same, p95', unit: 'ms', ours: at(0.95), target: { oursAtMost: 150 } },
    { name: 'memory of the service after them', unit: 'MB', ours: grown },
  ]
}
