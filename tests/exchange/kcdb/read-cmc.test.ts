import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCmc } from '#exchange/kcdb/read-cmc.ts'

const sample = (area: string): unknown => {
  const text = readFileSync(`../shared/kcdb/cmc-${area}-sample.json`, 'utf8')
  return (JSON.parse(text) as { data: unknown[] }).data[0]
}
const codes = (list: readonly { code: string; pointer: string }[]) =>
  list.map(({ code, pointer }) => `${code} ${pointer}`)

describe.skipIf(!existsSync('../shared/kcdb'))(
  'a published record (skipped where the samples are not there)',
  () => {
    it('of radiation is understood, and says what was not taken over', () => {
      const { cmc, faults, remarks } = readCmc(sample('radiation'))
      expect(faults).toEqual([])
      expect(cmc).toMatchObject({
        code: 'APMP-RI-JP-00000HSE-1',
        range: { lower: '2000', upper: '200000', unit: 'Bq' },
        uncertainty: { value: '4', unit: '%', isRelative: true, coverageFactor: '2' },
        validFrom: '2005-02-14',
      })
      expect(codes(remarks)).toEqual(
        expect.arrayContaining([
          'kcdb-table-masked /uncertaintyTable/tableContents',
          'kcdb-not-taken-over /nuclideValue',
          'kcdb-not-taken-over /radiationSpecification',
        ]),
      )
    })

    it('of photometry states its range as a parameter only, and is not taken for what it does not say', () => {
      const { cmc, faults } = readCmc(sample('physics'))
      expect(cmc).toBeUndefined()
      expect(codes(faults)).toEqual(['kcdb-no-range /cmc'])
    })
  },
)

const record = {
  status: 'Published',
  kcdbCode: 'X-1',
  cmc: { lowerLimit: 1, upperLimit: 2, unit: 'kg' },
  cmcUncertainty: { lowerLimit: 2, upperLimit: 8, unit: 'mg' },
  approvalDate: '2020-01-01',
}

const stated = (parameterValue: string) =>
  readCmc({ ...record, parameters: [{ parameterName: 'Colour temperature', parameterValue }] })

describe('a record of the KCDB', () => {
  it('whose uncertainty runs between two limits is held to the greater one, and says so', () => {
    const { cmc, remarks } = readCmc(record)
    expect(cmc?.uncertainty).toEqual({ value: '8', unit: 'mg', isRelative: false, coverageFactor: '2' })
    expect(codes(remarks)).toEqual(['kcdb-greater-uncertainty-taken /cmcUncertainty'])
    const equation = { ...record, uncertaintyEquation: { equation: 'Q[2, 3L]' } }
    expect(codes(readCmc(equation).remarks)).toEqual([
      'kcdb-greater-uncertainty-taken /uncertaintyEquation/equation',
    ])
  })

  it('has its parameters as ranges, or is refused with what was found', () => {
    expect(stated('2700 K to 3000 K').cmc?.parameters).toEqual([
      { name: 'colour-temperature', lower: '2700', upper: '3000', unit: 'K' },
    ])
    expect(stated('about 3000 K').faults).toMatchObject([
      { code: 'kcdb-parameter-not-read', pointer: '/parameters/0' },
    ])
  })

  it('that is greyed out, or no record at all, is refused', () => {
    expect(codes(readCmc({ ...record, status: 'Greyed out' }).faults)).toEqual(['kcdb-not-published /status'])
    for (const odd of [null, 7, 'x', [], {}]) expect(readCmc(odd).cmc).toBeUndefined()
  })
})
