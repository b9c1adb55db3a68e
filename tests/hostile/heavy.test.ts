import { describe, expect, it } from 'vitest'
import { service } from '../service.ts'
import { exampleRegistry } from './example-registry.ts'
import { brokenPromises } from './outcome.ts'
import { undoing } from './undone.ts'
import { initOf, targetOf, validRequests } from './valid-requests.ts'

/** As much as one message may ask for: the limits of the schemas and of the body, used up. */
const s = service()
const registry = exampleRegistry(s)
const ask = undoing(s)

interface Entry {
  readonly results: readonly object[]
  readonly components: readonly object[]
}

function exampleOf(id: string) {
  const [request] = validRequests(registry).get(id) ?? []
  if (!request) throw new Error(`There is no example of ${id}`)
  return { ...request, body: request.body as Entry }
}

async function brokenBy(id: string, body: object): Promise<string[]> {
  const request = { ...exampleOf(id), body }
  const answer = await ask(targetOf(request), initOf(request))
  return brokenPromises(answer, { operation: request.operation, expect: 'accept' })
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => i)
const symbols = numbered(64).map((i) => `x${i}`)
const outputs = (expression: string) => Object.fromEntries(numbered(16).map((i) => [`y${i}`, expression]))
const certain = Object.fromEntries(
  symbols.map((symbol) => [symbol, { estimate: 1.5, standardUncertainty: 0.1 }]),
)
const observed = Object.fromEntries(
  symbols.slice(0, 9).map((symbol) => [symbol, { readings: numbered(10_000).map((i) => i % 7) }]),
)
const pairs = symbols.flatMap((a, i) => symbols.slice(0, i).map((b) => ({ between: [a, b], r: 0.001 })))
const powers = symbols.map((symbol, i) => `${symbol}^${symbols[(i + 1) % 64]}`)

const tasks: readonly (readonly [string, object])[] = [
  ['products, with formulas', { outputs: outputs(symbols.join(' * ')), inputs: certain, formulas: true }],
  ['powers, with formulas', { outputs: outputs(powers.join(' * ')), inputs: certain, formulas: true }],
  [
    'every two inputs correlated',
    { outputs: { y: symbols.join(' + ') }, inputs: certain, correlations: pairs },
  ],
  [
    'readings that were taken together',
    {
      outputs: { y: symbols.slice(0, 9).join(' + ') },
      inputs: observed,
      correlationsFromReadings: symbols.slice(0, 9),
    },
  ],
]

describe('the most that one message may ask for is answered within a second:', () => {
  it.each(tasks)('a model of %s', async (_, { outputs: stated, ...task }: { outputs?: object }) => {
    const body = { method: ['gum'], model: { outputs: stated }, coverage: { k: 2 }, ...task }
    expect(await brokenBy('evaluate-measurement-model', body)).toEqual([])
  })

  it.each(['log-calibration', 'transcribe-certificate'])('two hundred results: %s', async (id) => {
    const { body } = exampleOf(id)
    const results = numbered(200).map((i) => ({ ...body.results[0], code: `r${i}` }))
    expect(await brokenBy(id, { ...body, results })).toEqual([])
  })

  it('an instrument of two hundred channels', async () => {
    const { body } = exampleOf('register-equipment')
    const range = { lower: '1', upper: '10', unit: 'kg' }
    const intervals = numbered(10).map(() => ({ measurandKind: 'mass.conventional', range }))
    const components = numbered(200).map((i) => ({ code: `c${i}`, intervals }))
    expect(await brokenBy('register-equipment', { ...body, components })).toEqual([])
  })

  it('the validity of a thousand certificates', async () => {
    const items = numbered(1000).map((i) => ({
      number: i % 2 === 0 ? 'EX-2026-0001' : 'EX-NMI-2025-0001',
      at: `2026-03-02T08:00:00.${String(i).padStart(3, '0')}Z`,
    }))
    expect(await brokenBy('validity-of-certificates', { items })).toEqual([])
  })
})
