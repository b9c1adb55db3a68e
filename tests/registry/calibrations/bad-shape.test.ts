import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { rowsOf, sent } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, laboratory } from '../laboratory-of-the-tests.ts'
import { entry, itRefuses, reading, result, standard } from './bad-entries.ts'

const shape = 'request.does-not-match'
const both = { certificate: 'NMI-2025-0001', reference: 'KG' }
const correlations = [{ between: ['dm', 'dB'], r: 1.01 }]

describe('a calibration of another shape is refused with its place, and nothing is stored:', () => {
  const s = service()
  const lab = laboratory(s)

  itRefuses(s, lab, [
    entry('an unknown member', { colour: 'grey' }, '/colour', shape, 400),
    entry('no operator', { operator: undefined }, '/operator', shape, 400),
    entry('a code that is a number', { laboratory: 7 }, '/laboratory', shape, 400),
    entry('a number with a slash', { certificateNumber: 'A/1' }, '/certificateNumber', shape, 400),
    entry('results that are no list', { results: {} }, '/results', shape, 400),
    entry('no results', { results: [] }, '/results', shape, 400),
    entry('a time without its zone', { started: '2026-02-25T09:00:00' }, '/started', shape, 400),
    entry('a day the calendar lacks', { started: '2026-02-30T09:00:00Z' }, '/started', shape, 400),
    entry('a control character', { place: 'Room\u0007' }, '/place', 'request.forbidden-character', 400),
    result('a coverage without k or probability', { coverage: {} }, '/coverage/k', shape, 400),
    result(
      'a coverage by both',
      { coverage: { k: 2, probability: 0.9 } },
      '/coverage/probability',
      shape,
      400,
    ),
    result('a k that is negative', { coverage: { k: -2 } }, '/coverage/k', shape, 400),
    result('a stage of its own', { stage: 'polished' }, '/stage', shape, 400),
    result('a symbol that is no name', { inputs: { '1m': { estimate: 1 } } }, '/inputs', shape, 400),
    result('a correlation beyond one', { correlations }, '/correlations/0/r', shape, 400),
    reading('an unknown member of an input', { uncertainty: 1 }, '/uncertainty', shape, 400),
    reading('a number that is NaN', { estimate: 'NaN' }, '/estimate', shape, 400),
    reading('a number that is Infinity', { estimate: 'Infinity' }, '/estimate', shape, 400),
    reading('a number with a decimal comma', { estimate: '0,02' }, '/estimate', shape, 400),
    reading('null for a number', { estimate: null }, '/estimate', shape, 400),
    reading('a single reading', { estimate: undefined, readings: [1] }, '/readings', shape, 400),
    reading('a point of use of no standard', { usedAt: { parameters: {} } }, '/from', shape, 400),
    standard('a standard named in two ways', { from: both }, '/from/reference', shape, {}, 400),
  ])

  it.each([
    ['a number beyond any double', '{"laboratory": 1e400}', 'request.json-number-out-of-range', 400],
    ['an end that comes too early', '{"laboratory": "LAB"', 'request.json-syntax', 400],
    ['a member that stands twice', '{"place": "A", "place": "B"}', 'request.json-repeated-member', 400],
    ['a number that JSON does not have', '{"laboratory": NaN}', 'request.json-syntax', 400],
    ['more than 1 MiB', `{"place": "${'x'.repeat(1 << 20)}"}`, 'request.too-large', 413],
  ])('a text with %s', async (_, text, code, status) => {
    const before = await rowsOf(s)
    const answer = await sent(s, lab.technician.key, '/v1/calibrations', text)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await rowsOf(s)).toBe(before)
  })

  it('a body that is not JSON by its own word', async () => {
    const answer = await lab.technician.post('/v1/calibrations', entryOfWeight(), {
      'content-type': 'text/plain',
    })
    expect(answer).toMatchObject({ status: 415, body: { code: 'request.other-media' } })
  })

  it('every fault at once, each with its place', async () => {
    const worst = entryOfWeight({ colour: 'grey', started: 'yesterday', results: [] })
    const { body } = await lab.technician.post('/v1/calibrations', worst)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/colour',
      '/results',
      '/started',
    ])
  })

  it('without a single failure of ours', () => {
    expect(s.complaints).toEqual([])
  })
})
