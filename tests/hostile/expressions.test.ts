import { afterAll, describe, expect, it } from 'vitest'
import { service } from '../service.ts'
import { exampleRegistry } from './example-registry.ts'
import { casesFor, isListHere, valueOf, type HostileCase } from './hostile-inputs.ts'
import { brokenPromises } from './outcome.ts'
import { runningProcess } from './running-process.ts'
import { undoing } from './undone.ts'
import { initOf, targetOf, validRequests } from './valid-requests.ts'

const s = service()
const registry = exampleRegistry(s)
const etalon = runningProcess(s)
const askUndone = undoing(s)

const requestTo = (id: string) => {
  const [request] = validRequests(registry).get(id) ?? []
  if (!request) throw new Error(`There is no example of ${id}`)
  return request
}

const inputsOf = ({ variables = {} }: HostileCase) =>
  Object.fromEntries(
    Object.entries(variables).map(([name, estimate]) => [
      name,
      { estimate, standardUncertainty: 0.01, unit: '1' },
    ]),
  )

const asTask = (hostile: HostileCase) => ({
  ...requestTo('evaluate-measurement-model'),
  body: { method: ['gum'], model: { outputs: { y: valueOf(hostile.payload) } }, inputs: inputsOf(hostile) },
})

/** As part of the model of the first result, a mass; the figures are those of the case, which are numbers. */
function asCalibration(hostile: HostileCase, id: 'log-calibration' | 'revise-calibration') {
  const request = requestTo(id)
  const entry = request.body as { results: object[] }
  const { conformity: _, ...result } = entry.results[0] as Record<string, unknown>
  const changed = {
    ...result,
    model: { outputs: { y: valueOf(hostile.payload), mass_of_y: 'y * one_kilogram' } },
    output: 'mass_of_y',
    inputs: { ...inputsOf(hostile), one_kilogram: { estimate: 1, unit: 'kg' } },
  }
  return { ...request, body: { ...entry, results: [changed] } }
}

/** As what a competence says of its uncertainty: `x` is the value there. */
function asCapability(hostile: HostileCase) {
  const request = requestTo('register-competence')
  const entry = request.body as { scope: object }
  const uncertainty = { form: 'expression', unit: 'kg', expression: valueOf(hostile.payload) }
  return { ...request, body: { ...entry, scope: { ...entry.scope, uncertainty } } }
}

// The list lies beside this repository where the conformance corpus is checked out.
describe.skipIf(!isListHere)('an expression of a stranger', () => {
  const refused = casesFor('expression').filter(([, { expect: expected }]) => expected === 'reject')
  afterAll(() => expect(etalon.isRunning()).toBe(true))

  it.each(casesFor('expression'))('is evaluated, or refused with its place: %s', async (_, hostile) => {
    const request = asTask(hostile)
    const answer = await etalon.ask(targetOf(request), initOf(request))
    const { operation } = request
    const pointer = '/model/outputs/y'
    expect(brokenPromises(answer, { operation, expect: hostile.expect, pointer })).toEqual([])
  })

  it.each(casesFor('expression'))('is saved and evaluated, or refused: %s', async (_, hostile) => {
    for (const id of ['log-calibration', 'revise-calibration'] as const) {
      const request = asCalibration(hostile, id)
      const answer = await askUndone(targetOf(request), initOf(request))
      const { operation } = request
      const pointer = '/results/0/model/outputs/y'
      expect(brokenPromises(answer, { operation, expect: hostile.expect, pointer })).toEqual([])
    }
  })

  it.each(refused)('is no competence: %s', async (_, hostile) => {
    const request = asCapability(hostile)
    const answer = await askUndone(targetOf(request), initOf(request))
    const { operation } = request
    const pointer = '/scope/uncertainty/expression'
    expect(brokenPromises(answer, { operation, expect: 'reject', pointer })).toEqual([])
  })

  it('changes no later result and leaves the memory at its level, however often it is sent', async () => {
    const request = requestTo('evaluate-measurement-model')
    const result = async () => (await etalon.ask(targetOf(request), initOf(request))).text
    const askAll = async () => {
      for (const task of refused.map(([, hostile]) => asTask(hostile)))
        await etalon.ask(targetOf(task), initOf(task))
      return { text: await result(), megabytes: await etalon.residentMegabytes() }
    }
    const untouched = await result()
    const before = await askAll()
    const after = await askAll()
    expect(before.text).toBe(untouched)
    expect(after.text).toBe(untouched)
    expect(after.megabytes - before.megabytes).toBeLessThan(32)
  })
})
