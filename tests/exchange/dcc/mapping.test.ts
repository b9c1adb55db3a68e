import { describe, expect, it } from 'vitest'
import { applyMapping } from '#exchange/dcc/mapping/apply-mapping.ts'
import type { MappingRule } from '#exchange/dcc/mapping/mapping.ts'
import { readDcc } from '#exchange/dcc/reading/read-dcc.ts'
import { statedHashOf } from '#exchange/dcc/reading/stated-hash.ts'
import { Refusal } from '#refusal.ts'
import { arePublishedFilesHere, publishedFile } from './published-files.ts'

const read = (name: string) => readDcc(publishedFile(`examples/valid/${name}`))
const temperature: MappingRule = {
  code: 'T',
  measurandKind: 'temperature',
  value: { refType: 'basic_measurementError' },
  nominal: { column: { refType: 'basic_referenceValue', unit: '°C' } },
  parameters: { depth: { fixed: { value: '0.1', unit: 'm' } } },
}

function refusalOf(work: () => unknown): readonly [string, string | undefined] | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return [error.definition.code, error.place.pointer]
    throw error
  }
}

describe.skipIf(!arePublishedFilesHere)('a mapping', () => {
  it('makes a result of each row, with the unit that was asked for and one U for all', () => {
    const results = applyMapping(read('3.3.0/dcclib-valid.xml'), [temperature])
    expect(results.map(({ code, estimate }) => [code, estimate.value])).toEqual([
      ['T-1', '0.072'],
      ['T-2', '0.089'],
      ['T-3', '0.107'],
      ['T-4', '-0.009'],
      ['T-5', '-0.084'],
    ])
    expect(results[0]).toEqual({
      code: 'T-1',
      measurandKind: 'temperature',
      stage: 'as-found-and-left',
      point: { nominal: { value: '33.098', unit: '°C' }, parameters: { depth: { value: '0.1', unit: 'm' } } },
      estimate: { value: '0.072', unit: 'K' },
      expandedUncertainty: { value: '0.061', unit: 'K' },
      coverageFactor: '2',
      coverageProbability: 0.95,
    })
  })

  it('makes one result of one number, and no row of NaN', () => {
    const single = { code: 'R', measurandKind: 'x', value: { position: 0, result: 'Resultados' } }
    expect(applyMapping(read('3.2.0/inmetro-dcc-example.xml'), [single])).toMatchObject([
      { code: 'R', estimate: { value: '0.99999397' }, expandedUncertainty: { value: '2.10E-07' } },
    ])
    const missing = readDcc(publishedFile('hostile/nan-value.xml'))
    const indicated = {
      ...temperature,
      value: { refType: 'basic_referenceValue' },
      nominal: { fixed: { value: 0, unit: 'K' } },
    }
    expect(applyMapping(missing, [indicated]).length).toBeLessThan(5)
  })

  it('refuses where no column fits, where two do, and where there are no numbers in a known unit', () => {
    const certificate = read('3.3.0/dcclib-valid.xml')
    const of = (change: Partial<MappingRule>) =>
      refusalOf(() => applyMapping(certificate, [{ ...temperature, ...change }]))
    expect(of({ value: { name: 'Nothing' } })).toEqual(['dcc-mapping.column-not-found', '/rules/0/value'])
    expect(of({ nominal: { column: { result: 'Measuring results' } } })).toEqual([
      'dcc-mapping.column-ambiguous',
      '/rules/0/nominal',
    ])
    expect(of({ nominal: { column: { refType: 'basic_referenceValue', unit: 'm' } } })).toEqual([
      'dcc-mapping.column-not-usable',
      '/rules/0/nominal',
    ])
  })
})

describe('a hash that is stated beside a certificate', () => {
  const hex = 'c9d04c9565fc665c80681fb1d829938026871f66e14f501e08531df66938a789'
  const base64 = Buffer.from(hex, 'hex').toString('base64')

  it.each([
    ['sha256', hex, 'file'],
    ['SHA-256', hex.toUpperCase(), 'file'],
    ['SHA256', base64, 'file'],
    ['http://www.w3.org/2001/04/xmlenc#sha256', base64, 'file'],
    ['c14n-sha256', base64, 'canonical-form'],
    ['jcs-sha256', hex, 'canonical-form'],
  ])('is known as %s', (procedure, value, of) => {
    expect(statedHashOf({ procedure, value })).toEqual({ algorithm: 'sha256', of, hex })
  })

  it.each([
    ['analog', 'analog'],
    ['-', '-'],
    ['', ''],
    ['SHA256', 'SHA256-value'],
    ['MD5', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['sha256', hex.slice(1)],
  ])('cannot be checked as %s with %s', (procedure, value) => {
    expect(statedHashOf({ procedure, value })).toBeUndefined()
  })
})
