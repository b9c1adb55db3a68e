import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { laboratory, weightResult } from '../laboratory-of-the-tests.ts'
import { entry, itRefuses, model, reading, result, standard } from './bad-entries.ts'

const kg = (value: number | string) => ({ value, unit: 'kg' })
const condition = (value: object, standardUncertainty?: object) => ({
  environment: [{ quantity: 'temperature', value, ...(standardUncertainty && { standardUncertainty }) }],
})
const within = (lower: object, upper?: object) => ({
  conformity: { rule: 'simple', limits: { lower, ...(upper && { upper }) } },
})
const correlated = (...pairs: readonly [string, string, number][]) => ({
  correlations: pairs.map(([a, b, r]) => ({ between: [a, b], r })),
})
const colour = { colour: { value: 1, unit: '1' } }
const exact = { model: { outputs: { m_X: 'm' } }, inputs: { m: { estimate: 1, unit: 'kg' } } }
const noWidth = { distribution: { type: 'rectangular', halfWidth: 0 } }
const notKnown = { value: 1, unit: 'quux' }
const mismatch = 'calibration.unit-mismatch'

describe('figures that cannot be are refused with their place, and nothing is stored:', () => {
  const s = service()
  const lab = laboratory(s)

  describe('numbers', () => {
    itRefuses(s, lab, [
      reading('beyond any double', { estimate: '1e400' }, '/estimate', 'quantity.out-of-range', 400),
      reading('that would become zero', { estimate: '1e-400' }, '/estimate', 'quantity.underflow', 400),
      reading('of digits in odd groups', { estimate: '1 00' }, '/estimate', 'request.does-not-match', 400),
      reading('beyond it in their unit', { estimate: 1e305, unit: 'Mt' }, '', 'quantity.out-of-range', 400),
      result(
        'that no table can hold',
        { point: { nominal: kg('1e41') } },
        '/point/nominal/value',
        'quantity.too-long',
        400,
      ),
      result(
        'too small to be written out',
        { interval: { lower: kg('1e-60'), upper: kg(1) } },
        '/interval/lower/value',
        'quantity.too-long',
        400,
      ),
      entry(
        'of a condition beyond any double',
        condition({ value: '1e400', unit: '°C' }),
        '/environment/0/value/value',
        'quantity.out-of-range',
        400,
      ),
    ])
  })

  describe('uncertainties', () => {
    const none = condition({ value: 20, unit: '°C' }, { value: 0, unit: 'K' })
    const twice = { standardUncertainty: 1, expandedUncertainty: 2, coverageFactor: 2 }
    itRefuses(s, lab, [
      reading('below zero', { standardUncertainty: -1 }, '/standardUncertainty', 'uncertainty.negative'),
      reading(
        'of zero',
        { expandedUncertainty: 0, coverageFactor: 2 },
        '/expandedUncertainty',
        'uncertainty.zero',
      ),
      reading(
        'expanded by an unknown k',
        { expandedUncertainty: 1 },
        '/coverageFactor',
        'uncertainty.coverage-factor-missing',
      ),
      reading('in two ways', twice, '/standardUncertainty', 'uncertainty.conflicting-forms'),
      reading('of no estimate', { estimate: undefined }, '/estimate', 'uncertainty.estimate-missing'),
      reading('of no width', noWidth, '/distribution/halfWidth', 'uncertainty.half-width-not-positive'),
      standard(
        'of which only k is typed',
        { coverageFactor: 2 },
        '/expandedUncertainty',
        'uncertainty.expanded-uncertainty-missing',
      ),
      entry(
        'of a condition, of zero',
        none,
        '/environment/0/standardUncertainty/value',
        'calibration.condition-uncertain',
      ),
      result('of a result that has none', exact, '/model/outputs/m_X', 'budget.no-uncertainty'),
    ])
  })

  describe('units', () => {
    const inMetres = { usedAt: { value: { value: 1, unit: 'm' } } }
    itRefuses(s, lab, [
      reading('not known', { unit: 'quux' }, '/unit', 'unit.unknown'),
      reading('not readable', { unit: 'kg//m' }, '/unit', 'unit.syntax'),
      entry('not known of a condition', condition(notKnown), '/environment/0/value/unit', 'unit.unknown'),
      standard(
        'not known of a point of use',
        { usedAt: { value: notKnown } },
        '/usedAt/value/unit',
        'unit.unknown',
      ),
      standard('of another dimension than the standard', { unit: 'm' }, '/unit', 'unit.other-dimension'),
      standard('of another dimension at the point of use', inMetres, '/usedAt/value/unit', mismatch),
      result('of another dimension than the kind', { unit: 'm' }, '/unit', mismatch),
      result(
        'of another dimension for the nominal value',
        { unit: undefined, point: { nominal: { value: 10, unit: 'N' } } },
        '/point/nominal/unit',
        mismatch,
      ),
      result(
        'of another dimension for a limit',
        within({ value: 1, unit: 'm' }),
        '/conformity/limits/lower',
        'unit.other-dimension',
      ),
    ])
  })

  describe('points', () => {
    const reversed = { lower: kg(2), upper: kg(1) }
    const coloured = { point: { nominal: kg(10), parameters: colour } }
    itRefuses(s, lab, [
      result(
        'with a parameter of no kind',
        coloured,
        '/point/parameters/colour',
        'calibration.unknown-parameter',
      ),
      standard(
        'of use with a parameter of no standard',
        { usedAt: { parameters: colour } },
        '/usedAt/parameters/colour',
        'calibration.unknown-parameter',
      ),
      result('between reversed ends', { interval: reversed }, '/interval', 'calibration.interval-reversed'),
      result('within reversed limits', within(kg(11), kg(9)), '/conformity', 'conformity.limits-reversed'),
      entry(
        'of two results with one code',
        { results: [weightResult(), weightResult()] },
        '/results/1/code',
        'calibration.repeated-result-code',
      ),
    ])
  })

  describe('models', () => {
    const sum = 'm_S + dm_D + dm + dm_C + dB'
    itRefuses(s, lab, [
      model('with an undeclared symbol', `${sum} + q`, 'measurement-model.undeclared-input'),
      model('with a function that is not listed', `import(${sum})`, 'measurement-model.not-allowed'),
      model('that assign', 'm_S = 1', 'measurement-model.not-allowed'),
      model('that reach into objects', 'm_S.constructor', 'measurement-model.not-allowed'),
      model('that end too early', 'm_S +', 'measurement-model.syntax'),
      model('that divide by zero', 'm_S * (dm_D + dm) / (dm_C - dB)', 'measurement-model.not-finite'),
      model('that use themselves', `${sum} + m_X`, 'measurement-model.used-before-defined'),
      model('deeper than is read', `${'('.repeat(80)}m_S${')'.repeat(80)}`, 'measurement-model.too-long'),
      result('without the output', { output: 'm_Y' }, '/output', 'budget.unknown-output'),
    ])
  })

  describe('correlations', () => {
    const impossible = correlated(['dm', 'dB', 0.9], ['dB', 'dm_C', 0.9], ['dm', 'dm_C', -0.9])
    const twice = correlated(['dm', 'dB', 0.5], ['dB', 'dm', 0.5])
    const unknown = correlated(['dm', 'nothing', 0.5])
    const own = correlated(['dm', 'dm', 0.5])
    itRefuses(s, lab, [
      result('with nothing', unknown, '/correlations/0/between/1', 'uncertainty.unknown-input'),
      result('with itself', own, '/correlations/0/between/1', 'uncertainty.correlation-with-itself'),
      result('stated twice', twice, '/correlations/1/between', 'uncertainty.correlation-twice'),
      result(
        'that no quantities can have',
        impossible,
        '/correlations',
        'uncertainty.correlations-impossible',
      ),
      result(
        'of readings that were not taken',
        { correlationsFromReadings: ['dm', 'dB'] },
        '/correlationsFromReadings/0',
        'uncertainty.not-observed-together',
      ),
    ])
  })

  it('without a single failure of ours', () => {
    expect(s.complaints).toEqual([])
  })
})
