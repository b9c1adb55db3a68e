import type { EntityManager } from '@mikro-orm/postgresql'
import { afterEach, describe, expect, it } from 'vitest'
import { noon, thing, things } from './things.ts'

const s = things()

afterEach(async () => {
  delete s.mishap.before
  delete s.mishap.inTrail
  delete s.mishap.onceCommitted
  for (const table of ['things', 'acts', 'idempotency_keys']) await s.rowsOf(`delete from ${table}`)
})

const count = async (table: string) =>
  Number((await s.rowsOf(`select count(*) as n from ${table}`))[0]?.['n'])
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code
const keyed = (key: string, authorization = 'Bearer maker') => ({ 'idempotency-key': key, authorization })

/** Fails so often, and then no more. */
function failing(times: number, sql: string) {
  let left = times
  return async (em: EntityManager) => {
    if (left-- > 0) await em.execute(sql)
  }
}

describe('one request', () => {
  it('does not do within a unit what whoever asks may not do by itself', async () => {
    const answer = await s.send('POST', '/v1/pairs')
    expect(await answer.json()).toMatchObject({ detail: 'request.role-missing' })
    expect(await s.rowsOf('select code from things')).toEqual([{ code: 'of-pair' }])
    const [row] = await s.rowsOf('select act from acts')
    expect(JSON.parse(String(row?.['act']))).toMatchObject({ operation: 'make-thing' })
  })

  it('leaves its row and its line in the trail together', async () => {
    expect((await s.send('POST', '/v1/things', thing('a'), { 'x-request-id': 'order-1' })).status).toBe(201)
    const [row] = await s.rowsOf('select act from acts')
    expect(JSON.parse(String(row?.['act']))).toEqual({
      actor: expect.objectContaining({ roles: ['technician'] }) as object,
      operation: 'make-thing',
      subject: '/v1/things/a',
      before: { was: 'not' },
      after: thing('a'),
      at: noon.toISOString(),
      requestId: 'order-1',
    })
  })

  it('leaves nothing if the trail cannot be written', async () => {
    s.mishap.inTrail = () => {
      throw new Error('no trail')
    }
    expect((await s.send('POST', '/v1/things', thing('a'), keyed('k'))).status).toBe(500)
    expect([await count('things'), await count('acts'), await count('idempotency_keys')]).toEqual([0, 0, 0])
  })

  it('does what lies outside the database once it is committed, and not at all if it never is', async () => {
    const done: number[] = []
    s.mishap.onceCommitted = () => void done.push(1)
    expect((await s.send('POST', '/v1/things', thing('a'), keyed('k'))).status).toBe(201)
    expect(done).toEqual([1])
    expect((await s.send('POST', '/v1/things', thing('a'), keyed('k'))).status).toBe(201)
    expect((await s.send('POST', '/v1/things', thing('a'), keyed('k2'))).status).toBe(409)
    s.mishap.inTrail = () => {
      throw new Error('no trail')
    }
    expect((await s.send('POST', '/v1/things', thing('b'))).status).toBe(500)
    expect(done).toEqual([1])
  })

  it('that is refused leaves nothing', async () => {
    await s.send('POST', '/v1/things', thing('a'), keyed('k1'))
    expect(await codeOf(await s.send('POST', '/v1/things', thing('a'), keyed('k2')))).toBe('thing.taken')
    expect([await count('things'), await count('acts'), await count('idempotency_keys')]).toEqual([1, 1, 1])
  })
})

describe('a constraint of the database', () => {
  it('that has a name here is that refusal, for all but one of many at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => s.send('POST', '/v1/things', thing('same'))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  })

  it('that has none is refused all the same, and noted', async () => {
    const answer = await s.send('POST', '/v1/things', thing('a', '1000'))
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'record.impossible-value'])
    expect(s.lines.at(-1)?.message).toBe('refused by the database')
  })

  it('also speaks through values it cannot take', async () => {
    const answer = await s.send('POST', '/v1/things', thing('a', '99999999999'))
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'record.impossible-value'])
  })
})

