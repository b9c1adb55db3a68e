import { expect, it } from 'vitest'
import { logFault } from '#registry/log/log-fault.ts'
import { verifyLog } from '#registry/log/verify-log.ts'
import { laboratory, standardTranscription } from '../registry/laboratory-of-the-tests.ts'
import { hashFrom, openNote, rootsByConsistency, type Told } from '../registry/log/independent-verifier.ts'
import { must } from '../registry/people-of-the-tests.ts'
import { service, testKey } from '../service.ts'
import { linesOf, workUntilKilled } from './until-killed.ts'

const s = service()
const lab = laboratory(s)
const rounds = 3

const rows = (sql: string) => s.orm.em.fork().execute<Record<string, unknown>[]>(sql)
const numbers = async (sql: string) => (await rows(sql)).map(({ number }) => String(number))
const told = async (): Promise<Told> =>
  openNote(await (await s.app.request('/log/checkpoint')).text(), 'etalon.test/log', testKey.publicJwk.x)

/** Records and checks certificates with four hands, and is killed after so many acknowledgements. */
const recordUntilKilled = (round: number, acknowledgements: number) =>
  workUntilKilled(s, 'tests/process/record-until-killed.ts', acknowledgements, {
    round,
    technician: lab.technician.key,
    reviewer: lab.reviewer.key,
    transcription: standardTranscription(),
  })

it(
  'a process that is killed leaves no certificate without its entry, no entry without its certificate, and no gap',
  { timeout: 120_000 },
  async () => {
    let before = await told()
    for (let round = 1; round <= rounds; round++) {
      const acknowledged = await recordUntilKilled(round, 5 + 11 * round)
      const [recorded, checked] = [linesOf(acknowledged, 'recorded'), linesOf(acknowledged, 'checked')]

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
