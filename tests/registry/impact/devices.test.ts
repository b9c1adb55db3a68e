import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { equipment, issued } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'
import { entryOf, mean, resistors, standardOfTests, transcribed } from './resistors-of-the-tests.ts'

/** Measured elsewhere with RX, of which only the device is named; the laboratory's figures are typed. */
const measuredWith = (device: string) => [
  {
    ...mean({}),
    model: { outputs: { y: 'x + d' } },
    estimate: { value: '10000.179', unit: 'Ω' },
    expandedUncertainty: { value: '0.019', unit: 'Ω' },
    coverageFactor: 2,
    inputs: {
      x: {
        from: { equipment: device },
        estimate: '10000.178',
        standardUncertainty: '0.0085',
        unit: 'Ω',
      },
      d: { estimate: '0.001', standardUncertainty: '0.004', unit: 'Ω' },
    },
    coverage: { k: 2 },
  },
]

describe('a standard that a certificate from elsewhere names only as a device', () => {
  const s = service()
  const lab = resistors(s)
  const hypothesis = { shift: { value: '4', unit: 'µΩ/Ω' } }
  const numbers = { RE: '', RF: '' }

  beforeAll(async () => {
    for (const code of ['RD', 'RE', 'RF']) must(await equipment(lab.admin, code, 'LAB', 'working-standard'))
    await transcribed(
      lab,
      standardOfTests('ELSEWHERE-1', 'RD', {
        issuer: 'OTHER',
        started: '2026-03-03T09:00:00+08:00',
        finished: '2026-03-03T10:00:00+08:00',
        issued: '2026-03-03T11:00:00+08:00',
        results: measuredWith('RX'),
      }),
    )
    const rd = { certificate: 'ELSEWHERE-1', result: 'R' }
    numbers.RE = (await issued(lab, entryOf('RE', '2026-03-04', [mean({ x: rd })]))).body.number
    s.clock.moveTo('2026-03-06T08:00:00Z')
    const re = { certificate: numbers.RE, result: 'R' }
    const rs = { certificate: 'NMI-R-1', result: 'R' }
    numbers.RF = (await issued(lab, entryOf('RF', '2026-03-05', [mean({ e: re, s: rs })]))).body.number
  })

  const asked = async (subject: object, more: object = {}) =>
    must(await lab.technician.post('/v1/impact', { subject, hypothesis, ...more })).body

  const numbersBelow = async (certificate: string) =>
    (await asked({ certificate })).items.map((item: { certificate: string }) => item.certificate)

  it('is followed by the rule of the chain, and so is everything below it, in order', async () => {
    const { items, summary } = await asked({ certificate: 'NMI-R-1' })
    const { RX, RY, RZ } = lab.certificates
    const told = items.map(({ certificate, depth }: { certificate: string; depth: number }) => [
      certificate,
      depth,
    ])
    expect(told).toEqual([
      [RX, 1],
      [RY, 2],
      [RZ, 2],
      ['ELSEWHERE-1', 2],
      [numbers.RE, 3],
      [numbers.RF, 4],
    ])
    expect(summary).toMatchObject({ results: 6, certificates: 6 })
    const moved = items.map(
      ({ before, after }: { before: { estimate: number }; after: { estimate: number } }) =>
        after.estimate - before.estimate,
    )
    const step = 10000.053 * 4e-6
    const throughRX = step * 1.0000105
    expect(moved[3]).toBeCloseTo(throughRX, 8)
    expect(moved[4]).toBeCloseTo(throughRX, 8)
    expect(moved[5]).toBeCloseTo((throughRX + step) / 2, 8)
  })

  it('is found where the device itself is the subject', async () => {
    const { items } = await asked({ equipment: 'RX' })
    const certificates = items.map(({ certificate }: { certificate: string }) => certificate)
    expect(certificates).toEqual(
      expect.arrayContaining([
        lab.certificates.RY,
        lab.certificates.RZ,
        'ELSEWHERE-1',
        numbers.RE,
        numbers.RF,
      ]),
    )
    expect(items).toHaveLength(5)
  })

  it('counts only where the device was used within the window', async () => {
    const before = await asked({ equipment: 'RX' }, { until: '2026-03-03T00:30:00Z' })
    expect(before.summary.results).toBe(0)
    const window = { since: '2026-03-03T01:00:00Z', until: '2026-03-03T02:00:00Z' }
    expect((await asked({ equipment: 'RX' }, window)).summary.results).toBe(4)
  })

  it('is another one from its next calibration on', async () => {
    // A later calibration of RX is what a later user of the device has used.
    await transcribed(
      lab,
      standardOfTests('NMI-R-2', 'RX', {
        started: '2026-03-05T09:00:00+08:00',
        finished: '2026-03-05T10:00:00+08:00',
        issued: '2026-03-05T11:00:00+08:00',
      }),
    )
    must(await equipment(lab.admin, 'RG', 'LAB', 'working-standard'))
    await transcribed(
      lab,
      standardOfTests('ELSEWHERE-2', 'RG', {
        issuer: 'OTHER',
        started: '2026-03-06T09:00:00+08:00',
        finished: '2026-03-06T10:00:00+08:00',
        issued: '2026-03-06T11:00:00+08:00',
        results: measuredWith('RX'),
      }),
    )
    expect(await numbersBelow('NMI-R-2')).toEqual(['ELSEWHERE-2'])
    expect(await numbersBelow(lab.certificates.RX)).not.toContain('ELSEWHERE-2')
    expect(s.complaints).toEqual([])
  })
})