describe('an Idempotency-Key', () => {
  it('gives the first answer again, and does nothing twice', async () => {
    const first = await s.send('POST', '/v1/things', thing('a'), keyed('k'))
    const again = await s.send('POST', '/v1/things', JSON.stringify(thing('a'), null, 2), keyed('k'))
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(first.headers.get('idempotency-replayed')).toBeNull()
    expect([again.status, again.headers.get('location'), again.headers.get('etag')]).toEqual([
      201,
      '/v1/things/a',
      '"1"',
    ])
    expect(await again.text()).toBe(await first.text())
    expect([await count('things'), await count('acts')]).toEqual([1, 1])
  })

  it('does nothing twice for twins that arrive at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => s.send('POST', '/v1/things', thing('a'), keyed('k'))),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(answers.filter(({ headers }) => headers.has('idempotency-replayed'))).toHaveLength(4)
    expect([await count('things'), await count('acts')]).toEqual([1, 1])
  })

  it('stands for one request only', async () => {
    await s.send('POST', '/v1/things', thing('a'), keyed('k'))
    const other = await s.send('POST', '/v1/things', thing('b'), keyed('k'))
    expect([other.status, await codeOf(other)]).toEqual([422, 'request.idempotency-key-reused'])
    const elsewhere = await s.send('POST', '/v1/keys', undefined, keyed('k'))
    expect(elsewhere.status).toBe(422)
  })

  it('belongs to the person who sent it', async () => {
    await s.send('POST', '/v1/things', thing('a'), keyed('k'))
    const other = await s.send('POST', '/v1/things', thing('b'), keyed('k', 'Bearer other'))
    expect([other.status, await count('things')]).toEqual([201, 2])
  })

  it('remembers no refusal: what was mended may be sent again', async () => {
    expect((await s.send('POST', '/v1/things', thing('a', 'unknown'), keyed('k'))).status).toBe(404)
    expect((await s.send('POST', '/v1/things', thing('a'), keyed('k'))).status).toBe(201)
  })

  it.each(['k'.repeat(300), 'a b', 'é'])('is not %j', async (key) => {
    const answer = await s.send('POST', '/v1/things', thing('a'), keyed(key))
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'request.idempotency-key-malformed'])
    const reading = await s.send('POST', '/v1/checks', thing('a'), keyed(key))
    expect(reading.status).toBe(400)
  })

  it('has no effect where nothing is stored', async () => {
    await s.send('POST', '/v1/checks', thing('a'), keyed('k'))
    expect((await s.send('POST', '/v1/checks', thing('b'), keyed('k'))).status).toBe(200)
    expect(await count('idempotency_keys')).toBe(0)
  })

  it('keeps no secret: the second time the answer is that it was given', async () => {
    expect(await (await s.send('POST', '/v1/keys', undefined, keyed('k'))).json()).toMatchObject({
      detail: 'the secret',
    })
    const again = await s.send('POST', '/v1/keys', undefined, keyed('k'))
    expect([again.status, await codeOf(again)]).toEqual([409, 'request.answer-not-kept'])
    const kept = JSON.stringify([
      await s.rowsOf('select * from idempotency_keys'),
      await s.rowsOf('select * from acts'),
    ])
    expect(kept).not.toContain('the secret')
  })
})

describe('a database that says "again"', () => {
  const conflict = `do $$ begin raise exception 'again' using errcode = '40001'; end $$`

  it('is asked again, and the work is done once', async () => {
    s.mishap.before = failing(2, conflict)
    expect((await s.send('POST', '/v1/things', thing('a'))).status).toBe(201)
    expect([await count('things'), await count('acts')]).toEqual([1, 1])
  })

  it('is not asked for ever', async () => {
    s.mishap.before = failing(3, conflict)
    const answer = await s.send('POST', '/v1/things', thing('a'))
    expect([answer.status, answer.headers.get('retry-after'), await codeOf(answer)]).toEqual([
      503,
      '2',
      'service.unavailable',
    ])
  })
})

describe('a connection that dies', () => {
  const death = 'select pg_terminate_backend(pg_backend_pid())'

  it('is not noticed by a reader', async () => {
    s.mishap.before = failing(1, death)
    expect((await s.send('GET', '/v1/things')).status).toBe(200)
  })

  it('is not noticed by whoever sent a key', async () => {
    s.mishap.before = failing(1, death)
    expect((await s.send('POST', '/v1/things', thing('a'), keyed('k'))).status).toBe(201)
    expect(await count('things')).toBe(1)
  })

  it('just after it was told to commit is not noticed by whoever sent a key: the first answer comes, once done', async () => {
    const pool = await s.db.orm.em.getConnection().getNativeClient()
    let left = 1
    const dieOnceCommitted = (client: { query: (...asked: unknown[]) => unknown }) => {
      const query = client.query.bind(client)
      client.query = async (...asked) => {
        const answer = await query(...asked)
        if (!/^commit/i.test(String(asked[0])) || left-- <= 0) return answer
        throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' })
      }
    }
    pool.on('acquire', dieOnceCommitted as never)
    const answer = await s.send('POST', '/v1/things', thing('a'), keyed('k'))
    pool.off('acquire', dieOnceCommitted as never)
    expect(left).toBeLessThanOrEqual(0)
    expect([answer.status, answer.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
    expect([await count('things'), await count('acts')]).toEqual([1, 1])
  })

  it('is told to whoever sent none, since nobody knows what became of the work', async () => {
    s.mishap.before = failing(1, death)
    const answer = await s.send('POST', '/v1/things', thing('a'))
    expect([answer.status, await codeOf(answer)]).toEqual([503, 'service.unavailable'])
    expect((await s.send('POST', '/v1/things', thing('a'))).status).toBe(201)
    expect([await count('things'), await count('acts')]).toEqual([1, 1])
  })

  it('before the work began is not noticed by anybody', async () => {
    for (let n = 0; n < 20; n++) {
      await s.rowsOf(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      )
      expect((await s.send('POST', '/v1/things', thing(`t${n}`))).status).toBe(201)
    }
  })
})
