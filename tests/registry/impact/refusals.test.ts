import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { resistors } from './resistors-of-the-tests.ts'

describe('a question about impact', () => {
  const s = service()
  const lab = resistors(s)
  const subject = { certificate: 'NMI-R-1', result: 'R' }
  const shift = { value: '4', unit: 'µΩ/Ω' }
  const refused = async (body: object, headers: Record<string, string> = {}) => {
    const { status, body: problem } = await lab.technician.post('/v1/impact', body, headers)
    return { status, code: problem.code, pointer: problem.pointer, detail: problem.detail }
  }
  const cases: readonly [what: string, body: object, code: string, pointer: string][] = [
    [
      'of equipment that does not exist',
      { subject: { equipment: 'NONE' } },
      'impact.subject-not-registered',
      '/subject/equipment',
    ],
    [
      'of a component that does not exist',
      { subject: { equipment: 'RS', component: 'ch9' } },
      'impact.subject-not-registered',
      '/subject/component',
    ],
    [
      'of a certificate that does not exist',
      { subject: { certificate: 'NONE-1' } },
      'impact.subject-not-registered',
      '/subject/certificate',
    ],
    [
      'of a result that the certificate does not have',
      { subject: { certificate: 'NMI-R-1', result: 'other' } },
      'impact.subject-not-registered',
      '/subject/result',
    ],
    [
      'of a reference that does not exist',
      { subject: { reference: 'NONE' } },
      'impact.subject-not-registered',
      '/subject/reference',
    ],
    ['that supposes nothing', { subject, hypothesis: {} }, 'impact.hypothesis-empty', '/hypothesis'],
    [
      'that supposes only that nothing is revoked',
      { subject, hypothesis: { revoked: false } },
      'impact.hypothesis-empty',
      '/hypothesis',
    ],
    [
      'that supposes a value of what is worth nothing',
      { subject, hypothesis: { revoked: true, shift } },
      'impact.hypothesis-contradicts-itself',
      '/hypothesis',
    ],
    [
      'with a shift of another quantity',
      { subject, hypothesis: { shift: { value: '1', unit: 'mV' } } },
      'impact.hypothesis-of-other-kind',
      '/hypothesis/shift/unit',
    ],
    [
      'with a drift of another quantity',
      { subject, hypothesis: { shift, driftPerYear: { value: '1', unit: 'kg' } } },
      'impact.hypothesis-of-other-kind',
      '/hypothesis/driftPerYear/unit',
    ],
    [
      'with a unit that nobody knows',
      { subject, hypothesis: { shift: { value: '1', unit: 'furlong' } } },
      'unit.unknown',
      '/hypothesis/shift/unit',
    ],
    [
      'with an uncertainty of nothing',
      { subject, hypothesis: { expandedUncertainty: { value: '0', unit: 'Ω' } } },
      'impact.uncertainty-not-positive',
      '/hypothesis/expandedUncertainty/value',
    ],
    [
      'with a drift of a reference that has no beginning',
      { subject: { reference: 'OHM' }, hypothesis: { driftPerYear: { value: '1', unit: 'mΩ' } } },
      'impact.drift-without-beginning',
      '/since',
    ],
    [
      'with a window that ends before it begins',
      { subject, since: '2026-02-02T00:00:00Z', until: '2026-02-01T00:00:00Z' },
      'impact.window-reversed',
      '/until',
    ],
  ]

  it.each(cases)('is refused %s', async (_, body, code, pointer) => {
    expect(await refused(body)).toMatchObject({ status: 422, code, pointer })
    // As a stream as well: nothing is refused after the first line.
    const asStream = await refused(body, { accept: 'application/x-ndjson' })
    expect(asStream).toMatchObject({ status: 422, code, pointer })
  })

  it('is refused where a figure has no unit, or the subject is not one thing', async () => {
    for (const body of [
      { subject, hypothesis: { shift: { value: '4' } } },
      { subject, hypothesis: { shift: 4 } },
      { subject: {} },
      { subject: { equipment: 'RS', reference: 'OHM' } },
      { hypothesis: { shift } },
    ]) {
      expect(await refused(body)).toMatchObject({ status: 400, code: 'request.does-not-match' })
    }
  })

  it('is refused in the language of whoever asks', async () => {
    const { detail } = await refused({ subject, hypothesis: {} }, { 'accept-language': 'zh' })
    expect(detail).toBe('请给出偏移、漂移、扩展不确定度或撤销之一')
  })

  it('needs a key', async () => {
    expect((await lab.public.post('/v1/impact', { subject })).status).toBe(401)
  })

  it('concerns the drift of a reference from the beginning of the window on', async () => {
    const hypothesis = { driftPerYear: { value: '1', unit: 'mΩ' } }
    const body = { subject: { reference: 'OHM' }, since: '2025-01-01T00:00:00Z', hypothesis }
    const { items } = (await lab.technician.post('/v1/impact', body)).body
    const years = (Date.parse('2025-06-03T16:00:00+08:00') - Date.parse('2025-01-01T00:00:00Z')) / 31557600e3
    expect(items[0].after.estimate - items[0].before.estimate).toBeCloseTo(0.001 * years, 8)
    expect(s.complaints).toEqual([])
  })
})
