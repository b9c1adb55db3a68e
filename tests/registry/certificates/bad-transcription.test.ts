import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { rowsOf, sent } from '../calibrations-of-the-tests.ts'
import { laboratory, standardTranscription } from '../laboratory-of-the-tests.ts'

type Members = Record<string, unknown>
interface BadCertificate {
  readonly what: string
  readonly stated: Members
  readonly pointer: string
  readonly code: string
  readonly status: number
}

const [printed] = standardTranscription().results

const stated = (
  what: string,
  change: Members,
  pointer: string,
  code: string,
  status = 422,
): BadCertificate => ({
  what,
  stated: standardTranscription({ number: 'NEW-1', ...change }),
  pointer,
  code,
  status,
})

const result = (what: string, change: Members, pointer: string, code: string, status?: number) =>
  stated(what, { results: [{ ...printed, ...change }] }, `/results/0${pointer}`, code, status)

const input = (what: string, k: Members, pointer: string, code: string, status?: number) =>
  result(what, { inputs: { ...printed!.inputs, k } }, `/inputs/k${pointer}`, code, status)

const shape = 'request.does-not-match'
const grams = (value: number | string) => ({ value, unit: 'g' })
const unknown = 'calibration.unknown-record'
const foreign = 'calibration.foreign-record'
const noUnit = { value: 1, unit: 'quux' }
const used = { from: { reference: 'KG' }, usedAt: { value: noUnit } }

