import { describe, expect, it } from 'vitest'
import { csvLine } from '#exchange/csv/csv-line.ts'

describe('a line of CSV', () => {
  it('separates by commas and ends with CR LF (RFC 4180, 2)', () => {
    expect(csvLine(['a', 1, undefined, '中'])).toBe('a,1,,中\r\n')
  })

  it('quotes what would end a cell, and doubles quotes', () => {
    expect(csvLine(['a,b', 'say "x"', 'two\nlines'])).toBe('"a,b","say ""x""","two\nlines"\r\n')
  })

  it('never begins a text as a formula', () => {
    for (const begin of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
      const [first] = csvLine([`${begin}cmd|' /C calc'!A0`]).replaceAll('"', '')
      expect(first).toBe("'")
    }
  })

  it('leaves a number its sign', () => {
    expect(csvLine(['-5.00', '+1e-3', -2])).toBe('-5.00,+1e-3,-2\r\n')
    expect(csvLine(['-5+3'])).toBe("'-5+3\r\n")
  })
})
