import { describe, expect, it } from 'vitest'
import { evaluateModel, valueOf } from '#metrology/measurement-model/evaluation.ts'
import { rememberingModels } from '#metrology/measurement-model/model-cache.ts'
import { compileModel } from '#metrology/measurement-model/model.ts'
import { refused } from '../refused.ts'

describe('a model with several outputs', () => {
  it('an output may use the outputs defined before it', () => {
    const model = compileModel({ V: 'a + b', c: '1000*m/V', d: 'c*V' }, ['a', 'b', 'm'])
    const values = evaluateModel(model, [1, 3, 8])
    expect(model.outputs.map((output) => valueOf(values, output))).toEqual([4, 2000, 8000])
  })

  it('knows which inputs each output depends on, also through another output', () => {
    const model = compileModel({ V: 'a + b', c: 'm/V', d: 'k' }, ['k', 'm', 'a', 'b'])
    expect(model.outputs.map(({ uses }) => uses)).toEqual([[2, 3], [1, 2, 3], [0]])
  })

  it('an output is not defined by itself, nor by one that comes later', () => {
    const itself = refused(() => compileModel({ y: 'x + y' }, ['x']))
    expect(itself).toMatchObject({
      code: 'measurement-model.used-before-defined',
      pointer: '/model/outputs/y',
    })
    const later = refused(() => compileModel({ y: 'z', z: 'y' }, ['x']))
    expect(later).toMatchObject({
      code: 'measurement-model.used-before-defined',
      pointer: '/model/outputs/y',
    })
  })

  it('a step without a finite result is told with the output it stands in', () => {
    const model = compileModel({ a: 'x - 1', b: '2/a', c: 'b + a' }, ['x'])
    expect(refused(() => evaluateModel(model, [1]))).toMatchObject({
      code: 'measurement-model.not-finite',
      pointer: '/model/outputs/b',
      detail: 'The operation at character 2 has no finite result at the estimates',
    })
  })

  it('doubling in a chain of outputs costs a step for each, not a doubled text', () => {
    const outputs = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`y${i}`, i === 0 ? 'x' : `y${i - 1} + y${i - 1}`]),
    )
    const model = compileModel(outputs, ['x'])
    expect(model.program.steps.length).toBe(59)
    expect(valueOf(evaluateModel(model, [1]), model.outputs[59]!)).toBe(2 ** 59)
  })
})

describe('models that were compiled before', () => {
  it('are the same program for the same text and inputs, and another for others', () => {
    const known = rememberingModels(compileModel, 1000)
    expect(known({ y: 'a+b' }, ['a', 'b'])).toBe(known({ y: 'a+b' }, ['a', 'b']))
    expect(known({ y: 'a+b' }, ['b', 'a'])).not.toBe(known({ y: 'a+b' }, ['a', 'b']))
    expect(known({ z: 'a+b' }, ['a', 'b']).outputs[0]!.name).toBe('z')
  })

  it('take up a bounded space: the one not used for longest gives way', () => {
    let compiled = 0
    const counted: typeof compileModel = (outputs, inputs) => {
      compiled++
      return compileModel(outputs, inputs)
    }
    const known = rememberingModels(counted, 100)
    const first = known({ y: 'a+b' }, ['a', 'b'])
    for (let i = 0; i < 500; i++) {
      known({ y: `a+b+${i}` }, ['a', 'b'])
      expect(known({ y: 'a+b' }, ['a', 'b'])).toBe(first)
    }
    expect(compiled).toBe(501)
    known({ y: 'a+b+0' }, ['a', 'b'])
    expect(compiled).toBe(502)
  })
})
