import { describe, expect, it, vi } from 'vitest'
import { service } from '../service.ts'
import { fields, withBody, type Odd } from './fields.ts'
import { isDate, isDecimal, isInteger, isNumber, isText, type Leaf } from './leaves.ts'

// Each test sends many requests, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 })

/** What a database, a parser or a library would take for something else without a word; here it is said. */
const { atLeaves } = fields(service())

const is =
  (value: unknown): Odd =>
  () =>
    value

const dates = [
  '2026-02-30',
  '2026-03-02T08:30:00',
  '2026-06-31T10:00:00Z',
  '2026-03-02T24:00:00Z',
  '2026-3-2',
  '20260302',
  ' 2026-03-02',
  '2026-03-02T08:30:00+08:00 ',
  '+002026-03-02',
  'today',
  'now',
  'infinity',
  'epoch',
  '',
  1772438400,
]
const decimals = [
  'NaN',
  'Infinity',
  '-Infinity',
  '0x1F',
  '1_000',
  '1,5',
  '１２',
  '',
  ' ',
  ' 5',
  '5 ',
  '1 2',
  '5.',
  '.5',
  '--5',
  '1e400',
  '1e-400',
  true,
  null,
  [],
]
const integers = [1.5, '3', true, null, 1e21, -1]
const texts: readonly (readonly [string, Odd])[] = [
  ['blanks around it', (was) => ` ${was} `],
  ['a line end after it', (was) => `${was}\n`],
  ['a no-break space after it', (was) => `${was}\u00a0`],
  ['nothing but a blank', is(' ')],
  ['nothing', is('')],
  ['true', is(true)],
  ['a number', is(12)],
  ['a list', is(['a'])],
]

const isCount = (leaf: Leaf) => isInteger(leaf) && isNumber(leaf)
const isQuantity = (leaf: Leaf) => isDecimal(leaf) && !isDate(leaf)

describe.each(withBody)('a request to %s', (id) => {
  it('refuses what is no day and no moment', async () => {
    for (const value of dates)
      expect([value, await atLeaves(id, isDate, is(value), 'reject')]).toEqual([value, []])
  })

  it('refuses what is not a number in decimal digits', async () => {
    for (const value of decimals)
      expect([value, await atLeaves(id, isQuantity, is(value), 'reject')]).toEqual([value, []])
  })

  it('refuses a count that is not whole', async () => {
    for (const value of integers)
      expect([value, await atLeaves(id, isCount, is(value), 'reject')]).toEqual([value, []])
  })

  it.each(texts)('keeps a text as it was sent, or refuses it: %s', async (_, odd) => {
    expect(await atLeaves(id, isText, odd, 'reject-or-inert')).toEqual([])
  })
})
