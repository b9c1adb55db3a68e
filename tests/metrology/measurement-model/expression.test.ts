import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateModel, valueOf } from '#metrology/measurement-model/evaluation.ts'
import { compileExpression, compileModel } from '#metrology/measurement-model/model.ts'
import { Refusal } from '#refusal.ts'
import { refused } from '../refused.ts'
import { shortestTime } from '../shortest-time.ts'

const quantities = { x: 1.5, t: 20.5 }

function valueAt(text: string, at: Readonly<Record<string, number>> = quantities): number {
  const model = compileExpression(text, Object.keys(at))
  return valueOf(evaluateModel(model, Object.values(at)), model.outputs[0]!)
}

describe('the text of a measurement model', () => {
  it.each([
    ['x + t*2', 1.5 + 41],
    ['-2^2', -4],
    ['2^3^2', 512],
    ['2^-x', 2 ** -1.5],
    ['6/2/3', 1],
    ['1 - 2 - 3', -4],
    ['-x^2', -2.25],
    ['+x', 1.5],
    ['--x', 1.5],
    ['pi', Math.PI],
    ['2.5e-3*x', 0.0025 * 1.5],
    ['log(exp(x))', 1.5],
    ['log10(1000)', 3],
    ['atan2(x, -t)', Math.atan2(1.5, -20.5)],
    ['hypot(3, 4, 12)', 13],
    ['max(x, t, 7)', 20.5],
    ['min(x, t, 7)', 1.5],
    ['x\n  + t', 22],
    ['((((x))))', 1.5],
  ])('%s means what it means in mathjs', (text, expected) => {
    expect(valueAt(text)).toBeCloseTo(expected, 12)
  })

  it('a result of minus zero is zero', () => {
    expect(Object.is(valueAt('-x*0'), 0)).toBe(true)
  })

  it.each([
    ['x +', 'syntax', 'character 4'],
    ['(x', 'syntax', 'character 3'],
    ['', 'syntax', 'empty'],
    ['   ', 'syntax', 'empty'],
    ['x + $t', 'not-allowed', 'character 5'],
    ['x.constructor', 'not-allowed', 'character 2'],
    ['x; t', 'not-allowed', 'character 2'],
    ['x = 5', 'not-allowed', 'character 3'],
    ['"x"', 'not-allowed', 'character 1'],
    ['[x]', 'not-allowed', 'character 1'],
    ['x ? 1 : 2', 'not-allowed', 'character 3'],
    ["x'", 'not-allowed', 'character 2'],
    ['x!', 'not-allowed', 'character 2'],
    ['50%', 'not-allowed', 'character 3'],
    ['0x10', 'not-allowed', 'character 1'],
    ['.5', 'not-allowed', 'character 1'],
    ['x mod t', 'not-allowed', 'character 3'],
    ['x to t', 'not-allowed', 'character 3'],
    ['not x', 'not-allowed', 'character 1'],
    ['true', 'not-allowed', 'character 1'],
    ['NaN', 'not-allowed', 'character 1'],
    ['1/2 x', 'not-allowed', 'character 5'],
    ['2x', 'not-allowed', 'character 1'],
    ['(x)(t)', 'not-allowed', 'character 4'],
    ['x(t)', 'not-allowed', 'no function "x"'],
    ['gamma(x)', 'not-allowed', 'no function "gamma"'],
    ['evaluate(x)', 'not-allowed', 'no function "evaluate"'],
    ['sqrt(x, t)', 'not-allowed', '2 arguments'],
    ['atan2(x)', 'not-allowed', '1 arguments'],
    ['9007199254740993', 'not-allowed', 'double'],
    ['1e999', 'not-allowed', 'double'],
    ['1e-999', 'not-allowed', 'double'],
    ['0.123456789012345678', 'not-allowed', 'double'],
    ['m + 1', 'undeclared-input', 'character 1'],
    ['x + e', 'undeclared-input', 'character 5'],
    ['i*x', 'undeclared-input', 'character 1'],
    ['sqrt', 'undeclared-input', 'character 1'],
    ['constructor', 'undeclared-input', 'character 1'],
    ['x + '.repeat(600) + 'x', 'too-long', '2401 characters'],
    ['('.repeat(61) + 'x' + ')'.repeat(61), 'too-long', 'character 61'],
    ['-'.repeat(101) + 'x', 'too-long', 'character 101'],
    ['x' + '+x'.repeat(250), 'too-long', 'too deep'],
    ['a'.repeat(33), 'too-long', '33 characters'],
    ['x + 1/(t - 20.5)', 'not-finite', 'character 6'],
    ['sqrt(-x)', 'not-finite', 'character 1'],
    ['atan(1/0)', 'not-finite', 'character 7'],
    ['x + log(0)', 'not-finite', 'character 5'],
    ['10^400', 'not-finite', 'character 3'],
  ])('%s is refused, and the place is told', (text, code, place) => {
    const refusal = refused(() => valueAt(text))
    expect(refusal.code).toBe(`measurement-model.${code}`)
    expect(refusal.detail).toContain(place)
  })

  it('a sum of 190 terms is not too long', () => {
    expect(valueAt(['x', ...Array.from({ length: 189 }, () => 't')].join('+'))).toBeCloseTo(
      1.5 + 189 * 20.5,
      9,
    )
  })

  it('any text at all is either a finite number or a refusal, within 50 ms', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'x',
        't',
        '1',
        '2.5',
        '1e300',
        '+',
        '-',
        '*',
        '/',
        '^',
        '(',
        ')',
        ',',
        ' ',
        'sqrt',
        'log(',
        'min(',
        'y',
        '=',
        "'",
        '\n',
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((p) => p.join('')),
          fc.string({ unit: 'binary', maxLength: 80 }),
        ),
        (text) => {
          const attempt = () => {
            try {
              expect(Number.isFinite(valueAt(text))).toBe(true)
            } catch (error) {
              expect(error).toBeInstanceOf(Refusal)
            }
          }
          expect(shortestTime(attempt)).toBeLessThan(50)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the names of a measurement model', () => {
  it.each([
    'pi',
    'sqrt',
    'mod',
    'in',
    'to',
    'true',
    'NaN',
    '2a',
    'a-b',
    'größe',
    '__proto__',
    'a'.repeat(33),
    'a/b',
  ])('an input cannot be called %s', (name) => {
    const refusal = refused(() => compileModel({ y: '1' }, [name]))
    expect(refusal.code).toBe('measurement-model.name-not-possible')
    expect(refusal.pointer).toBe(`/inputs/${name.replaceAll('/', '~1')}`)
  })

  it('a quantity may be called as a constant or a unit of mathjs is', () => {
    expect(valueAt('e + i + m + phi', { e: 1, i: 2, m: 3, phi: 4 })).toBe(10)
  })

  it('a name stands for one quantity only', () => {
    expect(refused(() => compileModel({ x: '1' }, ['x'])).code).toBe('measurement-model.name-twice')
    expect(refused(() => compileModel({ y: '1' }, ['x', 'x'])).code).toBe('measurement-model.name-twice')
  })
})
