import { afterAll, describe, expect, it } from 'vitest'
import { simulatorOf, type Simulator } from '#compute/simulator.ts'
import { undertake } from '#metrology/monte-carlo/evaluate-monte-carlo.ts'
import { run } from '#metrology/monte-carlo/run.ts'
import type { MonteCarloTask } from '#metrology/monte-carlo/simulation-of-task.ts'
import { Refusal } from '#refusal.ts'

const task: MonteCarloTask = {
  method: ['monte-carlo'],
  model: { outputs: { y: '(a + b)*c', z: 'a/c' } },
  inputs: {
    a: { estimate: 10, standardUncertainty: 0.3 },
    b: { readings: [1.1, 0.9, 1.05, 0.97] },
    c: { estimate: 2, distribution: { type: 'rectangular', halfWidth: 0.1 } },
  },
  monteCarlo: { trials: 250_000, seed: 11, jointRegions: [{ between: ['y', 'z'] }] },
}
const simulationOf = (monteCarlo: NonNullable<MonteCarloTask['monteCarlo']>) =>
  undertake({ ...task, monteCarlo }).simulation
/** Many seconds of one thread. */
const long = simulationOf({ trials: 5_000_000 })
const short = simulationOf({ trials: 20_000 })

const started: Simulator[] = []
function threads(size: number): Simulator {
  const simulator = simulatorOf(size)
  started.push(simulator)
  return simulator
}
afterAll(() => Promise.all(started.map((simulator) => simulator.close())))

const unheard = () => new AbortController().signal
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => error,
  )

describe('a simulation on threads', () => {
  const { simulation } = undertake(task)
  const adaptive = simulationOf({ seed: 3, significantDigits: 1 })
  const expected = [simulation, adaptive].map((each) => JSON.stringify(run(each)))

  it.each([1, 2, 3])('comes to the same bytes with %s of them as without any', async (size) => {
    const simulator = threads(size)
    const found = await Promise.all([simulation, adaptive].map((each) => simulator.simulate(each, unheard())))
    expect(found.map((each) => JSON.stringify(each))).toEqual(expected)
  })

  it('leaves the thread that answers requests alone: all of a million trials cost it less than 50 ms', async () => {
    const simulator = threads(2)
    await simulator.simulate(short, unheard())
    const before = process.threadCpuUsage()
    await simulator.simulate(simulationOf({ trials: 1_000_000 }), unheard())
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(50)
  })
})

describe('whoever hangs up', () => {
  it('is not computed for: the run ends and its thread is free for the next', async () => {
    const simulator = threads(1)
    const asker = new AbortController()
    const asked = reasonOf(simulator.simulate(long, asker.signal))
    setTimeout(() => asker.abort(new Error('gone')), 100)
    expect(await asked).toEqual(new Error('gone'))
    const started = performance.now()
    await simulator.simulate(short, unheard())
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('before the turn came is not waited for', async () => {
    const simulator = threads(1)
    const [first, second] = [new AbortController(), new AbortController()]
    const [ahead, behind] = [first, second].map((each) => reasonOf(simulator.simulate(long, each.signal)))
    second.abort(new Error('gone'))
    expect(await behind).toEqual(new Error('gone'))
    first.abort(new Error('gone too'))
    expect(await ahead).toEqual(new Error('gone too'))
    expect(await reasonOf(simulator.simulate(short, AbortSignal.abort(new Error('late'))))).toEqual(
      new Error('late'),
    )
  })
})

describe('many at once', () => {
  it('take turns, and those beyond the waiting line are refused', async () => {
    const simulator = threads(1)
    const askers = Array.from({ length: 40 }, () => new AbortController())
    const answers = askers.map((asker) => reasonOf(simulator.simulate(short, asker.signal)))
    const refused = await Promise.all(answers.slice(33))
    expect(refused.every((each) => each instanceof Refusal && each.definition.kind === 'exhausted')).toBe(
      true,
    )
    expect(await Promise.all(answers.slice(0, 33))).toEqual(Array.from({ length: 33 }, () => 'nothing'))
  })

  it('share the threads, so that a short run ends before a long one that began earlier', async () => {
    const simulator = threads(2)
    const asker = new AbortController()
    const ended: string[] = []
    const slow = reasonOf(simulator.simulate(long, asker.signal)).then(() => ended.push('long'))
    await simulator.simulate(short, unheard())
    ended.push('short')
    asker.abort()
    await slow
    expect(ended).toEqual(['short', 'long'])
  })
})

describe('a simulation that fails by a mistake of ours', () => {
  it('is told to whoever asked, and the thread goes on', async () => {
    const simulator = threads(1)
    const broken = { ...short, draws: new Map([[0, { kind: 'unheard-of' } as never]]) }
    expect(await reasonOf(simulator.simulate(broken, unheard()))).toBeInstanceOf(Error)
    expect((await simulator.simulate(short, unheard())).trials).toBe(20_000)
  })
})
