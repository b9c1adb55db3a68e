import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Capability } from '#metrology/competence/capability.ts'
import { ilacP10, policies } from '#metrology/traceability/policies.ts'
import type { CompetenceRecord } from '#metrology/traceability/records.ts'
import { supportBehind } from '#metrology/traceability/routes/depth.ts'
import { routesFor } from '#metrology/traceability/routes/routes.ts'
import type { KnownCompetences, RoutesQuestion } from '#metrology/traceability/routes/routes.ts'

import { competence, fromDevice, calibrate, goodChain, item, on } from '../chain-book.ts'

const mg = 1e-6

const constant = (U: number, coverageFactor = 2): Capability => ({
  uncertainty: { form: 'quadrature', a: U, b: 0 },
  argument: 'value',
  argumentUnitSize: 1,
  uncertaintyUnitSize: 1,
  relative: false,
  coverageFactor,
})

const line = (capability?: Capability) => ({
  sequence: 1,
  lower: 0.001,
  upper: 20,
  validFrom: '2020-01-01',
  recordedAt: on('2020-01-01'),
  ...(capability && { capability }),
})

const lab = (id: string, ...roles: string[]) => ({ id, code: id, name: { en: id, zh: id }, roles })
const holds = (id: string, kind: string, U?: number, more: Partial<CompetenceRecord> = {}) =>
  competence(id, kind, { versions: [line(U === undefined ? undefined : constant(U))], ...more })

/** A national institute, a provincial and a municipal one, and a plant; the municipal one rests on the provincial one. */
const known: KnownCompetences = {
  organizations: new Map(
    [lab('NMI', 'national-metrology-institute'), lab('PROVINCE'), lab('CITY'), lab('PLANT')].map((one) => [
      one.id,
      one,
    ]),
  ),
  competences: [
    holds('CITY', 'accreditation', 30 * mg),
    holds('NMI', 'kcdb-cmc', 0.5 * mg),
    holds('PLANT', 'documented-evidence', 10 * mg),
    holds('PROVINCE', 'accreditation', 5 * mg),
  ],
  supports: new Map([
    ['NMI', { certificate: 'N', depth: 1, through: [] }],
    ['PROVINCE', { certificate: 'P', depth: 2, through: ['NMI'] }],
    ['CITY', { certificate: 'C', depth: 3, through: ['PROVINCE', 'NMI'] }],
  ]),
}

const asked: RoutesQuestion = {
  measurandKind: 'mass',
  value: 1,
  parameters: {},
  on: '2024-06-03',
  policy: ilacP10,
}
const ask = (change: Partial<RoutesQuestion> = {}, more: Partial<KnownCompetences> = {}) => {
  const found = routesFor({ ...known, ...more }, { ...asked, ...change })
  return { ...found, names: found.routes.map((one) => one.organization.id) }
}

