import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluateModel } from '#metrology/measurement-model/evaluation.ts'
import { compileModel } from '#metrology/measurement-model/model.ts'
import { refused } from '../refused.ts'
import { shortestTime } from '../shortest-time.ts'

interface Hostile {
  readonly id: string
  readonly category: string
  readonly aim: string
  readonly expect: string
  readonly payload: string | { readonly parts: readonly (string | { repeat: string; times: number })[] }
  readonly variables: Readonly<Record<string, number>>
}

const file = new URL('../../../../shared/conformance/hostile/hostile-inputs.json', import.meta.url)
const isHere = existsSync(file)
const note = isHere ? '' : ' (skipped: ../shared/conformance is not on this machine)'
const { cases }: { cases: readonly Hostile[] } = isHere
  ? JSON.parse(readFileSync(file, 'utf8'))
  : { cases: [] }

const textOf = ({ payload }: Hostile) =>
  typeof payload === 'string'
    ? payload
    : payload.parts.map((p) => (typeof p === 'string' ? p : p.repeat.repeat(p.times))).join('')

const evaluate = (hostile: Hostile) =>
  evaluateModel(
    compileModel({ y: textOf(hostile) }, Object.keys(hostile.variables)),
    Object.values(hostile.variables),
  )

function attempt(hostile: Hostile): void {
  if (hostile.expect !== 'reject') return void evaluate(hostile)
  const { code, pointer } = refused(() => evaluate(hostile))
  expect(code).toMatch(/^measurement-model\./)
  expect(pointer).toBe('/model/outputs/y')
}

describe.skipIf(!isHere)(`expressions of strangers${note}`, () => {
  const expressions = cases.filter(({ category }) => category === 'expression')

  for (const hostile of expressions) {
    it(`${hostile.id} (${hostile.aim}) is ${hostile.expect === 'reject' ? 'refused' : 'read'} at once`, () => {
      expect(shortestTime(() => attempt(hostile))).toBeLessThan(50)
    })
  }

  it('leave nothing behind', () => {
    for (const hostile of expressions) if (hostile.expect === 'reject') refused(() => evaluate(hostile))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    const model = compileModel({ y: '1/3 + cos(x)' }, ['x'])
    expect(evaluateModel(model, [0])[model.outputs[0]!.slot]).toBe(1 / 3 + 1)
  })
})
