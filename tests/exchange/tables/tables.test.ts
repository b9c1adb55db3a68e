import * as fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { readCsv } from '#exchange/csv/read-csv.ts'
import { statedDigits } from '#exchange/tables/cell.ts'
import { tableLine } from '#exchange/tables/write-csv.ts'
import { writeSheets } from '#exchange/tables/write-sheet.ts'

describe('a table in CSV', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '-0.003',
    '=cmd|x!A1',
  ])('holds %j as a text that no spreadsheet carries out', (text) => {
    expect(tableLine([text])).toBe(`"'${text}"\r\n`)
  })

  it('keeps numbers numbers, and their digits', () => {
    expect(tableLine([-0.003, { digits: '-10.000' }, 1e-7, true, undefined])).toBe(
      '-0.003,-10.000,1e-7,true,\r\n',
    )
  })

  it('quotes what a program may take for the end of a cell, also one that separates by semicolons', () => {
    expect(tableLine(['a,b', 'a;=b', 'a"b', 'a\nb', ' a', 'plain'])).toBe(
      '"a,b","a;=b","a""b","a\nb"," a",plain\r\n',
    )
  })

  it('is read back as it was', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.startsWith("'") && each !== '\uFEFF')
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
        expect(readCsv(tableLine(cells)).records[0]?.cells).toEqual(cells)
      }),
    )
  })
})

describe('a number that a text states', () => {
  it('keeps its zeros, and closes up its groups', () => {
    expect(statedDigits('10.000 25')).toEqual({ digits: '10.00025' })
    expect(statedDigits('-1.50e-3')).toEqual({ digits: '-1.50e-3' })
    expect(statedDigits('+2')).toEqual({ digits: '2' })
    for (const none of ['', '1+1', '=1', '0x10', '1 2 a', 'NaN']) expect(statedDigits(none)).toBeUndefined()
  })
})

describe('a table in XLSX', () => {
  it('has texts as texts and numbers as numbers', async () => {
    const bytes = await writeSheets([
      {
        name: 'list',
        heading: ['name', 'value', 'count', 'is', 'many'],
        rows: [['=1+1', { digits: '10.00' }, 3, false, { digits: '0.12345678901234567890' }]],
      },
    ])
    const rows = await readSheet(Buffer.from(bytes))
    expect(rows).toEqual([
      ['name', 'value', 'count', 'is', 'many'],
      ['=1+1', 10, 3, false, '0.12345678901234567890'],
    ])
  })
})
