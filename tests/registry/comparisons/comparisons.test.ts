import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'
import { askingAs, standingIn } from '../tenancy/asking-postgres.ts'

const grams = (value: string) => ({ value, unit: 'g' })
const figures = (estimate: string, expandedUncertainty = '0.050') => ({
  estimate: grams(estimate),
  expandedUncertainty: grams(expandedUncertainty),
  coverageFactor: '2',
})
const reference = { ...figures('10000.005', '0.045'), source: 'Final report, table 3' }

describe('a round of a comparison', () => {
  const s = service()
  const lab = laboratory(s)
  const opened = (code: string, change: object = {}) =>
    lab.admin.post('/v1/comparisons', {
      code,
      name: { en: '10 kg weights', zh: '10 kg 砝码' },
      provider: 'NMI',
      measurandKind: 'mass.conventional',
      artefact: 'Travelling standard TS-4',
      point: { nominal: { value: '10', unit: 'kg' } },
      unit: 'g',
      openedOn: '2026-01-10',
      ...change,
    })
  const submitted = (code: string, change: object = {}) =>
    lab.technician.post(`/v1/comparisons/${code}/results`, {
      competence: 'LAB-MASS',
      measuredOn: '2026-02-25',
      figures: figures('10000.020'),
      ...change,
    })
  const closed = (code: string, closedOn: string, change: object = {}) =>
    lab.admin.post(`/v1/comparisons/${code}/close`, { closedOn, reference, ...change })

  const comparedOn = async (number: string, asKnownAt = s.clock.now().toISOString()) => {
    const asked = `/v1/certificates/${number}/traceability?asKnownAt=${asKnownAt}`
    const { rules, verdict } = must(await lab.public.get(asked)).body
    type Rule = { code: string; outcome: string; reason: string; label: string }
    const own = rules.filter(({ code, label }: Rule) => code === 'R21' && label === `${number}/m1`)
    return { told: own.map(({ outcome, reason }: Rule) => `${outcome} ${reason}`), verdict, own }
  }
  const worked = async (day: string) => {
    const [started, finished] = [`${day}T09:00:00+08:00`, `${day}T11:00:00+08:00`]
    return (await issued(lab, entryOfWeight({ started, finished }))).body.number
  }
  let number = ''

  it('keeps results sealed until it closes: from others, and from whoever runs it', async () => {
    number = (await issued(lab, entryOfWeight())).body.number
    const { body } = must(await opened('ROUND-1'))
    expect([body.state, body.results, body.provider]).toEqual(['open', [], 'NMI'])
    const { body: answered } = must(await submitted('ROUND-1', { figures: { certificate: number } }))
    const seen = async (by: { get: typeof lab.admin.get }) =>
      must(await by.get('/v1/comparisons/ROUND-1')).body.results[0]
    expect((await seen(lab.technician)).figures.estimate).toBeCloseTo(10000.025, 9)
    for (const result of [answered.results[0], await seen(lab.admin), await seen(lab.stranger)]) {
      expect(result).toMatchObject({ competence: 'LAB-MASS', organization: 'LAB', sealed: true })
      expect(result).not.toHaveProperty('figures')
    }
    const found = 'select estimate from comparison_figures'
    for (const [organization, rows] of [
      ['LAB', 1],
      ['NMI', 0],
      ['OTHER', 0],
      [undefined, 0],
    ] as const) {
      const standing = await standingIn(s, organization)
      expect((await askingAs(s, standing, found)).length, organization).toBe(rows)
      for (const column of ['estimate', 'stated', 'certified_result', '*'])
        await expect(askingAs(s, standing, `select ${column} from comparison_results`)).rejects.toThrow(
          'permission denied',
        )
    }
    const { items } = must(await lab.admin.get('/v1/audit-events?operation=submit-comparison-result')).body
    expect(items).toHaveLength(1)
    expect(JSON.stringify(items)).not.toContain('estimate')
    expect((await comparedOn(number)).told).toEqual([])
  })

  it('scores every result as it closes, with the standards that a result shares with the reference', async () => {
    const { body } = must(
      await closed('ROUND-1', '2026-03-01', { reference: { certificate: 'NMI-2025-0001', result: 'm1' } }),
    )
    const [{ figures: own, score }] = body.results
    // m_S of the laboratory is the reference itself: they share all of it, as its certificate states it.
    const covariance = 0.0225 ** 2
    const u = Math.hypot(
      0.0225,
      0.015 / Math.sqrt(3),
      0.025 / Math.sqrt(3),
      (0.01 / Math.sqrt(3)) * Math.SQRT2,
    )
    expect(own.standardUncertainty).toBeCloseTo(u, 9)
    expect(score.difference).toBeCloseTo(0.02, 9)
    expect(score.covariance).toBeCloseTo(covariance, 12)
    expect(score.normalizedError).toBeCloseTo(
      0.02 / (2 * Math.sqrt(u ** 2 + 0.0225 ** 2 - 2 * covariance)),
      9,
    )
    expect(body.closing).toMatchObject({
      closedOn: '2026-03-01',
      reference: { certificate: 'NMI-2025-0001' },
    })
    expect(body.state).toBe('closed')
    expect(must(await lab.stranger.get('/v1/comparisons/ROUND-1')).body.results[0].sealed).toBe(false)
  })

  it('tells of later work under the line that it compared well (R21)', async () => {
    s.clock.moveTo('2026-03-10T08:00:00Z')
    expect((await comparedOn(number)).told).toEqual([])
    expect((await comparedOn(await worked('2026-03-05'))).told).toEqual(['pass compared-well'])
  })

  it('with |En| > 1 sets conditions on work under the line, until its cause is removed', async () => {
    must(await opened('ROUND-2'))
    must(await submitted('ROUND-2', { figures: figures('10000.105') }))
    s.clock.moveTo('2026-03-12T08:00:00Z')
    const { body } = must(await closed('ROUND-2', '2026-03-11'))
    expect(body.results[0].score.normalizedError).toBeCloseTo(0.1 / Math.hypot(0.05, 0.045), 9)
    expect(body.results[0].figures.stated).toEqual(figures('10000.105'))
    expect(body.closing.reference).toMatchObject({ source: 'Final report, table 3', stated: reference })
    s.clock.moveTo('2026-03-20T08:00:00Z')
    const during = await worked('2026-03-15')
    const before = await comparedOn(during)
    expect([before.told, before.verdict]).toEqual([
      ['fail comparison-unresolved'],
      'traceable-with-conditions',
    ])
    expect(before.own[0].message.zh).toContain('未解决')

    const resolution = {
      competence: 'LAB-MASS',
      resolvedOn: '2026-03-18',
      cause: 'The air density was read from the wrong sensor',
      action: 'Sensors relabelled',
    }
    s.clock.moveTo('2026-03-21T08:00:00Z')
    const resolved = must(await lab.admin.post('/v1/comparisons/ROUND-2/resolutions', resolution)).body
    expect(resolved.results[0].resolutions).toMatchObject([{ resolvedOn: '2026-03-18' }])
    expect((await comparedOn(during)).told).toEqual(['fail comparison-unresolved'])
    const after = await worked('2026-03-19')
    expect((await comparedOn(after)).told).toEqual(['pass compared-well'])
  })

  it('changes no answer for a K before it was closed or its cause removed', async () => {
    s.clock.moveTo('2026-03-25T08:00:00Z')
    const later = await worked('2026-03-19')
    must(await opened('ROUND-3', { openedOn: '2026-03-01' }))
    must(await submitted('ROUND-3', { measuredOn: '2026-03-02', figures: figures('10000.3') }))
    s.clock.moveTo('2026-03-26T08:00:00Z')
    must(await closed('ROUND-3', '2026-03-19'))
    expect((await comparedOn(later, '2026-03-25T12:00:00Z')).told).toEqual(['pass compared-well'])
    expect((await comparedOn(later)).told).toEqual(['fail comparison-unresolved'])
  })

  const codes = async (query: string) =>
    must(await lab.technician.get(`/v1/comparisons?${query}`)).body.items.map(
      ({ code }: { code: string }) => code,
    )

  it('is found by measurand, by competence and by state', async () => {
    must(await opened('ROUND-4'))
    expect(await codes('state=open')).toEqual(['ROUND-4'])
    expect(await codes('competence=LAB-MASS&limit=2')).toEqual(['ROUND-1', 'ROUND-2'])
    expect(await codes('measurandKind=length')).toEqual([])
  })

  it.each([
    ['of another competence', { competence: 'NMI-MASS' }, 403, 'access.not-your-organization', '/competence'],
    ['of an unknown competence', { competence: 'NOBODY' }, 422, 'competence.not-registered', '/competence'],
    [
      'measured before it was opened',
      { measuredOn: '2026-01-09' },
      422,
      'comparison.days-reversed',
      '/measuredOn',
    ],
    ['measured in the future', { measuredOn: '2027-01-01' }, 422, 'comparison.days-reversed', '/measuredOn'],
    [
      'without an uncertainty',
      { figures: figures('10000', '0') },
      422,
      'comparison.figures-incomplete',
      '/figures/expandedUncertainty/value',
    ],
    [
      'in another dimension',
      { figures: { ...figures('1'), estimate: { value: '1', unit: 'm' } } },
      422,
      'calibration.unit-mismatch',
      '/figures/estimate/unit',
    ],
    [
      'of a certificate that does not exist',
      { figures: { certificate: 'NOTHING' } },
      422,
      'comparison.unknown-certified-result',
      '/figures/certificate',
    ],
  ])('refuses a result %s', async (_, change, status, code, pointer) => {
    const answer = await submitted('ROUND-4', change)
    expect([answer.status, answer.body.code, answer.body.pointer]).toEqual([status, code, pointer])
  })

  it('takes one result of each line, none after its end, and is closed once, by its provider', async () => {
    const refused = async (answer: ReturnType<typeof submitted>) => {
      const { status, body } = await answer
      return [status, body.code]
    }
    expect(await refused(closed('ROUND-4', '2026-03-20'))).toEqual([409, 'comparison.no-results'])
    must(await submitted('ROUND-4'))
    expect(await refused(submitted('ROUND-4'))).toEqual([409, 'comparison.result-repeated'])
    expect(await refused(closed('ROUND-4', '2026-02-24'))).toEqual([422, 'comparison.days-reversed'])
    const resolution = { competence: 'LAB-MASS', resolvedOn: '2026-03-18', cause: 'c', action: 'a' }
    const resolve = () => lab.admin.post('/v1/comparisons/ROUND-4/resolutions', resolution)
    expect(await refused(resolve())).toEqual([409, 'comparison.open'])
    must(await closed('ROUND-4', '2026-03-20'))
    expect(await refused(resolve())).toEqual([409, 'comparison.nothing-to-resolve'])
    expect(await refused(closed('ROUND-4', '2026-03-20'))).toEqual([409, 'comparison.closed'])
    expect(await refused(submitted('ROUND-4'))).toEqual([409, 'comparison.closed'])
    expect(await refused(opened('ROUND-4'))).toEqual([409, 'comparison.code-taken'])
    expect((await lab.technician.post('/v1/comparisons/ROUND-4/close', {})).status).toBe(403)
    expect((await lab.technician.get('/v1/comparisons/NONE')).body.code).toBe('comparison.unknown')
  })
})