describe('the routes for a point', () => {
  it('are the competences that cover it that day, the nearest to the root first, conditions last', () => {
    expect(ask().names).toEqual(['NMI', 'PROVINCE', 'CITY', 'PLANT'])
    expect(ask().gaps).toEqual([])
  })

  it('put before all others those that reach the target', () => {
    const { names, routes } = ask({ expandedUncertainty: 5 * mg })
    expect(names).toEqual(['NMI', 'PROVINCE', 'CITY', 'PLANT'])
    expect(routes.map((one) => one.reaches)).toEqual([true, true, false, false])
  })

  it('state U for k = 2, whatever k the scope was stated for', () => {
    const competences = [holds('CITY', 'accreditation', 0, { versions: [line(constant(30 * mg, 3))] })]
    expect(ask({}, { competences }).routes[0]?.expandedUncertainty).toBeCloseTo(20 * mg, 12)
  })

  it('without a stated U are possible, and not known to reach a target', () => {
    const competences = [holds('CITY', 'accreditation')]
    const { routes, gaps } = ask({ expandedUncertainty: mg }, { competences })
    expect(routes[0]).toMatchObject({ expandedUncertainty: undefined, reaches: undefined })
    expect(gaps).toEqual([{ gap: 'uncertainty-too-large', smallest: undefined }])
  })

  it('cover every parameter that is asked for', () => {
    const scoped = { ...line(constant(mg)), parameters: { frequency: { lower: 40, upper: 1000 } } }
    const competences = [...known.competences, holds('CITY', 'kcdb-cmc', 0, { versions: [scoped] })]
    expect(ask({ parameters: { frequency: 50 } }, { competences }).names).toEqual(['CITY'])
    expect(ask({ parameters: { frequency: 5000 } }, { competences }).names).toEqual([])
  })

  it('show what the flatter one gains', () => {
    const { flatter } = ask({ expandedUncertainty: 50 * mg })
    expect(flatter).toMatchObject({ stepsSaved: 2, from: { organization: { id: 'CITY' } } })
    expect(flatter?.to.organization.id).toBe('NMI')
    expect(flatter?.uncertaintyGained).toBeCloseTo(29.5 * mg, 12)
    expect(ask({ expandedUncertainty: mg }).flatter).toBeUndefined()
  })

  it('are the same in whatever order the competences are known', () => {
    const orders = fc.shuffledSubarray([...known.competences], { minLength: known.competences.length })
    fc.assert(
      fc.property(orders, fc.constantFrom(...policies), (competences, policy) => {
        expect(ask({ policy }, { competences })).toEqual(ask({ policy }))
      }),
    )
  })
})

describe('the gaps', () => {
  it('say that nobody can calibrate the point (检不了), and why each competence for the kind does not serve', () => {
    const suspended = [
      { status: 'suspended', effectiveFrom: '2024-01-01', recordedAt: on('2024-01-01') },
    ] as const
    const competences = [
      holds('CITY', 'accreditation', mg, { statuses: suspended }),
      holds('NMI', 'kcdb-cmc', mg, { versions: [{ ...line(), upper: 0.5 }] }),
      holds('PLANT', 'self-declared', mg),
      holds('PROVINCE', 'accreditation', mg, { measurandKind: 'force' }),
    ]
    const { routes, gaps } = ask({}, { competences })
    expect(routes).toEqual([])
    expect(gaps).toMatchObject([
      {
        gap: 'no-competence-for-point',
        misses: [
          { competence: { organizationId: 'CITY' }, why: 'not-active' },
          { competence: { organizationId: 'NMI' }, why: 'outside-range' },
          { competence: { organizationId: 'PLANT' }, why: 'not-admitted' },
        ],
      },
    ])
  })

  it('say that nobody can do it well enough (检不准), with the smallest U there is', () => {
    const { names, gaps } = ask({ expandedUncertainty: 0.1 * mg })
    expect(names).toHaveLength(4)
    expect(gaps).toEqual([{ gap: 'uncertainty-too-large', smallest: expect.closeTo(0.5 * mg, 12) as number }])
  })
})

describe('the depth of a laboratory', () => {
  it('is the number of steps from its work to the root, with the laboratories between', () => {
    const known = on('2040-01-01')
    expect(supportBehind(goodChain(), 'low', known)).toEqual({
      certificate: 'N-low',
      depth: 2,
      through: ['NMI'],
    })
    expect(supportBehind(goodChain(), 'top', known)).toEqual({ certificate: 'N-top', depth: 1, through: [] })
  })

  it('is not known where the chain reaches no reference', () => {
    const book = goodChain()
    book.equipment.push(item('A'))
    calibrate(book, { id: 'lost', by: 'LAB', of: 'B', day: '2024-06-03', from: [fromDevice('A')] })
    expect(supportBehind(book, 'lost', on('2040-01-01'))).toBeUndefined()
    expect(supportBehind(book, 'nothing', on('2040-01-01'))).toBeUndefined()
  })
})
