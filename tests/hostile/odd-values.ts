import { ownCertificate, standardCertificate, uncheckedCertificate } from './example-registry.ts'
import { isDate, isDecimal, isInteger, isNumber, type Leaf } from './leaves.ts'

const numbers = [
  0,
  -1,
  1.5,
  2,
  100,
  1e21,
  1e308,
  -1e308,
  5e-324,
  2 ** 53,
  0.1,
  1e-30,
  1e30,
  0.9999999999,
  -0.5,
]
const numberTexts = [
  'NaN',
  'Infinity',
  '1e400',
  '1e-400',
  '1e308',
  '-1e308',
  '1e-320',
  '-5',
  '0',
  '0.000',
  '10',
  '20.000 000 1',
  '1 000.000 1',
  '9'.repeat(40),
  `0.${'0'.repeat(37)}1`,
]
const integers = [0, 1, 2, -1, 3, 2 ** 31, 2 ** 53, 1_000_000, 1.5]
export const units = [
  'kg',
  'mg',
  't',
  'mV',
  '°C',
  'K',
  '°F',
  '1',
  '%',
  'dBm',
  'dB',
  'foo',
  'm^1000',
  'm^-3',
  'N·m',
  'J',
  String.raw`\kilo\gram`,
  'kg/0',
  'kg/kg',
  'Qg',
  'qg',
  ' kg',
]
export const codes = [
  'EX-LAB',
  'EX-NMI',
  'EX-PLANT',
  'EX-LAB.T1',
  'EX-LAB.R1',
  'EX-LAB.S1',
  'EX-WEIGHT',
  'EX-STANDARD',
  'EX-KG',
  'EX-LAB.MASS',
  'EX-NMI.MASS',
  'EX-LAB.VDC',
  'EX-NOT-THERE',
  'EX-WI-7',
  'JJF 1059.1-2012',
  'mass.conventional',
  'voltage.dc',
  'temperature.source',
  'main',
  'm1',
  ownCertificate,
  standardCertificate,
  uncheckedCertificate,
  '00000000-0000-7000-8000-000000000000',
]
export const days = [
  '1900-01-01',
  '2200-12-31',
  '2026-02-30',
  '2025-06-30',
  '2026-03-02',
  'today',
  '2200-12-31T23:59:59+14:00',
  '1900-01-01T00:00:00-14:00',
  '2025-01-01T00:00:00Z',
  '2026-02-25T10:00:00+08:00',
  '2026-03-02T08:00:00.123456789Z',
]
export const oddTexts = [
  '',
  ' ',
  'x'.repeat(500),
  'x'.repeat(5000),
  '__proto__',
  'constructor',
  'a\u0000b',
  '\ud800',
  '\u202e',
  "'; drop table people; --",
  '<script>alert(1)</script>',
  'e\u0301',
  '𝟙',
  '%',
  '_',
  '../..',
  '{"a":1}',
]
const symbols = ['m_X', 'm_S', 'a', 'dm', 'U', 'I', 'R', 'pi', 'e', 'x', 'not_there', 'sin', '1a', '']
const expressions = [
  'm_S',
  'm_S + dm_D + dm + dm_C + dB + m_X',
  'm_S / (m_S - m_S)',
  'sqrt(-m_S)',
  'log(0 * m_S)',
  'exp(m_S)^100',
  'U / (I - I)',
  'U^I^U',
  '1',
  'x^x^x^x',
  'm_S +',
  'atan2(m_S, a)',
  'abs(m_S) * sign(a)',
  `${'('.repeat(70)}m_S${')'.repeat(70)}`,
  `m_S${' + m_S'.repeat(300)}`,
]

/** Values that the schema of a leaf allows, or nearly: most of them get as far as what the registry knows. */
export function aptFor(leaf: Leaf): readonly unknown[] {
  const { schemas, value, pointer } = leaf
  const words = schemas.flatMap(({ schema: { enum: listed, const: only } }) => [
    ...(Array.isArray(listed) ? (listed as unknown[]) : []),
    ...(only === undefined ? [] : [only]),
  ])
  const isIn = (...files: string[]) => schemas.some(({ file }) => files.includes(file))
  if (isDate(leaf)) return days
  if (isInteger(leaf)) return integers
  if (isDecimal(leaf)) return [...numbers, ...numberTexts, ...words]
  if (isNumber(leaf)) return numbers
  if (words.length > 0) return words
  if (typeof value === 'boolean') return [!value]
  if (/\/model\/outputs\/|\/expression$/.test(pointer)) return expressions
  if (isIn('calibrations/symbol.json')) return symbols
  if (isIn('metrology/unit.json', 'units/unit-text.json')) return units
  if (isIn('metrology/line.json', 'metrology/passage.json')) return [...oddTexts, ...codes]
  return [...codes, ...symbols]
}

export const anyNumber: readonly unknown[] = [...numbers, ...numberTexts]
