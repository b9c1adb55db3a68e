import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnCode, columnText } from '#metrology/measurement-model/code/column-code.ts'
import { gradientCode, gradientText } from '#metrology/measurement-model/code/gradient-code.ts'
import { evaluateModel, outputsAt, valueOf } from '#metrology/measurement-model/evaluation.ts'
import { interpreted } from '#metrology/measurement-model/evaluator.ts'
import { compileExpression, compileModel } from '#metrology/measurement-model/model.ts'
import { Refusal } from '#refusal.ts'
import { moderate } from '../../../arbitraries.ts'
import { refused } from '../../refused.ts'
import { modelText, names } from '../random-model.ts'

/** The whole alphabet of what is ever handed to the engine as code. */
const words = /^(?:const|let|for|return|if|undefined|use|strict|at|value|slope|secondSlope|sensitivities)$/
const tokens = /[A-Za-z_]\w*|\d[\w.]*(?:e[+-]\d+)?|'use strict'|[-+*/=<!?:;,.()[\]{}>]/g
const isOurs = (token: string) => words.test(token) || /^(?:[acfgostv]\d+|[cinox])$/.test(token)

function strangers(text: string): string[] {
  const found = text.match(tokens) ?? []
  expect(found.join('')).toBe(text.replaceAll(' ', ''))
  return found.filter((token) => /^[A-Za-z_]/.test(token) && !isOurs(token))
}

const corners = [
  'abs(a)',
  'min(a, b, c)',
  'max(a, b)',
  'a^b^c',
  '2^a',
  '(-a)^3',
  'a^0',
  'a/b/c',
  '-(-a)',
  '7',
  'a',
]

describe('code made from a model', () => {
  const estimates = fc.tuple(
    ...names.map(() =>
      fc.oneof(
        moderate,
        moderate.map((x) => -x),
        fc.constantFrom(0, 1, 1e308, 1e-308),
      ),
    ),
  )

  it('gives value and sensitivities as the list of steps does, bit for bit, for every operation', () => {
    fc.assert(
      fc.property(fc.oneof(modelText, fc.constantFrom(...corners)), estimates, (text, x) => {
        const { program, outputs } = compileExpression(text, names)
        expect(gradientCode(program, outputs)(x)).toStrictEqual(interpreted(program, outputs, x))
      }),
      { numRuns: 2000 },
    )
  })

  it('gives columns of trials as the list of steps does, with constants and without', () => {
    fc.assert(
      fc.property(modelText, fc.array(estimates, { minLength: 1, maxLength: 5 }), (text, trials) => {
        const model = compileExpression(text, names)
        const constants = new Map([[1, trials[0]![1]!]])
        const slots = model.outputs.map(({ slot }) => slot)
        const columns = names.map((_, i) => Float64Array.from(trials, (x) => x[i]!))
        const result = new Float64Array(trials.length)
        columnCode({ program: model.program, outputs: slots, constants })(columns, trials.length, [result])
        for (const [k, x] of trials.entries()) {
          try {
            const value = valueOf(evaluateModel(model, x.with(1, trials[0]![1]!)), model.outputs[0]!)
            expect(result[k]! + 0).toBe(value)
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('contains nothing of the text of a model: no name of a quantity, no word of a function', () => {
    fc.assert(
      fc.property(modelText, (text) => {
        const { program, outputs } = compileExpression(text, names)
        expect(strangers(gradientText(program, outputs))).toEqual([])
        const slots = outputs.map(({ slot }) => slot)
        expect(strangers(columnText({ program, outputs: slots, constants: new Map([[0, 1]]) }))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is refused a program that no reader has made', () => {
    const { program, outputs } = compileExpression('a + 1', ['a'])
    const forged = { ...program, slots: [0, 'process.exit()' as unknown as number, 0] }
    expect(() => gradientText(forged, outputs)).toThrow('not a constant')
    const elsewhere = { ...program, steps: [{ ...program.steps[0]!, to: '0;x' as unknown as number }] }
    expect(() => gradientText(elsewhere, outputs)).toThrow('not the number of a slot')
  })

  it('takes over after many evaluations, and no digit and no refusal tells', () => {
    const model = compileModel({ u: 'a/b', v: 'log(u)*a' }, ['a', 'b'])
    const first = outputsAt(model, [3, 7])
    for (let i = 0; i < 600; i++) expect(outputsAt(model, [3, 7])).toStrictEqual(first)
    expect(refused(() => outputsAt(model, [3, 0]))).toMatchObject({ pointer: '/model/outputs/u' })
    expect(refused(() => outputsAt(model, [-3, 7]))).toMatchObject({ pointer: '/model/outputs/v' })
  })

  it('longer than the engine would optimise is not made: the steps are taken one by one', () => {
    const text = Array.from({ length: 190 }, () => 'a*a').join('+')
    const outputs = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`y${i}`, text]))
    const model = compileModel(outputs, ['a'])
    const results = model.outputs.map(() => new Float64Array(2))
    const slots = model.outputs.map(({ slot }) => slot)
    const evaluate = columnCode({ program: model.program, outputs: slots, constants: new Map() })
    evaluate([Float64Array.of(1, 2)], 2, results)
    expect(results.map((column) => [...column])).toEqual(results.map(() => [190, 760]))
  })
})
