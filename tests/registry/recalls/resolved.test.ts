import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOf, mean, resistors } from '../impact/resistors-of-the-tests.ts'
import { equipment, issued } from '../laboratory-of-the-tests.ts'
import { must, newPerson } from '../people-of-the-tests.ts'

const scopeOf = (organization: string, kind: string) => ({
  code: `${organization}-R`,
  organization,
  kind,
  issuer: 'Issuer',
  number: `${organization}-R-1`,
  measurandKind: 'resistance.dc',
  scope: {
    range: { lower: '1', upper: '100', unit: 'kΩ' },
    uncertainty: { form: 'quadrature', unit: 'mΩ', a: '1', b: '0', coverageFactor: 2 },
    validFrom: '2024-01-01',
  },
})

const lifting = ({ rules }: { rules: { code: string; reason: string; outcome: string }[] }) =>
  rules.filter(({ code }) => code === 'R19').map(({ outcome, reason }) => `${outcome} ${reason}`)

describe('a result that a finding about its standard made suspect', () => {
  const s = service()
  const lab = resistors(s)
  let manager: Awaited<ReturnType<typeof newPerson>>
  let direct = ''
  const found = '2026-03-02T12:00:00Z'

  const trace = async (number: string, more = '') =>
    must(await lab.public.get(`/v1/certificates/${number}/traceability?at=2026-03-04T12:00:00Z${more}`)).body
  const decide = (decision: string, certificate: string) =>
    manager.post('/v1/recalls/RC-1/dispositions', {
      decision,
      reason: 'Its limits are ten times as wide',
      items: [{ certificate, result: 'R' }],
    })

  beforeAll(async () => {
    for (const [organization, kind] of [
      ['NMI', 'kcdb-cmc'],
      ['LAB', 'accreditation'],
    ] as const)
      must(await lab.admin.post('/v1/competences', scopeOf(organization, kind)))
    manager = await newPerson(s, lab.admin, { organization: 'LAB', roles: ['quality-manager'] })
    must(await equipment(lab.admin, 'RW', 'PLANT', 'instrument'))
    const rs = { certificate: 'NMI-R-1', result: 'R' }
    direct = (await issued(lab, entryOf('RW', '2026-03-01', [mean({ s: rs })]))).body.number
    must(
      await lab.admin.post('/v1/equipment/RS/events', {
        kind: 'intermediate-check',
        outcome: 'failed',
        occurredAt: found,
        detail: 'Against the check standard: 4 µΩ/Ω higher',
      }),
    )
    s.clock.moveTo('2026-03-05T08:00:00Z')
    must(
      await manager.post('/v1/recalls', {
        code: 'RC-1',
        cause: 'The check of RS failed',
        impact: { subject: { equipment: 'RS' }, hypothesis: { shift: { value: '4', unit: 'µΩ/Ω' } } },
      }),
    )
  })

  it('is suspect, and to be amended or recalled, until something is decided', async () => {
    const answer = await trace(direct)
    expect(answer.verdict).toBe('suspect')
    expect(lifting(answer)).toContain('warn recall')
  })

  it('is resolved, with a condition, where the recall decides that it has no effect; and was suspect before', async () => {
    s.clock.moveTo('2026-03-06T08:00:00Z')
    must(await decide('no-effect', direct))
    must(await decide('no-effect', lab.certificates.RX))
    const answer = await trace(direct)
    expect(lifting(answer)).toContain('pass resolved-by-recall')
    const told = answer.rules.find(({ reason }: { reason: string }) => reason === 'resolved-by-recall')
    expect(told.evidence).toEqual([{ record: 'recall', id: 'RC-1', day: '2026-03-06' }])
    expect(told.message.en).toContain('Recall RC-1 decided on 2026-03-06')
    const before = await trace(direct, '&asKnownAt=2026-03-05T12:00:00Z')
    expect(before.verdict).toBe('suspect')
  })

  it('stays suspect where a decision on conformity would have flipped, whatever is decided', async () => {
    const { RX } = lab.certificates
    const answer = await trace(RX)
    expect(answer.verdict).toBe('suspect')
    expect(lifting(answer)).toContain('warn recall')
  })

  it('is suspect again where it is decided anew that it has an effect', async () => {
    s.clock.moveTo('2026-03-07T08:00:00Z')
    must(await decide('amend', direct))
    const answer = await trace(direct)
    expect(answer.verdict).toBe('suspect')
    const { verdict } = await trace(direct, '&asKnownAt=2026-03-06T12:00:00Z')
    expect(verdict).not.toBe('not-traceable')
  })

  it('says on its certificate and in its validity what is done about it', async () => {
    const { body } = must(await lab.public.get(`/v1/certificates/${direct}/recalls`))
    expect(JSON.stringify(body)).toContain('RC-1')
    const read = must(await lab.public.get(`/v1/certificates/${direct}`))
    expect(read.body.recalls).toEqual(body.items)
    expect(read.body.recalls).toMatchObject([{ recall: 'RC-1', result: 'R', disposition: 'amend' }])
    // Who has read it before the last decision reads it anew.
    expect(Number(read.headers.get('etag')?.slice(1, -1))).toBeGreaterThan(1)
    const validity = must(await lab.public.get(`/v1/certificates/${direct}/validity`)).body
    expect(validity.status).toBe('suspect')
  })
})
