import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { resistors } from '../impact/resistors-of-the-tests.ts'
import { must, newPerson } from '../people-of-the-tests.ts'

describe('a recall whose opening is torn off after its set was written', () => {
  const s = service()
  const lab = resistors(s)
  const rows = async () => {
    const [row] = await s.orm.em
      .fork()
      .execute<{ recalls: number; items: number }[]>(
        `select (select count(*)::int from recalls) as recalls, (select count(*)::int from recall_items) as items`,
      )
    return row
  }
  /** The connection that waits for a lock, once there is one. */
  const waiting = async (): Promise<number> => {
    for (let waited = 0; waited < 5_000; waited += 20) {
      const [row] = await s.orm.em
        .fork()
        .execute<{ pid: number }[]>(
          `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      if (row) return row.pid
      await delay(20)
    }
    throw new Error('Nobody waits')
  }

  it('leaves nothing of it, and can be opened again', async () => {
    const manager = await newPerson(s, lab.admin, { organization: 'LAB', roles: ['quality-manager'] })
    const entry = { code: 'RC-1', cause: 'RS has drifted', impact: { subject: { equipment: 'RS' } } }
    const release = Promise.withResolvers<void>()
    const locked = Promise.withResolvers<void>()
    const held = s.orm.em.fork().transactional(async (tx) => {
      await tx.execute('lock table recall_events in access exclusive mode')
      locked.resolve()
      await release.promise
    })
    await locked.promise
    const torn = manager.post('/v1/recalls', entry)
    await s.orm.em.fork().execute('select pg_terminate_backend(?)', [await waiting()])
    expect(await torn).toMatchObject({ status: 503, body: { code: 'service.unavailable' } })
    release.resolve()
    await held
    expect(await rows()).toEqual({ recalls: 0, items: 0 })
    must(await manager.post('/v1/recalls', entry))
    expect(await rows()).toEqual({ recalls: 1, items: 3 })
  })
})