const cases: readonly BadCertificate[] = [
  stated('an unknown member', { colour: 'grey' }, '/colour', shape, 400),
  stated('no number', { number: undefined }, '/number', shape, 400),
  stated('a number with a slash', { number: 'A/1' }, '/number', shape, 400),
  stated('a number of 65 characters', { number: 'A'.repeat(65) }, '/number', shape, 400),
  stated(
    'a number that is taken',
    { number: 'NMI-2025-0001', place: 'Elsewhere' },
    '/number',
    'certificate.number-taken',
    409,
  ),
  stated('a kind that is not known', { kind: 'opinion' }, '/kind', shape, 400),
  stated('a time without zone', { issued: '2025-06-05T10:00:00' }, '/issued', shape, 400),
  stated(
    'an issue before the end of the work',
    { issued: '2025-06-03T15:59:59+08:00' },
    '/issued',
    'certificate.issued-before-finished',
  ),
  stated('an issue in the future', { issued: '2026-03-03T00:00:00Z' }, '/issued', 'calibration.not-yet-done'),
  stated(
    'an end before the beginning',
    { finished: '2025-06-01T00:00:00Z' },
    '/finished',
    'calibration.times-reversed',
  ),
  stated(
    'a validity of a calibration',
    { validUntil: '2026-06-02' },
    '/validUntil',
    'calibration.validity-not-allowed',
  ),
  stated(
    'a validity that ends before the work',
    { kind: 'verification', validUntil: '2025-06-02' },
    '/validUntil',
    'calibration.times-reversed',
  ),
  stated('an unknown issuer', { issuer: 'NOWHERE' }, '/issuer', unknown),
  stated('an unknown item', { item: { equipment: 'NOTHING' } }, '/item/equipment', unknown),
  stated('an unknown method', { method: { document: 'X' } }, '/method/document', unknown),
  stated('an unknown signatory', { signatory: 'nobody' }, '/signatory', unknown),
  stated('a signatory of another organization', { signatory: 'signatory' }, '/signatory', foreign),
  stated('a competence of another organization', { competence: 'LAB-MASS' }, '/competence', foreign),
  stated(
    'a condition in an unknown unit',
    { environment: [{ quantity: 'temperature', value: noUnit }] },
    '/environment/0/value/unit',
    'unit.unknown',
  ),
  stated(
    'two results of one code',
    { results: [printed, printed] },
    '/results/1/code',
    'calibration.repeated-result-code',
  ),
  result(
    'U without k',
    { coverageFactor: undefined },
    '/coverageFactor',
    'certificate.coverage-factor-missing',
  ),
  result('a k of zero', { coverageFactor: 0 }, '/coverageFactor', 'certificate.uncertainty-not-positive'),
  result('a negative k', { coverageFactor: '-2' }, '/coverageFactor', 'certificate.uncertainty-not-positive'),
  result(
    'a k that leaves no finite u',
    { coverageFactor: '1e-320' },
    '/coverageFactor',
    'uncertainty.not-finite',
  ),
  result(
    'a U of zero',
    { expandedUncertainty: grams(0) },
    '/expandedUncertainty/value',
    'certificate.uncertainty-not-positive',
  ),
  result(
    'a negative U',
    { expandedUncertainty: grams('-0.045') },
    '/expandedUncertainty/value',
    'certificate.uncertainty-not-positive',
  ),
  result(
    'a U that is not k · u',
    { standardUncertainty: grams('0.03') },
    '/standardUncertainty',
    'certificate.uncertainties-disagree',
  ),
  result(
    'a U in another dimension',
    { expandedUncertainty: { value: 1, unit: 'm' } },
    '/expandedUncertainty',
    'unit.other-dimension',
  ),
  result(
    'a U in an unknown unit',
    { expandedUncertainty: noUnit },
    '/expandedUncertainty/unit',
    'unit.unknown',
  ),
  result(
    'degrees of freedom of zero',
    { degreesOfFreedom: 0 },
    '/degreesOfFreedom',
    'uncertainty.degrees-of-freedom-not-positive',
  ),
  result(
    'a value beyond any double',
    { estimate: grams('1e400') },
    '/estimate/value',
    'quantity.out-of-range',
    400,
  ),
  result('a value that is no number', { estimate: grams('ten') }, '/estimate/value', shape, 400),
  result(
    'a value in another dimension',
    { estimate: { value: 1, unit: 'm' } },
    '/estimate/unit',
    'calibration.unit-mismatch',
  ),
  result('a coverage probability of one', { coverageProbability: 1 }, '/coverageProbability', shape, 400),
  result('a model without inputs', { inputs: undefined }, '/inputs', shape, 400),
  result(
    'conformity of no uncertainty',
    {
      expandedUncertainty: undefined,
      coverageFactor: undefined,
      conformity: { rule: 'simple', limits: { upper: grams(1) } },
    },
    '/conformity',
    'conformity.uncertainty-not-stated',
  ),
  input(
    'a reference that does not exist',
    { from: { reference: 'POUND' } },
    '/from',
    'calibration.unknown-upstream',
  ),
  input(
    'a device that does not exist',
    { from: { equipment: 'NOTHING' }, estimate: 1 },
    '/from',
    'calibration.unknown-upstream',
  ),
  input('a point of use in an unknown unit', used, '/usedAt/value/unit', 'unit.unknown'),
  input(
    'an undeclared symbol',
    { from: { reference: 'KG' }, measurandKind: 'mass.x' },
    '/measurandKind',
    unknown,
  ),
]

describe('a certificate from elsewhere is refused with its place and a stable code, and nothing is stored:', () => {
  const s = service()
  const lab = laboratory(s)

  it.each(cases)('$what', async (one) => {
    const before = await rowsOf(s)
    const { status, headers, body } = await lab.technician.post('/v1/certificates', one.stated)
    const { pointer, code } = one
    expect({ status, body }).toMatchObject({ status: one.status, body: { pointer, code } })
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(await rowsOf(s)).toBe(before)
  })

  it('a text that is no JSON, or too long', async () => {
    const before = await rowsOf(s)
    const codes = ['{', '{"number": Infinity}', `{"number": "${'1'.repeat(1 << 20)}"}`].map(
      async (text) => (await sent(s, lab.technician.key, '/v1/certificates', text)).body.code,
    )
    expect(await Promise.all(codes)).toEqual([
      'request.json-syntax',
      'request.json-syntax',
      'request.too-large',
    ])
    expect(await rowsOf(s)).toBe(before)
  })

  it('of two that transcribe one number at the same time the second', async () => {
    const twice = await Promise.all(
      [lab.technician, lab.secondTechnician].map((by) =>
        by.post('/v1/certificates', standardTranscription({ number: 'TWICE-1' })),
      ),
    )
    expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })

  it('without a single failure of ours', () => {
    expect(s.complaints).toEqual([])
  })
})
