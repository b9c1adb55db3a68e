import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { csvLine } from '#exchange/csv/csv-line.ts'
import { readCsv } from '#exchange/csv/read-csv.ts'

const cells = (text: string) => readCsv(text).records.map((record) => record.cells)
const faults = (text: string) => readCsv(text).faults.map(({ line, why }) => `${line} ${why}`)

describe('a CSV file', () => {
  it('is read back as it was written, whatever the texts are, formulas and line breaks included', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((one) => !/^'[=+\-@\t\r\n＝＋－＠]/u.test(one)),
      fc.constantFrom('=1+1', '"', 'a,b', 'x\r\ny', '-5', '＝SUM(A1)', '质量 10 kg'),
    )
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 4 })
          .chain((width) =>
            fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
          ),
        (rows) => {
          const { records, faults } = readCsv(rows.map(csvLine).join(''))
          expect(faults).toEqual([])
          expect(records.map((record) => record.cells)).toEqual(rows)
        },
      ),
    )
  })

  it('may begin with a byte order mark, end without a line break, and have empty lines', () => {
    expect(cells('\uFEFFa,b\r\n\r\n1,2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(cells('a,b\n1,\n')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ])
    expect(cells('')).toEqual([])
  })

  it('is told by its line where it is wrong', () => {
    expect(faults('a,b\n"x\ny",2\n1,"2')).toEqual(['4 quote-not-closed'])
    expect(faults('a,b\n"x"y,2\n')).toEqual(['2 text-after-quote'])
    expect(faults('a,b\n1"2,2\n')).toEqual(['2 quote-inside-cell'])
    expect(faults('a,b\n1\n1,2,3\n')).toEqual(['2 other-number-of-cells', '3 other-number-of-cells'])
  })
})
