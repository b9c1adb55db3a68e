import { afterAll, describe, expect, it } from 'vitest'
import { simulatorOf } from '#compute/simulator.ts'
import { createApp } from '../../../src/app.ts'
import {
  monteCarloDisagreements,
  monteCarloTaskOf,
} from '../../metrology/monte-carlo/corpus-of-monte-carlo.ts'
import { corpus, corpusIsHere, corpusNote, disagreements } from '../../metrology/uncertainty/corpus.ts'
import { service, testKey, testOrigin } from '../../service.ts'
import { administrator, administratorKey, asking } from '../people-of-the-tests.ts'

const path = '/v1/evaluate/measurement-model'

describe.skipIf(!corpusIsHere)(`the published examples beyond first order, over HTTP${corpusNote}`, () => {
  const s = service()
  const admin = administrator(s)
  const drawn = corpus.filter((c) => c.method.includes('monte-carlo'))
  const bent = corpus.filter((c) => c.method.includes('gum-second-order'))

  it.each(drawn.map((c) => [c.id, c] as const))('%s agrees by Monte Carlo', async (_, c) => {
    const answer = await admin.post(path, monteCarloTaskOf(c))
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(monteCarloDisagreements(c, answer.body.monteCarlo)).toEqual([])
    expect(disagreements(c, 'gum', answer.body.gum)).toEqual([])
  })

  it.each(bent.map((c) => [c.id, c] as const))('%s agrees with the terms of second order', async (_, c) => {
    const { model, inputs } = c
    const answer = await admin.post(path, { method: c.method.slice(0, 2), model, inputs })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(disagreements(c, 'gumSecondOrder', answer.body.gumSecondOrder)).toEqual([])
  })

  it('are all of both', () => {
    expect([drawn.length, bent.length]).toEqual([14, 5])
  })
})

const task = {
  method: ['gum', 'monte-carlo'],
  model: { outputs: { y: 'a*b', z: 'a - b' } },
  inputs: {
    a: { estimate: '3.00', standardUncertainty: '0.1' },
    b: { readings: [2, 2.2, 1.8, 2.1], unit: 'V' },
  },
  coverage: { probability: '0.95' },
  monteCarlo: {
    trials: 60_000,
    seed: 5,
    histogram: { classes: 10 },
    jointRegions: [{ between: ['y', 'z'] }],
  },
}

describe('a Monte Carlo run that is asked for', () => {
  const s = service()
  const admin = administrator(s)
  const simulators = [1, 2, 3].map(simulatorOf)
  const refused = async (change: object) => (await admin.post(path, { ...task, ...change })).body
  afterAll(() => Promise.all(simulators.map((simulator) => simulator.close())))

  it('gives the same bytes for the same body, with one, two or three threads', async () => {
    const answers = await Promise.all(
      simulators.map(async (simulator) => {
        const { orm } = s
        const app = createApp({
          orm,
          origin: testOrigin,
          log: { debug: () => undefined, info: () => undefined, warn: console.warn, error: console.error },
          clock: s.clock.now,
          key: testKey,
          strict: true,
          simulator,
        })
        const response = await app.request(path, {
          method: 'POST',
          headers: { authorization: `Bearer ${administratorKey}`, 'content-type': 'application/json' },
          body: JSON.stringify(task),
        })
        expect(response.status).toBe(200)
        return response.text()
      }),
    )
    expect(new Set(answers).size).toBe(1)
    expect(JSON.parse(answers[0]!).monteCarlo).toMatchObject({ trials: 60_000, seed: 5, probability: 0.95 })
  })

  it('is adaptive unless a number is stated, and says where it ended and with which seed', async () => {
    const { body } = await admin.post(path, { ...task, monteCarlo: { significantDigits: 1 } })
    expect(body.monteCarlo).toMatchObject({ seed: 1, stable: true, significantDigits: 1, notFiniteTrials: 0 })
    expect(body.monteCarlo.generator).toContain('Philox4x32-10')
    expect(body.monteCarlo.validation.y).toHaveProperty('isValid')
  })

  it('is refused at the place where it cannot be made', async () => {
    expect(await refused({ monteCarlo: { trials: 10_000_001 } })).toMatchObject({
      status: 400,
      pointer: '/monteCarlo/trials',
    })
    expect(await refused({ monteCarlo: { trials: 9_000_000 } })).toMatchObject({
      code: 'monte-carlo.too-large',
      pointer: '/monteCarlo/trials',
      mostTrials: 5_000_000,
    })
    expect(
      await refused({ model: { outputs: { y: 'log(a - b)' } }, monteCarlo: { trials: 20_000 } }),
    ).toMatchObject({
      status: 422,
      code: 'monte-carlo.model-undefined',
    })
    expect(await refused({ monteCarlo: { seed: 1.5 } })).toMatchObject({
      status: 400,
      pointer: '/monteCarlo/seed',
    })
  })

  it('ends when whoever asked hangs up, and is no fault of the service', async () => {
    const before = s.complaints.length
    const asker = new AbortController()
    const asked = s.app.request(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${administratorKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...task, monteCarlo: { trials: 5_000_000 } }),
      signal: asker.signal,
    })
    setTimeout(() => asker.abort(), 200)
    expect((await asked).status).toBe(503)
    const started = performance.now()
    expect((await admin.post(path, task)).status).toBe(200)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(s.complaints.slice(before)).toEqual([])
  })

  it('is for whoever has a key', async () => {
    expect((await asking(s, undefined).post(path, task)).status).toBe(401)
  })
})
