import { describe, expect, it } from 'vitest'
import type { RealForm } from '#exchange/dcc/reading/quantities/dcc-quantity.ts'
import type { CertificateSource, SourceResult } from '#exchange/dcc/writing/certificate-source.ts'
import { example, temperatureResult } from './certificate-example.ts'
import { faultsOf, oddities } from './read-back.ts'
import { measured, read, withResults, written } from './written.ts'

const forms = (source: CertificateSource) =>
  measured(source)?.forms.map((form) => {
    const { values, units, uncertainty } = form as RealForm
    return [values[0], units[0]?.written, uncertainty?.values[0]]
  })

const coverageOf = (reported: SourceResult['reported']) => {
  const form = measured(withResults({ reported }))?.forms[0] as RealForm
  return [form.uncertainty?.coverageFactors[0], form.uncertainty?.coverageProbabilities[0]]
}

describe('units in D-SI', () => {
  it('a Celsius temperature stands beside the same in kelvin, with the same uncertainty', () => {
    expect(forms(example)).toEqual([
      ['333.174', '\\kelvin', '0.042'],
      ['60.024', '\\degreecelsius', '0.042'],
    ])
  })

  it('an error in °C is a difference, and no temperature', () => {
    const source = withResults({
      measurandKind: 'temperature.indication-error',
      reported: { value: '-0.12', expandedUncertainty: '0.05', coverageFactor: '2' },
    })
    expect(forms(source)).toEqual([['-0.12', '\\kelvin', '0.05']])
  })

  it('a unit that D-SI does not know stands beside the SI, and is declared with its size', () => {
    const source = withResults({
      measurandKind: 'pressure.gauge',
      unit: 'psi',
      reported: { value: '100.0', expandedUncertainty: '0.2', coverageFactor: '2' },
    })
    expect(forms(source)?.map(([, unit]) => unit)).toEqual(['\\pascal', '|psi'])
    expect(oddities(read(source))).toEqual([])
    const declared = read(source).statements.find(({ nonSiUnit }) => nonSiUnit !== undefined)
    expect(declared).toMatchObject({ nonSiUnit: '|psi', nonSiDefinition: '1 psi = 6894.757293168362 Pa' })
  })

  it('U with a k below one becomes a coverage interval, because D-SI has no such k', () => {
    const source = withResults({
      reported: {
        value: '60.024',
        expandedUncertainty: '0.010',
        coverageFactor: '0.48',
        coverageProbability: '37 %',
      },
    })
    expect(faultsOf(written(source))).toEqual([])
    expect(measured(source)?.forms.at(-1)).toMatchObject({
      uncertainty: {
        kind: 'interval',
        values: ['0.021'],
        lower: ['60.014'],
        upper: ['60.034'],
        coverageProbabilities: ['0.37'],
      },
    })
  })

  it('the probability is the one that is stated, else the one that belongs to k; k is never taken for 2', () => {
    const figures = { value: '60.024', expandedUncertainty: '0.042' }
    expect(coverageOf({ ...figures, coverageFactor: '1.65', coverageProbability: '95 %' })).toEqual([
      '1.65',
      '0.95',
    ])
    expect(coverageOf({ ...figures, coverageFactor: '2' })).toEqual(['2', '0.9545'])
    expect(coverageOf({ ...figures, coverageFactor: '3' })).toEqual(['3', '0.9973'])
  })

  it('without U the standard uncertainty is stated, and without both nothing is', () => {
    expect(measured(withResults({ reported: { value: '60.02' } }))?.forms[0]).toMatchObject({
      uncertainty: { kind: 'standard', values: ['0.021'] },
    })
    const { standardUncertainty: _, ...bare } = temperatureResult
    const source = { ...example, results: [{ ...bare, reported: { value: '60.02' } }] }
    expect(measured(source)?.forms[0]).not.toHaveProperty('uncertainty')
    expect(faultsOf(written(source))).toEqual([])
  })
})
