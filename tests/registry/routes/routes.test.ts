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
    expect((await lab.public.get(`/v1/routes?${kind}&value=1&unit=kg`)).status).toBe(401)
  })
})
