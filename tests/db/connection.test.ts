import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#db/connection.ts'
import { database } from '../database.ts'

describe('the connection to PostgreSQL', () => {
  const d = database({ poolSize: 4 })

  const setting = async (name: string) => {
    const [row] = await d.orm.em
      .fork()
      .execute<{ value: string }[]>('select current_setting(?) as value', [name])
    return row?.value
  }

  it('limits how long a statement, a lock and an idle transaction may last', async () => {
    expect(await setting('statement_timeout')).toBe('5s')
    expect(await setting('lock_timeout')).toBe('2s')
    expect(await setting('idle_in_transaction_session_timeout')).toBe('10s')
  })

  it('speaks UTC, whatever the machine does', async () => {
    expect(await setting('TimeZone')).toBe('UTC')
  })

  it('may do nothing outside its own database', async () => {
    const [role] = await d.orm.em
      .fork()
      .execute<{ able: boolean }[]>(
        'select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls as able from pg_roles where rolname = current_user',
      )
    expect(role).toEqual({ able: false })
  })

  it('says which database cannot be used, and keeps the password to itself', async () => {
    const url = 'postgresql://somebody:s3cret@127.0.0.1:1/nowhere'
    const failed = connect({ url, entities: [], log: { debug: () => undefined } })
    await expect(failed).rejects.toThrow(/^The database 127\.0\.0\.1:1\/nowhere cannot be used: (?!.*s3cret)/)
  })
})

describe('a lost connection', () => {
  const d = database({ poolSize: 4 })
  let admin: Client

  beforeAll(async () => {
    admin = new Client({ connectionString: d.adminUrl })
    await admin.connect()
  })
  afterAll(() => admin.end())

  /** Loses the connection of a transaction in the middle of it. */
  async function loseOne(): Promise<unknown> {
    return d.orm.em
      .fork()
      .transactional(async (tx) => {
        const [row] = await tx.execute<[{ pid: number }]>('select pg_backend_pid() as pid')
        await admin.query('select pg_terminate_backend($1)', [row.pid])
        await delay(20)
        await tx.execute('select 1')
      })
      .catch((error: unknown) => error)
  }

  const poolState = async () => {
    const { totalCount, idleCount, waitingCount } = await d.orm.em.getConnection().getNativeClient()
    return { busy: totalCount - idleCount, waiting: waitingCount }
  }

  it('gives its place in the pool back, twice as often as the pool has places', async () => {
    for (let loss = 0; loss < 8; loss++) expect(await loseOne()).toBeInstanceOf(Error)
    const started = performance.now()
    expect(await d.orm.em.fork().execute('select 1 as alive')).toEqual([{ alive: 1 }])
    expect(performance.now() - started).toBeLessThan(10_000)
    await expect.poll(poolState, { timeout: 15_000 }).toEqual({ busy: 0, waiting: 0 })
  })

  it('costs nothing but the transactions that were under way, also with eight writers at once', async () => {
    await d.orm.em.fork().execute('create table tally (id int primary key generated always as identity)')
    const over = new AbortController()
    let acknowledged = 0
    const writer = async () => {
      while (!over.signal.aborted)
        await d.orm.em
          .fork()
          .transactional((tx) => tx.execute('insert into tally default values'))
          .then(() => (acknowledged += 1))
          .catch(() => delay(10))
    }
    const writers = Array.from({ length: 8 }, writer)
    for (let kill = 0; kill < 6; kill++) {
      await delay(80)
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      )
    }
    const atLastLoss = acknowledged
    await delay(600)
    over.abort()
    await Promise.all(writers)
    const [row] = await d.orm.em
      .fork()
      .execute<[{ written: string }]>('select count(*) as written from tally')
    expect(acknowledged).toBeGreaterThan(atLastLoss)
    expect(Number(row.written)).toBeGreaterThanOrEqual(acknowledged)
    await expect.poll(poolState, { timeout: 15_000 }).toEqual({ busy: 0, waiting: 0 })
  })
})
