import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { logFault } from '#registry/log/log-fault.ts'
import { verifyLog } from '#registry/log/verify-log.ts'
import { laboratory, standardTranscription } from '../registry/laboratory-of-the-tests.ts'
import { hashFrom, openNote, rootsByConsistency, type Told } from '../registry/log/independent-verifier.ts'
import { must } from '../registry/people-of-the-tests.ts'
import { service, testKey } from '../service.ts'

const s = service()
const lab = laboratory(s)
const rounds = 3

const rows = (sql: string) => s.orm.em.fork().execute<Record<string, unknown>[]>(sql)
const numbers = async (sql: string) => (await rows(sql)).map(({ number }) => String(number))
const told = async (): Promise<Told> =>
  openNote(await (await s.app.request('/log/checkpoint')).text(), 'etalon.test/log', testKey.publicJwk.x)

/** Records and checks certificates with eight hands, and is killed after so many acknowledgements. */
async function recordUntilKilled(round: number, acknowledgements: number): Promise<readonly string[]> {
  const task = {
    url: s.url,
    now: s.clock.now().toISOString(),
    round,
    technician: lab.technician.key,
    reviewer: lab.reviewer.key,
    transcription: standardTranscription(),
  }
  const child = spawn(process.execPath, ['tests/process/record-until-killed.ts', JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
    if (said.out.split('\n').length > acknowledgements) child.kill('SIGKILL')
  })
  const [code, signal] = await once(child, 'close')
  expect({ code, signal, err: said.err }).toEqual({ code: null, signal: 'SIGKILL', err: '' })
  return said.out.split('\n').slice(0, -1)
}

/** What the killed process had begun is rolled back once PostgreSQL notices that it is gone. */
async function untilQuiet(): Promise<void> {
  const busy = `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                   and state <> 'idle'`
  while ((await rows(busy)).length > 0) await delay(20)
}

it(
  'a process that is killed leaves no certificate without its entry, no entry without its certificate, and no gap',
  { timeout: 120_000 },
  async () => {
    let before = await told()
    for (let round = 1; round <= rounds; round++) {
      const acknowledged = await recordUntilKilled(round, 5 + 11 * round)
      await untilQuiet()
      const recorded = acknowledged
        .filter((line) => line.startsWith('recorded '))
        .map((line) => line.slice(9))
      const checked = acknowledged.filter((line) => line.startsWith('checked ')).map((line) => line.slice(8))

      const kept = await numbers('select number from certificates')
      const entered = await numbers(
        `select leaf::json ->> 'number' as number from log_entries where kind = 'recorded'`,
      )
      expect(entered.toSorted()).toEqual(kept.toSorted())
      expect(kept).toEqual(expect.arrayContaining(recorded))
      const events = await numbers(
        'select v.number from certificate_events e join certificates v on v.id = e.certificate_id',
      )
      const said = await numbers(
        `select leaf::json ->> 'number' as number from log_entries where kind = 'checked'`,
      )
      expect(said.toSorted()).toEqual(events.toSorted())
      expect(events).toEqual(expect.arrayContaining(checked))

      const after = await told()
      expect(await verifyLog(s.orm.em.fork())).toEqual({ intact: true, size: Number(after.size) })
      expect(await logFault(s.orm.em.fork())).toBeUndefined()
      const { body } = must(
        await lab.public.get(`/log/proof/consistency?from=${before.size}&to=${after.size}`),
      )
      const made = rootsByConsistency(before.size, after.size, before.root, body.path.map(hashFrom))
      expect(made).toEqual([before.root, after.root])
      before = after
    }
  },
)
