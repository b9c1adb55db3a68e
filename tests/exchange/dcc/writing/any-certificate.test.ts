import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CertificateSource, SourceResult } from '#exchange/dcc/writing/certificate-source.ts'
import { verifySignatures } from '#exchange/xml-signature/verify-signatures.ts'
import { example, trusted } from './certificate-example.ts'
import { byCode, faultsOf, figuresIn, figuresOf } from './read-back.ts'
import { withResults, written } from './written.ts'

const awkward = fc
  .array(
    fc.constantFrom(
      '&',
      '<',
      '>',
      '"',
      "'",
      ']]>',
      'é',
      'e\u0301',
      '校',
      '准',
      'Å',
      '😀',
      '\u3000',
      ' ',
      '0',
      'a',
      '-',
      '/',
      '\\',
      '{',
      '%',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join('').trim())
  .filter((name) => name !== '')
const names = fc.oneof(awkward, fc.record({ en: awkward, zh: awkward }), fc.record({ zh: awkward }))
const passage = fc.array(awkward, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n\t'))
const decimal = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => (digits / 10 ** places).toFixed(places))
const units = fc.constantFrom(
  'kg',
  '°C',
  'K',
  '%',
  'psi',
  'dBm',
  'dB',
  'µm/m',
  '1',
  'kWh',
  '°F',
  'mV/V',
  'N·m',
  'mmHg',
  '′',
  'L/min',
  'ppm',
)
const quantity = fc.record({ value: decimal, unit: units })

const result: fc.Arbitrary<Partial<SourceResult>> = fc.record(
  {
    measurandKind: fc.constantFrom('mass.conventional', 'temperature.indication-error', 'pressure.gauge'),
    measurandName: names,
    stage: fc.constantFrom('as-found', 'as-left', 'as-found-and-left'),
    point: fc.record({ nominal: quantity, parameters: fc.dictionary(fc.constantFrom('a', 'bc'), quantity) }),
    interval: fc.record({ lower: quantity, upper: quantity }),
    unit: units,
    reported: fc
      .tuple(decimal, decimal, fc.constantFrom('0.5', '1', '1.65', '2', '13.97', undefined))
      .map(([value, size, coverageFactor]) => ({
        value,
        expandedUncertainty: size.replace('-', ''),
        ...(coverageFactor !== undefined && { coverageFactor }),
      })),
  },
  { requiredKeys: ['measurandKind', 'stage', 'point', 'unit', 'reported'] },
)

const certificate: fc.Arbitrary<CertificateSource> = fc
  .tuple(
    fc.record({ name: names, other: names, line: awkward, passage }),
    fc.array(result, { minLength: 1, maxLength: 6 }),
    fc.array(fc.record({ quantity: awkward, value: quantity }), { maxLength: 3 }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([{ name, other, line, passage: words }, results, environment, version]) => ({
    ...example,
    ...withResults(...results),
    version,
    environment,
    issuer: { ...example.issuer, name, address: other },
    customer: { code: 'C', name: other },
    item: { ...example.item, name, manufacturer: line, model: line, serialNumber: line, condition: words },
    remarks: words,
    place: name,
    method: { document: line, title: other, deviation: words },
  }))

describe('any certificate that a laboratory can write', () => {
  it('is a valid, sealed DCC, and reads back with the same figures, whatever the names and units', () => {
    fc.assert(
      fc.property(certificate, (source) => {
        const bytes = written(source)
        expect(faultsOf(bytes)).toEqual([])
        expect(byCode(figuresIn(bytes))).toEqual(byCode(figuresOf(source)))
        expect(verifySignatures(bytes, trusted)).toMatchObject([{ status: 'valid' }])
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
