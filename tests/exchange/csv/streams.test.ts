import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvStream, type CsvRow } from '#exchange/csv/csv-stream.ts'
import { lineStream } from '#exchange/csv/line-stream.ts'
import { encodingCheck } from '#exchange/csv/text-encoding.ts'

const limits = { recordLength: 1000, cells: 20 }

function read(text: string, separator = ',', at: readonly number[] = []): readonly CsvRow[] {
  const stream = csvStream(separator, limits)
  const cuts = [0, ...at.map((n) => n % (text.length + 1)).toSorted((a, b) => a - b), text.length]
  const rows = cuts.flatMap((from, i) => stream.push(text.slice(from, cuts[i + 1] ?? text.length)))
  return [...rows, ...stream.end()]
}

describe('a table in pieces', () => {
  it('has the cells and lines of the table in one piece, wherever it is cut', () => {
    const text = 'code,name\r\nM-1,"two\nlines, and a ""word"""\n\nM-2,\r\n'
    const whole = [
      { line: 1, cells: ['code', 'name'] },
      { line: 2, cells: ['M-1', 'two\nlines, and a "word"'] },
      { line: 5, cells: ['M-2', ''] },
    ]
    fc.assert(
      fc.property(fc.array(fc.nat(100), { maxLength: 10 }), (at) => {
        expect(read(text, ',', at)).toEqual(whole)
      }),
    )
  })

  it('tells what is wrong with a record by the line on which it begins, and reads the next', () => {
    expect(read('a,b\n"x"y,1\nc,d\n').map(({ line, fault }) => [line, fault])).toEqual([
      [1, undefined],
      [2, 'text-after-quote'],
      [3, undefined],
    ])
    expect(read('a"b,1\nc,d').map(({ fault }) => fault)).toEqual(['quote-inside-cell', undefined])
    expect(read('a\rb\n').map(({ fault }) => fault)).toEqual(['carriage-return-alone'])
    expect(read('a,b\n"never closed\n1,2\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['never closed\n1,2\n'], fault: 'quote-not-closed' },
    ])
  })

  it('holds no more of a record than it may', () => {
    const [row] = read(`${'x'.repeat(5000)}\na`)
    expect(row).toEqual({ line: 1, cells: [''], fault: 'record-too-long' })
    expect(read(','.repeat(30))[0]).toMatchObject({ fault: 'too-many-cells' })
  })

  it('takes an apostrophe before a formula for the guard that it is', () => {
    expect(read("'=1+1;'tis", ';')).toEqual([{ line: 1, cells: ['=1+1', "'tis"] }])
  })
})

function lines(text: string, cut: number) {
  const bytes = new TextEncoder().encode(text)
  const stream = lineStream(10)
  return [...stream.push(bytes.subarray(0, cut)), ...stream.push(bytes.subarray(cut)), ...stream.end()].map(
    (each) => [each.line, each.isTooLong ? '…' : new TextDecoder().decode(each.bytes)],
  )
}

describe('lines in pieces', () => {
  it('are the same wherever they are cut; a byte order mark and empty lines are passed over', () => {
    const text = '\uFEFF{"a":1}\r\n\n{"b":2}\n12345678901234\n1234567890\r\nend'
    for (let cut = 0; cut < text.length; cut++) {
      expect(lines(text, cut)).toEqual([
        [1, '{"a":1}'],
        [3, '{"b":2}'],
        [4, '…'],
        [5, '1234567890'],
        [6, 'end'],
      ])
    }
  })
})

function encodingOf(...bytes: readonly number[]) {
  const check = encodingCheck()
  for (const byte of bytes) check.push(Uint8Array.of(byte))
  return check.result()
}

describe('the encoding of a text', () => {
  it('is UTF-8 if all of it is, and GB 18030 only if it is so clearly', () => {
    expect(encodingOf(...new TextEncoder().encode('砝码 10 kg'))).toBe('utf-8')
    // 砝码 in GB 2312, between ASCII.
    expect(encodingOf(0x61, 0xed, 0xc0, 0xc2, 0xeb, 0x2c, 0x31)).toBe('gb18030')
    // “Gerät” in Windows-1252 would be read as a Chinese character by a decoder of GB 18030.
    expect(encodingOf(0x47, 0x65, 0x72, 0xe4, 0x74)).toBeUndefined()
    expect(encodingOf(0xed, 0xc0, 0xc2)).toBeUndefined()
  })
})
