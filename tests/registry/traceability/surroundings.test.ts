import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory, standardTranscription } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const celsius = (value: string) => ({ value, unit: '°C' })
const temperature = (lower: string, upper: string) => ({
  quantity: 'Temperature',
  lower: celsius(lower),
  upper: celsius(upper),
})
const at = (value: string, unit = '°C') => [{ quantity: 'temperature', value: { value, unit } }]

describe('the conditions of use that a certificate states', () => {
  const s = service()
  const lab = laboratory(s)
  const standard = 'NMI-2025-0007'
  const usedAt = (environment: object[], rest: object = {}) => {
    const [result] = entryOfWeight().results
    const m_S = { from: { certificate: standard, result: 'm1' } }
    const inputs = { ...result!.inputs, m_S }
    return entryOfWeight({ environment, results: [{ ...result, inputs }], ...rest })
  }
  const conditionsFound = async (entry: object) => {
    const { number } = (await issued(lab, entry)).body
    const { rules, verdict } = must(await lab.public.get(`/v1/certificates/${number}/traceability`)).body
    type Rule = { code: string; outcome: string; reason: string }
    const found = rules.filter(({ code }: Rule) => code === 'R08')
    return { told: found.map(({ outcome, reason }: Rule) => `${outcome} ${reason}`), found, verdict }
  }

  beforeAll(async () => {
    const conditionsOfUse = [temperature('18', '22')]
    must(
      await lab.technician.post(
        '/v1/certificates',
        standardTranscription({ number: standard, conditionsOfUse }),
      ),
    )
    must(await lab.reviewer.post(`/v1/certificates/${standard}/check`, undefined, { 'if-match': '"1"' }))
  })

  it('stand in its document, as they were stated', async () => {
    const { body } = must(await lab.public.get(`/v1/certificates/${standard}`))
    expect(body.conditionsOfUse).toEqual([temperature('18', '22')])
  })

  it('are compared with the environment of every use: inside them a use passes, also in kelvins', async () => {
    const { told, verdict } = await conditionsFound(usedAt(at('20.3')))
    expect([told, verdict]).toEqual([['pass within-conditions'], 'traceable'])
    expect((await conditionsFound(usedAt(at('293.15', 'K')))).told).toEqual(['pass within-conditions'])
  })

  it('set conditions on a result that was measured outside them, with the figures', async () => {
    const { told, found, verdict } = await conditionsFound(usedAt(at('23.5')))
    expect([told, verdict]).toEqual([['fail outside-conditions'], 'traceable-with-conditions'])
    expect(found[0].message.en).toContain('23.5 °C (18…22 °C)')
    expect(found[0].message.zh).toContain('23.5 °C (18…22 °C)')
  })

  it('say nothing about a quantity that was not measured', async () => {
    const humidity = [{ quantity: 'humidity', value: { value: '80', unit: '%' } }]
    expect((await conditionsFound(usedAt(humidity))).told).toEqual([])
  })

  it('of work of this registry stand on its draft and on its certificate', async () => {
    const conditionsOfUse = [{ quantity: 'humidity', upper: { value: '60', unit: '%' } }]
    const { body } = await issued(lab, usedAt(at('20'), { conditionsOfUse }))
    expect(must(await lab.public.get(`/v1/certificates/${body.number}`)).body.conditionsOfUse).toEqual(
      conditionsOfUse,
    )
    const draft = must(await lab.technician.post('/v1/calibrations', usedAt(at('20'), { conditionsOfUse })))
    expect(draft.body.conditionsOfUse).toEqual(conditionsOfUse)
  })

  it.each([
    ['no limit at all', { quantity: 'temperature' }, 'calibration.condition-without-limits', ''],
    ['limits out of order', temperature('22', '18'), 'calibration.condition-without-limits', '/lower'],
    [
      'limits of two scales',
      { ...temperature('18', '22'), upper: { value: '295', unit: 'K' } },
      'calibration.unit-mismatch',
      '/upper/unit',
    ],
    [
      'an unknown unit',
      { quantity: 'x', lower: { value: '1', unit: 'furlong' } },
      'unit.unknown',
      '/lower/unit',
    ],
  ])('are refused with %s', async (_, condition, code, pointer) => {
    const answer = await lab.technician.post(
      '/v1/calibrations',
      usedAt(at('20'), { conditionsOfUse: [condition] }),
    )
    const place = `/conditionsOfUse/0${pointer}`
    expect([answer.status, answer.body.code, answer.body.pointer]).toEqual([422, code, place])
  })
})

describe('the site of the work', () => {
  const s = service()
  const lab = laboratory(s)

  beforeAll(async () => {
    const seen = must(await lab.admin.get('/v1/organizations/LAB')).body
    const { name, economy, roles, version } = seen
    const sites = ['north', 'south'].map((code) => ({ code, address: `${code}ern road` }))
    must(await lab.admin.put('/v1/organizations/LAB', { name, economy, roles, sites }, version))
    const competence = must(await lab.admin.get('/v1/competences/LAB-MASS'))
    const scope = {
      range: { lower: '1', upper: '20', unit: 'kg' },
      uncertainty: { form: 'quadrature', unit: 'mg', a: '10', b: '0', coverageFactor: 2 },
      site: 'north',
      validFrom: '2026-01-01',
    }
    const etag = { 'if-match': competence.headers.get('etag') ?? '' }
    const version2 = { scope, reason: 'Moved to one site' }
    must(await lab.admin.post('/v1/competences/LAB-MASS/versions', version2, etag))
  })

  const competenceFound = async (site: string | undefined) => {
    const { number } = (await issued(lab, entryOfWeight(site === undefined ? {} : { site }))).body
    const { rules } = must(await lab.public.get(`/v1/certificates/${number}/traceability`)).body
    const own = (rule: { code: string; label: string }) =>
      rule.code === 'R10' && rule.label === `${number}/m1`
    return rules.find(own).reason
  }

  it('has to be the one that the competence is for, where it is stated', async () => {
    expect(await competenceFound('north')).toBe('route-2')
    expect(await competenceFound('south')).toBe('competence-other-site')
    expect(await competenceFound(undefined)).toBe('route-2')
  })

  it('is a site of the laboratory', async () => {
    const answer = await lab.technician.post('/v1/calibrations', entryOfWeight({ site: 'west' }))
    expect([answer.status, answer.body.code, answer.body.pointer]).toEqual([
      422,
      'calibration.site-unknown',
      '/site',
    ])
    expect(answer.body.sites).toEqual(['north', 'south'])
    const elsewhere = standardTranscription({ number: 'NMI-2025-0009', site: 'west' })
    expect((await lab.technician.post('/v1/certificates', elsewhere)).body.code).toBe(
      'calibration.site-unknown',
    )
  })
})
