import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { administrator, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

const blocks = {
  code: 'CMC-1',
  organization: 'LAB',
  kind: 'kcdb-cmc',
  issuer: 'BIPM KCDB',
  number: 'APMP-L-CN-00000ABC-1',
  measurandKind: 'length.gauge-block',
  scope: {
    range: { lower: '0.5', upper: '100', unit: 'mm' },
    uncertainty: { form: 'quadrature', a: '22', b: '0.2', unit: 'nm' },
    validFrom: '2020-01-01',
  },
}

const entry = (code: string, scope: object = {}, more: object = {}) => ({
  ...blocks,
  code,
  ...more,
  scope: { ...blocks.scope, ...scope },
})

const uncertainty = (u: object) => ({ uncertainty: { unit: 'nm', ...u } })

const itself = (pointer: string) => ({ code: 'competence.contradicts-itself', status: 422, pointer })

describe('a competence', () => {
  const s = service()
  const admin = administrator(s)
  const refused = async (scope: object, more: object = {}) =>
    (await admin.post('/v1/competences', entry('NEW', scope, more))).body

  it('is active from the day its scope begins, and keeps the digits of its scope', async () => {
    await newOrganization(admin, 'LAB', { sites: [{ code: 'north', address: 'North Road 1' }] })
    const made = must(await admin.post('/v1/competences', blocks))
    expect(made.body).toMatchObject({
      code: 'CMC-1',
      organization: 'LAB',
      measurandKind: 'length.gauge-block',
      status: 'active',
      at: '2026-03-02',
      scope: {
        range: { lower: '0.5', upper: '100', unit: 'mm' },
        uncertainty: {
          form: 'quadrature',
          a: '22',
          b: '0.2',
          unit: 'nm',
          coverageFactor: '2',
          relative: false,
        },
      },
      version: 1,
    })
    expect((await admin.get('/v1/competences/CMC-1')).body).toEqual(made.body)
    expect((await admin.get('/v1/competences/CMC-1?at=2019-12-31')).body).toMatchObject({
      status: 'not-yet-valid',
    })
    expect((await admin.post('/v1/competences', blocks)).body).toMatchObject({
      code: 'competence.code-taken',
      competence: made.body.id,
    })
  })

  it('that contradicts itself is refused at the place where it does', async () => {
    const table = (...rows: [string, string][]) =>
      uncertainty({ form: 'table', rows: rows.map(([value, u]) => ({ value, expandedUncertainty: u })) })

    expect(await refused({ range: { lower: '5', upper: '1', unit: 'mm' } })).toMatchObject({
      code: 'measurand-kind.range-reversed',
      pointer: '/scope/range/upper',
    })
    expect(await refused({ validTo: '2019-01-01' })).toMatchObject({
      code: 'competence.dates-reversed',
      pointer: '/scope/validTo',
    })
    expect(await refused({ range: { lower: '0', upper: '1', unit: 'kg' } })).toMatchObject({
      code: 'measurand-kind.unit-of-other-dimension',
      pointer: '/scope/range/unit',
    })
    expect(await refused(uncertainty({ form: 'quadrature', a: '1', b: '1', unit: 'mV' }))).toMatchObject({
      code: 'measurand-kind.unit-of-other-dimension',
      pointer: '/scope/uncertainty/unit',
    })
    const expression = (text: string) => uncertainty({ form: 'expression', expression: text })
    expect(await refused(expression('20 + y'))).toMatchObject({
      code: 'measurement-model.undeclared-input',
      pointer: expect.stringMatching(/^\/scope\/uncertainty\/expression/),
    })
    expect(await refused(expression('20 - x'))).toMatchObject(itself('/scope/uncertainty/expression'))
    expect(await refused(expression('1 / (x - 0.5)'))).toMatchObject(itself('/scope/uncertainty/expression'))
    expect(await refused(expression('createUnit(x)'))).toMatchObject({
      code: 'measurement-model.not-allowed',
    })
    expect(await refused(table(['0.5', '20'], ['50', '30']))).toMatchObject(itself('/scope/uncertainty/rows'))
    expect(await refused(table(['0.5', '20'], ['100', '30'], ['50', '25']))).toMatchObject(
      itself('/scope/uncertainty/rows/2/value'),
    )
    expect(await refused(table(['0.5', '0'], ['100', '30']))).toMatchObject(
      itself('/scope/uncertainty/rows/0/expandedUncertainty'),
    )
    expect(await refused({ parameters: [{ name: 'load', lower: 0, upper: 1, unit: 'kg' }] })).toMatchObject({
      code: 'competence.parameter-unknown',
      pointer: '/scope/parameters/0/name',
    })
    expect(await refused({ site: 'south' })).toMatchObject({
      code: 'competence.site-unknown',
      pointer: '/scope/site',
    })
    expect(await refused({ validFrom: 'today' })).toMatchObject({ code: 'request.does-not-match' })
    expect(await refused({}, { organization: 'NOWHERE' })).toMatchObject({ pointer: '/organization' })
    expect(await refused({}, { measurandKind: 'nothing' })).toMatchObject({ pointer: '/measurandKind' })
    expect((await admin.get('/v1/competences/NEW')).status).toBe(404)
  })

  it('states its uncertainty at every point of its range, and nowhere else', async () => {
    must(
      await admin.post(
        '/v1/competences',
        entry('EXPR', {
          uncertainty: { form: 'expression', expression: '20 + 0.3 * x', unit: 'nm', coverageFactor: '1.96' },
        }),
      ),
    )
    must(
      await admin.post(
        '/v1/competences',
        entry('TABLE', {
          uncertainty: {
            form: 'table',
            unit: 'nm',
            rows: [
              { value: 0.5, expandedUncertainty: 20 },
              { value: 100, expandedUncertainty: '40' },
            ],
          },
        }),
      ),
    )
    must(
      await admin.post(
        '/v1/competences',
        entry(
          'REL',
          {
            range: { lower: '1', upper: '10', unit: 'V' },
            uncertainty: { form: 'expression', expression: '3', unit: 'µV/V', relative: true },
          },
          { measurandKind: 'voltage.dc' },
        ),
      ),
    )
    const at = async (code: string, value: string, unit: string) =>
      (await admin.get(`/v1/competences/${code}/capability?value=${value}&unit=${encodeURIComponent(unit)}`))
        .body

    const cmc = await at('CMC-1', '50', 'mm')
    // NIM's published Q[22, 0.2L] is 24.2 nm at 50 mm.
    expect(cmc.expandedUncertainty.value).toBeCloseTo(24.17, 2)
    expect(cmc).toMatchObject({
      point: { value: '50', unit: 'mm' },
      expandedUncertainty: { unit: 'nm' },
      coverageFactor: '2',
    })
    expect((await at('CMC-1', '0.05', 'm')).expandedUncertainty.value).toBeCloseTo(24.17, 2)
    expect((await at('EXPR', '100', 'mm')).expandedUncertainty.value).toBeCloseTo(50, 9)
    expect((await at('EXPR', '100', 'mm')).coverageFactor).toBe('1.96')
    expect((await at('TABLE', '50.25', 'mm')).expandedUncertainty.value).toBeCloseTo(30, 9)
    const relative = (await at('REL', '10', 'V')).expandedUncertainty
    expect(relative.value).toBeCloseTo(30e-6, 12)
    expect(relative.unit).toBe('V')

    expect(await at('CMC-1', '100.0001', 'mm')).toMatchObject({
      code: 'competence.outside-range',
      status: 422,
    })
    expect(await at('CMC-1', '1', 'kg')).toMatchObject({ code: 'unit.other-dimension', pointer: '/unit' })
    expect(await at('CMC-1', 'much', 'mm')).toMatchObject({
      code: 'request.does-not-match',
      pointer: '/value',
    })
    expect(
      (await admin.get('/v1/competences/CMC-1/capability?value=1&unit=mm&at=2019-01-01')).body.code,
    ).toBe('competence.not-in-force')
  })

  it('that states no uncertainty says so when it is asked for one', async () => {
    const { uncertainty: _, ...scope } = blocks.scope
    must(await admin.post('/v1/competences', { ...blocks, code: 'NONE', scope }))
    const answer = await admin.get('/v1/competences/NONE/capability?value=1&unit=mm')
    expect(answer.body).toMatchObject({ status: 422, code: 'competence.no-capability-stated' })
  })

  const upperOn = async (day: string) =>
    (await admin.get(`/v1/competences/CMC-1?at=${day}`)).body.scope.range.upper

  it('is reduced by a new version that leaves what it said before', async () => {
    const change = {
      scope: { ...blocks.scope, range: { lower: '0.5', upper: '50', unit: 'mm' }, validFrom: '2025-01-01' },
      reason: 'Comparison L-K1 not passed above 50 mm',
    }
    const post = (headers: Record<string, string>) =>
      admin.post('/v1/competences/CMC-1/versions', change, headers)
    expect((await post({})).status).toBe(428)
    const changed = await post({ 'if-match': '"1"' })
    expect(changed.status).toBe(201)
    expect(changed.body.versions).toHaveLength(2)
    expect(changed.headers.get('etag')).toBe('"2"')
    expect((await post({ 'if-match': '"1"' })).status).toBe(412)
    expect(await upperOn('2024-12-31')).toBe('100')
    expect(await upperOn('2025-01-01')).toBe('50')
  })

  const state = (status: string, effectiveFrom: string, version: number) =>
    admin.post(
      '/v1/competences/CMC-1/statuses',
      { status, effectiveFrom, reason: 'Surveillance' },
      { 'if-match': `"${version}"` },
    )

  const on = async (query: string) => (await admin.get(`/v1/competences/CMC-1?${query}`)).body.status

  it('is suspended and reinstated from days that are stated, and the past answers as it was then known', async () => {
    s.clock.moveTo('2026-03-05T08:00:00Z')
    must(await state('suspended', '2025-06-01', 2))
    const back = must(await state('active', '2025-09-01', 3))
    expect(back.body).toMatchObject({ status: 'active', version: 4 })
    expect((await state('withdrawn', '2026-01-01', 3)).status).toBe(412)
    expect(await on('at=2025-05-31')).toBe('active')
    expect(await on('at=2025-07-01')).toBe('suspended')
    expect(await on('at=2025-09-01')).toBe('active')
    expect(await on('at=2025-07-01&asKnownAt=2026-03-02T08:00:00Z')).toBe('active')
    expect(await on('at=2025-07-01&asKnownAt=2020-01-01T00:00:00Z')).toBe('not-yet-valid')
  })

  it('expires after the last day of its scope', async () => {
    must(await admin.post('/v1/competences', entry('ENDED', { validTo: '2025-12-31' })))
    const on = async (day: string) => (await admin.get(`/v1/competences/ENDED?at=${day}`)).body.status
    expect(await on('2025-12-31')).toBe('active')
    expect(await on('2026-01-01')).toBe('expired')
  })

  it('is listed by organization, kind and measurand as it stands on a day', async () => {
    const listed = (
      await admin.get('/v1/competences?organization=LAB&measurandKind=length.gauge-block&at=2025-07-01')
    ).body
    const status = Object.fromEntries(
      listed.items.map((c: { code: string; status: string }) => [c.code, c.status]),
    )
    expect(status).toMatchObject({ 'CMC-1': 'suspended', EXPR: 'active' })
    expect((await admin.get('/v1/competences?kind=accreditation')).body.items).toEqual([])
  })

  it('is changed by its own organization only, and its history by nobody, not even in SQL', async () => {
    await newOrganization(admin, 'OTHER')
    const manager = await newPerson(s, admin, { organization: 'OTHER', roles: ['quality-manager'] })
    const body = { status: 'withdrawn', effectiveFrom: '2026-01-01', reason: 'x' }
    const answer = await manager.post('/v1/competences/CMC-1/statuses', body, { 'if-match': '"4"' })
    expect(answer.body.code).toBe('access.not-your-organization')
    const scope = { scope: blocks.scope, reason: 'x' }
    expect((await manager.post('/v1/competences/CMC-1/versions', scope, { 'if-match': '"4"' })).status).toBe(
      403,
    )
    expect((await manager.post('/v1/competences', entry('Z'))).body.code).toBe('access.not-your-organization')
    for (const table of ['competence_versions', 'competence_statuses']) {
      await expect(s.orm.em.fork().execute(`delete from ${table}`)).rejects.toThrow('append only')
      await expect(s.orm.em.fork().execute(`update ${table} set reason = 'x'`)).rejects.toThrow('append only')
    }
  })
})
