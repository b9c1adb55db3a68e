import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { simulatorOf } from '#compute/simulator.ts'
import { undertake, type Undertaking } from '#metrology/monte-carlo/evaluate-monte-carlo.ts'
import { run } from '#metrology/monte-carlo/run.ts'
import type { Conclusion } from '#metrology/monte-carlo/conclusion.ts'
import { massCalibrationByHand } from './peers/mass-calibration.ts'
import type { Row } from './row.ts'

/** JCGM 101:2008, 9.3: two normal and three rectangular inputs. */
const task = (seed: number, trials: number | undefined) => ({
  method: ['monte-carlo'],
  model: { outputs: { dm: '(m_Rc + dm_Rc)*(1 + (rho_a - rho_a0)*(1/rho_W - 1/rho_R)) - m_nom' } },
  inputs: {
    m_Rc: { estimate: 100_000, standardUncertainty: 0.05 },
    dm_Rc: { estimate: 1.234, standardUncertainty: 0.02 },
    rho_a: { estimate: 1.2, distribution: { type: 'rectangular', halfWidth: 0.1 } },
    rho_W: { estimate: 8000, distribution: { type: 'rectangular', halfWidth: 1000 } },
    rho_R: { estimate: 8000, distribution: { type: 'rectangular', halfWidth: 50 } },
    rho_a0: { estimate: 1.2 },
    m_nom: { estimate: 100_000 },
  },
  monteCarlo: { seed, ...(trials !== undefined && { trials }) },
})
const repetitions = 9
/** Exact, from the corpus of published examples. */
const exact = 0.07547974

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

async function milliseconds(work: (seed: number) => Promise<number> | number): Promise<number> {
  const times: number[] = []
  for (let seed = 0; seed < repetitions + 2; seed++) {
    const started = performance.now()
    const u = await work(seed)
    times.push(performance.now() - started)
    if (Math.abs(u - exact) > 0.0004) throw new Error(`u = ${u}`)
  }
  return median(times.slice(2))
}

/** Compiled and run in a folder of its own; nothing where there is no compiler. */
function inC(): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'etalon-bench-'))
  try {
    const program = join(folder, 'mass-calibration')
    const source = fileURLToPath(new URL('peers/mass-calibration.c', import.meta.url))
    execFileSync('cc', ['-O3', '-o', program, source, '-lm'], { stdio: 'ignore' })
    const lines = execFileSync(program, { encoding: 'utf8' }).trim().split('\n')
    return median(lines.map((line) => Number(line.split(' ')[0])))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const uOf = (undertaking: Undertaking, conclusion: Conclusion) =>
  undertaking.answer(conclusion).monteCarlo?.outputs['dm']?.standardDeviation ?? Number.NaN

/** From the text of the model to mean, u, median and both intervals. */
export async function benchMonteCarlo(): Promise<Row[]> {
  const c = inC()
  const byHand = await milliseconds(() => massCalibrationByHand().u)
  const alone = await milliseconds((seed) => {
    const undertaking = undertake(task(seed, 1_000_000))
    return uOf(undertaking, run(undertaking.simulation))
  })
  const simulator = simulatorOf(2)
  const onThreads = (trials: number | undefined) =>
    milliseconds(async (seed) => {
      const undertaking = undertake(task(seed, trials))
      const { signal } = new AbortController()
      return uOf(undertaking, await simulator.simulate(undertaking.simulation, signal))
    })
  const together = await onThreads(1_000_000)
  const adaptive = await onThreads(undefined)
  await simulator.close()
  const limit = c === undefined ? {} : { limit: { what: 'C -O3, one thread', figure: c } }
  const loop = { what: 'a loop in JavaScript', figure: byHand }
  const name = 'Monte Carlo, 10⁶ trials of five inputs, complete'
  return [
    { name, unit: 'ms', ...limit, ours: alone, ...(c !== undefined && { target: { ratioAtMost: 2.5 } }) },
    {
      name: `${name}, two threads`,
      unit: 'ms',
      ...limit,
      ours: together,
      ...(c !== undefined && { target: { ratioAtMost: 1.5 } }),
    },
    { name: `${name}, against plain code`, unit: 'ms', limit: loop, ours: alone },
    { name: 'Monte Carlo, adaptive to two digits, two threads', unit: 'ms', ours: adaptive },
  ]
}

if (import.meta.main) {
  const { judged, tableOf } = await import('./row.ts')
  console.log(tableOf((await benchMonteCarlo()).map(judged)))
}
