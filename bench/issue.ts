import { Client } from 'pg'
import { ask, administratorKey, type Answer, type App } from './client.ts'
import { calibrationBody, weightCompared } from './comparison.ts'
import type { BenchRegistry } from './country.ts'
import { personOf, type Keys } from './laboratories.ts'
import type { Row } from './row.ts'
import { sampleOf, timed } from './sample.ts'

const rounds = 60
const warmUp = 10
const laboratory = 'LAB6'
const hourMs = 3_600_000

const steps = ['log', 'submit', 'review', 'authorise'] as const
type Step = (typeof steps)[number]

/** A calibration from its log to its certificate, each step by its person: all written durably, without a PDF. */
export async function benchIssue({ database, app, keys, standards }: BenchRegistry): Promise<Row[]> {
  const times: Record<Step, number[]> = { log: [], submit: [], review: [], authorise: [] }
  for (let round = -warmUp; round < rounds; round++) {
    const took = await oneCertificate(app, keys, standards, round + warmUp)
    if (round >= 0) for (const step of steps) times[step].push(took[step])
  }
  const bare = { what: 'durable transaction of one row', figure: await bareTransaction(database.url) }
  const p50 = (step: Step) => sampleOf(times[step]).p50
  return [
    { name: 'calibration logged and evaluated, p50', unit: 'ms', limit: bare, ours: p50('log') },
    { name: 'submitted, p50', unit: 'ms', limit: bare, ours: p50('submit') },
    { name: 'reviewed, p50', unit: 'ms', limit: bare, ours: p50('review') },
    {
      name: 'authorised: certificate issued, without PDF, p50',
      unit: 'ms',
      limit: bare,
      ours: p50('authorise'),
      target: { oursAtMost: 15 },
    },
  ]
}

export async function oneCertificate(
  app: App,
  keys: Keys,
  standards: readonly string[],
  round: number,
): Promise<Record<Step, number>> {
  const code = `ISSUE-${round}`
  await registerItem(app, code)
  const keyOf = (role: 'technician' | 'reviewer' | 'signatory') => keys.get(personOf(laboratory, role)) ?? ''
  const from = Array.from({ length: 3 }, (_, i) => ({
    certificate: standards[(round * 3 + i) % standards.length] ?? '',
    result: 'm1',
  }))
  const started = new Date(Date.now() - 2 * hourMs)
  const finished = new Date(Date.now() - hourMs)
  const body = calibrationBody(laboratory, code, { started, finished }, weightCompared(from, 640))

  let last: Answer | undefined
  const step = (role: Parameters<typeof keyOf>[0], path: string, sent: object) =>
    timed(async () => {
      last = await ask(app, 'POST', path, { key: keyOf(role), ...sent })
    })
  const log = await step('technician', '/v1/calibrations', { body })
  const path = `/v1/calibrations/${String(last?.body['id'])}`
  const seen = () => ({ etag: last?.etag ?? '' })
  return {
    log,
    submit: await step('technician', `${path}/submit`, seen()),
    review: await step('reviewer', `${path}/review`, { ...seen(), body: { decision: 'approve' } }),
    authorise: await step('signatory', `${path}/authorise`, seen()),
  }
}

const registerItem = (app: App, code: string): Promise<Answer> =>
  ask(app, 'POST', '/v1/equipment', {
    key: administratorKey,
    body: {
      code,
      owner: 'PLANT',
      name: { en: `Weight ${code}`, zh: `砝码 ${code}` },
      manufacturer: 'Maker',
      model: '10 kg',
      serialNumber: code,
      level: 'instrument',
      calibrationIntervalMonths: 12,
    },
  })

/** What the disk and PostgreSQL need at least for one act. */
async function bareTransaction(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('create table bench_writes (id int not null, body text not null)')
    const times: number[] = []
    for (let i = 0; i < rounds; i++) {
      const insert = {
        name: 'insert',
        text: 'insert into bench_writes values ($1, $2)',
        values: [i, 'x'.repeat(2_000)],
      }
      times.push(await timed(() => client.query(insert)))
    }
    await client.query('drop table bench_writes')
    return sampleOf(times).p50
  } finally {
    await client.end()
  }
}
