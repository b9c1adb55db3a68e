import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen, type Listening } from '#http/server.ts'
import { service } from '../../service.ts'
import { must } from '../people-of-the-tests.ts'
import { resistors } from './resistors-of-the-tests.ts'

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

describe('a client that goes away while impact is sought for it', () => {
  const s = service({ poolSize: 3 })
  const lab = resistors(s)
  const made: { server?: Listening } = {}
  beforeAll(async () => {
    const at = { host: '127.0.0.1', port: 0, origin: 'http://etalon.test', log: silent }
    made.server = await listen((request, env) => s.app.fetch(request, env), at)
  })
  afterAll(() => made.server?.drain())

  const question = { subject: { reference: 'OHM' }, hypothesis: { shift: { value: '1', unit: 'mΩ' } } }
  const ask = (accept: string, signal: AbortSignal) =>
    fetch(`http://127.0.0.1:${made.server?.port}/v1/impact`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${lab.technician.key}`,
        accept,
        'content-type': 'application/json',
      },
      body: JSON.stringify(question),
      signal,
    })

  /** Statements under way beside this one. */
  async function underWay(): Promise<number> {
    const [row] = await s.orm.em.fork().execute<{ count: number }[]>(
      `select count(*)::int as count from pg_stat_activity
          where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
    )
    return row?.count ?? Number.NaN
  }

  async function until(count: number): Promise<void> {
    for (let waited = 0; (await underWay()) !== count; waited += 20) {
      if (waited > 5_000) throw new Error(`There are ${await underWay()} statements and not ${count}`)
      await delay(20)
    }
  }

  it.each(['application/json', 'application/x-ndjson'])(
    'leaves no statement behind in the database (%s)',
    async (accept) => {
      // Another holds the results: the statement that looks for what is below would wait as long as it may.
      const release = Promise.withResolvers<void>()
      const held = s.orm.em.fork().transactional(async (tx) => {
        await tx.execute('lock table calibration_results in access exclusive mode')
        await release.promise
      })
      await until(1)
      const client = new AbortController()
      const answer = ask(accept, client.signal).catch((error: unknown) => error)
      await until(2)
      client.abort()
      expect(await answer).toBeInstanceOf(Error)
      await until(1)
      release.resolve()
      await held
      expect(s.complaints).toEqual([])
    },
  )

  it('is told apart from one that stays', async () => {
    const answer = await ask('application/x-ndjson', new AbortController().signal)
    expect((await answer.text()).trimEnd().split('\n')).toHaveLength(4)
    await until(0)
    must(await lab.technician.post('/v1/impact', question))
    expect(s.complaints).toEqual([])
  })
})
