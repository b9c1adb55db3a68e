import { describe, expect, it } from 'vitest'
import { isCivilDate, isInstant, formats } from '#contract/formats.ts'
import { conform, conformText } from '#contract/schemas.ts'
import { Refusal } from '#refusal.ts'

function refusalOf(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('It was not refused')
}

describe('a message that does not match its schema', () => {
  it('is refused with every violation, each with its place', () => {
    const refusal = refusalOf(() => conform('http/fault.json', { pointer: 1, detail: 'x', 'a/b~c': true }))
    expect(refusal.definition).toMatchObject({ code: 'request.does-not-match', kind: 'malformed' })
    const faults = refusal.place.errors?.map(({ pointer, code }) => [pointer, code])
    expect(faults).toEqual(
      expect.arrayContaining([
        ['/code', 'missing-member'],
        ['/pointer', 'wrong-type'],
        ['/a~1b~0c', 'unknown-member'],
      ]),
    )
    expect(faults).toHaveLength(3)
  })

  it('is told in both languages', () => {
    const [fault] = refusalOf(() => conform('http/fault.json', {})).place.errors ?? []
    expect(fault?.detail).toEqual({ en: '"pointer" is missing', zh: '缺少成员"pointer"' })
  })

  it('is not sent back whole, however long the names in it are', () => {
    const [fault] =
      refusalOf(() => conform('http/fault.json', { ['x'.repeat(5000)]: 1 })).place.errors?.slice(-1) ?? []
    expect(JSON.stringify(fault).length).toBeLessThan(2000)
  })

  it('is told of at most fifty violations', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`m${i}`, i]))
    expect(refusalOf(() => conform('http/fault.json', many)).place.errors).toHaveLength(50)
  })

  it('is refused within a second, however many violations it has', () => {
    const many = { errors: Array.from({ length: 50_000 }, () => ({ a: 1 })) }
    const started = performance.now()
    expect(refusalOf(() => conform('http/problem.json', many)).place.errors?.length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('is not satisfied by what every object inherits', () => {
    const inherited = Object.create({ pointer: '', code: '', detail: '' }) as unknown
    expect(refusalOf(() => conform('http/fault.json', inherited)).place.errors).toHaveLength(3)
  })

  it('never has its text read as a number in a body', () => {
    const refusal = refusalOf(() => conform('http/page-query.json', { limit: '50' }))
    expect(refusal.place.errors?.[0]).toMatchObject({ pointer: '/limit', code: 'wrong-type' })
  })
})

describe('a query', () => {
  it('is given its types and its defaults, and is not changed itself', () => {
    const sent = { limit: '50' }
    expect(conformText('http/page-query.json', sent)).toEqual({ limit: 50 })
    expect(conformText('http/page-query.json', {})).toEqual({ limit: 100 })
    expect(sent).toEqual({ limit: '50' })
  })

  it.each(['0', '501', '1.5', '5.0', 'x', '', '1e2', '1e9', '0x10', ' 5', '05', '+5'])(
    'refuses the limit %j',
    (limit) => {
      expect(refusalOf(() => conformText('http/page-query.json', { limit })).place.pointer).toBe('/limit')
    },
  )
})

describe('a day', () => {
  it.each(['2026-02-28', '2024-02-29', '1900-01-01', '2200-12-31'])('%s is in the calendar', (text) => {
    expect(isCivilDate(text)).toBe(true)
  })

  it.each([
    '2026-04-31',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2201-01-01',
    'yesterday',
    'today',
    'infinity',
    '20260101',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01\n',
  ])('%j is not', (text) => {
    expect(isCivilDate(text)).toBe(false)
  })
})

describe('an instant', () => {
  it.each(['2026-03-02T08:30:00+08:00', '2026-03-02T08:30:00Z', '2026-03-02T08:30:00.123456789-14:00'])(
    '%s has its zone',
    (text) => {
      expect(isInstant(text)).toBe(true)
      expect(Number.isNaN(Date.parse(text))).toBe(false)
    },
  )

  it.each([
    '2026-03-02T08:30:00',
    '2026-03-02',
    '2026-03-02 08:30:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T08:60:00Z',
    '2026-02-30T08:00:00Z',
    '2026-03-02T08:30:60Z',
    '2026-03-02T08:30:00+15:00',
    '2026-03-02T08:30Z',
    'now',
  ])('%j is none', (text) => {
    expect(isInstant(text)).toBe(false)
  })
})

const matches = (name: string, text: string) => {
  const format = formats[name]
  return typeof format === 'function'
    ? Boolean((format as (t: string) => unknown)(text))
    : (format as RegExp).test(text)
}

describe('the other formats', () => {
  it.each(['P1Y', 'P18M', 'P1Y6M', 'PT36H', 'P2W', 'P1DT12H'])('%s is a duration', (text) => {
    expect(matches('duration', text)).toBe(true)
  })

  it.each(['P', 'PT', 'P1', '1Y', 'P1Y2W', 'P-1Y', 'P1YT', 'P1.5Y'])('%s is no duration', (text) => {
    expect(matches('duration', text)).toBe(false)
  })

  it.each([
    '{0199b3c4-7c1e-7000-8000-000000000000}',
    '0199B3C4-7C1E-7000-8000-000000000000',
    '0199b3c47c1e70008000000000000000',
    "abc'",
  ])('%s is not how an identifier is written', (text) => {
    expect(matches('uuid', text)).toBe(false)
    expect(matches('uuid', '0199b3c4-7c1e-7000-8000-000000000000')).toBe(true)
  })
})
