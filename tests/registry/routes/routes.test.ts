import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

describe('the routes for a point', () => {
  const s = service()
  const lab = laboratory(s)

  beforeAll(async () => {
    await issued(lab, entryOfWeight())
  })

  const ask = (query: string) => lab.technician.get(`/v1/routes?measurandKind=mass.conventional&${query}`)

  it('are ranked by what they reach, with the depth of the laboratory', async () => {
    const { body } = must(await ask('value=10&unit=kg&uncertaintyUnit=mg'))
    expect(body).toMatchObject({ point: { value: 10, unit: 'kg' }, policy: 'ILAC-P10', gaps: [], others: 0 })
    expect(body.routes).toMatchObject([
      { rank: 1, organization: 'NMI', by: '1', depth: 1, through: [], certificate: 'NMI-2025-0001' },
      { rank: 2, organization: 'LAB', by: '2', depth: 2, through: ['NMI'] },
    ])
    expect(body.routes[0].expandedUncertainty.value).toBeCloseTo(10, 9)
    expect(body.routes[0].expandedUncertainty.unit).toBe('mg')
  })

  it('show what the flatter one saves', async () => {
    const { body } = must(await ask('value=10&unit=kg&uncertaintyUnit=mg&expandedUncertainty=20'))
    expect(body.target).toEqual({ value: 20, unit: 'mg' })
    expect(body.routes.map((one: { reaches: boolean }) => one.reaches)).toEqual([true, true])
    expect(body.flatter).toMatchObject({ from: 'LAB-MASS', to: 'NMI-MASS', stepsSaved: 1 })
  })

  it('end in a gap where nobody covers the point, or nobody is good enough', async () => {
    const outside = must(await ask('value=50&unit=kg')).body
    expect(outside.routes).toEqual([])
    expect(outside.gaps).toMatchObject([
      {
        gap: 'no-competence-for-point',
        misses: [
          { competence: 'LAB-MASS', why: 'outside-range' },
          { competence: 'NMI-MASS', why: 'outside-range' },
        ],
      },
    ])
    expect(must(await ask('value=10&unit=kg&at=2020-01-01')).body.gaps[0].misses[0].why).toBe('not-active')
    const coarse = must(await ask('value=10&unit=kg&uncertaintyUnit=mg&expandedUncertainty=1')).body
    expect(coarse.gaps).toMatchObject([{ gap: 'uncertainty-too-large', smallest: { unit: 'mg' } }])
    expect(coarse.gaps[0].smallest.value).toBeCloseTo(10, 9)
    expect(must(await ask('value=10&unit=kg&parameters=pressure=1 bar')).body.gaps[0].misses[0].why).toBe(
      'parameter-outside',
    )
  })

  it('are those that were known at a moment', async () => {
    const { body } = must(await ask('value=10&unit=kg&asKnownAt=2020-01-01T00:00:00Z'))
    expect(body).toMatchObject({ routes: [], gaps: [{ gap: 'no-competence-for-point', misses: [] }] })
  })

  it('are refused for an unknown kind, a unit that does not fit, and what cannot be read', async () => {
    const refused = async (query: string) => (await lab.technician.get(`/v1/routes?${query}`)).body.code
    expect(await refused('measurandKind=nothing&value=1&unit=kg')).toBe('traceability.unknown-kind')
    const kind = 'measurandKind=mass.conventional'
    expect(await refused(`${kind}&value=1&unit=V`)).toBe('measurand-kind.unit-of-other-dimension')
    expect(await refused(`${kind}&value=1&unit=kg&parameters=load`)).toBe('routes.parameters-unreadable')
    expect(await refused(`${kind}&value=1&unit=kg&expandedUncertainty=-1`)).toBe('routes.target-not-positive')
    // Where something could be calibrated is for everybody to know; how far from the root, as far as certificates are public.
    expect((await lab.public.get(`/v1/routes?${kind}&value=1&unit=kg`)).status).toBe(200)
  })
})

const wanted = (value: string, U?: string, more: object = {}) => ({
  measurandKind: 'mass.conventional',
  point: { value, unit: 'kg' },
  ...(U !== undefined && { expandedUncertainty: { value: U, unit: 'mg' } }),
  ...more,
})

describe('the gaps among many wanted points', () => {
  const s = service()
  const lab = laboratory(s)
  const ask = (...points: unknown[]) => lab.technician.post('/v1/routes/gaps', { wanted: points })

  it('are those that nobody covers and those that nobody reaches, in the order of the list', async () => {
    const pressure = { parameters: { pressure: { value: '100', unit: 'kPa' } } }
    const { body } = must(
      await ask(
        wanted('10', '30', { label: 'Balance 7' }),
        wanted('10', '1'),
        wanted('50'),
        wanted('10', '30', pressure),
      ),
    )
    expect(body.summary).toEqual({ points: 4, served: 1, noCompetence: 2, uncertaintyTooLarge: 1 })
    expect(body.items).toMatchObject([
      { position: 0, label: 'Balance 7', served: true, gaps: [], target: { value: 30, unit: 'mg' } },
      {
        served: false,
        best: { organization: 'LAB', expandedUncertainty: { value: 10, unit: 'mg' } },
        gaps: [{ gap: 'uncertainty-too-large', smallest: { value: 10, unit: 'mg' } }],
      },
      { served: false, best: null, gaps: [{ gap: 'no-competence-for-point' }] },
      { served: false, best: null, gaps: [{ misses: [{ why: 'parameter-outside' }, {}] }] },
    ])
    expect(JSON.stringify(body)).not.toMatch(/\d\.\d*(?:0000000|9999999)/u)
  })

  it('are refused by the place of the point that is not understood', async () => {
    const refused = async (point: object) => {
      const { status, body } = await ask(wanted('10'), { ...wanted('10', '1'), ...point })
      return [status, body.code, body.pointer]
    }
    expect(await refused({ measurandKind: 'nothing' })).toEqual([
      422,
      'traceability.unknown-kind',
      '/wanted/1/measurandKind',
    ])
    expect((await refused({ point: { value: 1, unit: 'V' } })).slice(0, 2)).toEqual([
      422,
      'measurand-kind.unit-of-other-dimension',
    ])
    expect(await refused({ expandedUncertainty: { value: 0, unit: 'mg' } })).toEqual([
      422,
      'routes.target-not-positive',
      '/wanted/1/expandedUncertainty',
    ])
    expect((await ask()).status).toBe(400)
    expect((await lab.public.post('/v1/routes/gaps', { wanted: [wanted('1')] })).status).toBe(401)
  })

  it('print no rest of a conversion of units', async () => {
    const { body } = must(
      await lab.technician.get(
        '/v1/routes?measurandKind=mass.conventional&value=10&unit=kg&uncertaintyUnit=mg&expandedUncertainty=30',
      ),
    )
    expect(body.target).toEqual({ value: 30, unit: 'mg' })
    expect(JSON.stringify(body)).not.toMatch(/\d\.\d*(?:0000000|9999999)/u)
  })
})
