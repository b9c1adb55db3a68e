import { describe, expect, it } from 'vitest'
import { presentValidity } from '#registry/certificates/validity/answer-present-validity.ts'
import { service, testOrigin } from '../../service.ts'
import { equipment, laboratory, standardTranscription } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const validityOf = (number: string) => `/v1/certificates/${number}/validity`
const secondMs = 1000

describe('asking for the validity of certificates at once', () => {
  const s = service()
  const lab = laboratory(s)
  const ask = async (number: string) => must(await lab.public.get(validityOf(number)))
  const fortyAtOnce = (number: string) => Promise.all(Array.from({ length: 40 }, () => ask(number)))
  /** Each of an item of its own: what is recorded of the others does not stand beside it. */
  const transcribe = async (number: string) => {
    must(await equipment(lab.admin, number, 'LAB', 'working-standard'))
    const stated = standardTranscription({ number, item: { equipment: number } })
    return must(await lab.technician.post('/v1/certificates', stated))
  }
  const end = async (number: string, step: string, body: object) =>
    must(
      await lab.signatory.post(`/v1/certificates/${number}/${step}`, body, {
        'if-match': (await lab.public.get(`/v1/certificates/${number}`)).headers.get('etag') ?? '',
      }),
    )
  const later = (seconds: number) =>
    s.clock.moveTo(new Date(s.clock.now().getTime() + seconds * secondMs).toISOString())
  const statementsDuring = async (work: () => Promise<unknown>) => {
    const pool = await s.orm.em.getConnection().getNativeClient()
    let statements = 0
    const count = () => void (statements += 1)
    pool.on('acquire', count)
    await work()
    pool.off('acquire', count)
    return statements
  }

  it('reads the database for all who ask at the same time, not for each', async () => {
    await transcribe('TOGETHER')
    // The counter of changes, the names and the chain; once they are known, the counter alone.
    expect(await statementsDuring(() => fortyAtOnce('TOGETHER'))).toBeLessThanOrEqual(4)
    expect(await statementsDuring(() => fortyAtOnce('TOGETHER'))).toBeLessThanOrEqual(2)
  })

  it('gives an answer again while more than half of its time remains and nothing has changed', async () => {
    await transcribe('AGAIN')
    const first = await ask('AGAIN')
    later(20)
    const second = await ask('AGAIN')
    expect(second.body).toEqual(first.body)
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
    expect(second.headers.get('cache-control')).toBe('public, max-age=40')
    later(11)
    const third = await ask('AGAIN')
    expect(third.body.at).toBe(s.clock.now().toISOString())
    expect(third.body.statement).not.toBe(first.body.statement)
  })

  it('computes anew after any act that was recorded', async () => {
    await transcribe('ANEW')
    const before = await ask('ANEW')
    later(1)
    await transcribe('ANOTHER')
    const after = await ask('ANEW')
    expect(before.body.at).not.toBe(after.body.at)
    expect(after.body.at).toBe(s.clock.now().toISOString())
  })

  it.each([1, 2, 3, 4, 5])(
    'never calls valid what was revoked before the question, however many ask (ten certificates, %i)',
    async (round) => {
      for (let i = 0; i < 10; i++) {
        const number = `REVOKED-${round}-${i}`
        await transcribe(number)
        expect((await ask(number)).body.status).toBe('in-force')
        const underWay = [ask(number), ask(number), ask(number)]
        const revoked = end(number, 'revoke', { cause: 'The readings were those of another item' })
        const meanwhile = [ask(number), ask(number), ask(number)]
        await revoked
        const afterwards = await Promise.all([ask(number), ask(number), ask(number)])
        expect(afterwards.map(({ body }) => body.status)).toEqual(['revoked', 'revoked', 'revoked'])
        await Promise.all([...underWay, ...meanwhile])
      }
    },
  )

  it('says withdrawn from the very moment on, although it was asked just before', async () => {
    await transcribe('WITHDRAWN')
    const from = new Date(s.clock.now().getTime() + 10 * secondMs).toISOString()
    await end('WITHDRAWN', 'withdraw', { from, cause: 'The standard was found damaged' })
    later(9)
    expect((await ask('WITHDRAWN')).body.status).toBe('in-force')
    later(1)
    expect((await ask('WITHDRAWN')).body.status).toBe('withdrawn')
  })

  it('says overdue from midnight on, although it was asked just before', async () => {
    s.clock.moveTo('2026-06-03T23:59:50+08:00')
    await transcribe('DUE')
    expect((await ask('DUE')).body).toMatchObject({ due: '2026-06-03', status: 'in-force' })
    later(10)
    expect((await ask('DUE')).body.status).toBe('overdue')
  })

  it('computes every answer about another moment than now', async () => {
    await transcribe('MOMENT')
    await ask('MOMENT')
    const at = '2025-06-01T00:00:00.000Z'
    const answer = must(await lab.public.get(`${validityOf('MOMENT')}?at=${at}`))
    expect(answer.body).toMatchObject({ at, status: 'not-yet-issued' })
  })

  it('keeps no more answers than it may', async () => {
    const numbers = Array.from({ length: 5 }, (_, i) => `MANY-${i}`)
    for (const number of numbers) await transcribe(number)
    const signer = { origin: testOrigin, sign: () => 'statement' }
    const limits = { mostKept: 3, mostRounds: 1, mostQuestions: 100 }
    const validity = presentValidity({ fork: () => s.orm.em.fork(), signer }, limits)
    const now = s.clock.now()
    const asked = await Promise.all([...numbers, 'NOBODY'].map((number) => validity.ask(number, now)))
    expect(asked.map((answer) => answer?.body.number)).toEqual([...numbers, undefined])
    expect(validity.kept()).toBeLessThanOrEqual(3)
    for (const number of numbers) expect((await validity.ask(number, now))?.body.number).toBe(number)
    expect(validity.kept()).toBe(3)
  })

  it('tells all who wait when the database cannot be asked, and answers the next', async () => {
    await transcribe('FAILING')
    const signer = { origin: testOrigin, sign: () => 'statement' }
    let isBroken = true
    const fork = () => {
      if (isBroken) throw new Error('no connection')
      return s.orm.em.fork()
    }
    const validity = presentValidity({ fork, signer })
    const ask = () => validity.ask('FAILING', s.clock.now())
    const failed = await Promise.allSettled([ask(), ask()])
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    isBroken = false
    expect((await ask())?.body.number).toBe('FAILING')
  })
})
