import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory, standardCertificate } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

describe('the chain above a result', () => {
  const s = service()
  const lab = laboratory(s)

  it('is followed to the national standard, with the share of every link', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    const { body } = must(await lab.public.get(`/v1/certificates/${number}/traceability`))
    expect(body).toMatchObject({
      subject: { certificate: number, version: 1, result: 'm1', equipment: 'WEIGHT', component: 'main' },
      policy: 'ILAC-P10',
      verdict: 'traceable',
      resolution: 'resolved',
      depth: 2,
    })
    expect(body.roots).toHaveLength(1)
    expect(body.roots[0]).toMatchObject({ reference: 'KG', kind: 'national-standard' })
    const own = body.nodes.reduce((sum: number, node: { local: number }) => sum + node.local, 0)
    expect(own).toBeCloseTo(1, 9)
    // u(m_S) = 22.5 mg of 29.26 mg.
    expect(body.links.find((link: { input: string }) => link.input === 'm_S').share).toBeCloseTo(0.5912, 3)
    const notPassed = body.rules.filter((rule: { outcome: string }) => rule.outcome !== 'pass')
    // The certificate of the standard was transcribed nine months after its issue: told, and of no effect.
    expect(notPassed).toMatchObject([{ code: 'R22', reason: 'late-certificate', effect: 'none' }])
    expect(body.ladder.map((rung: { label: string }) => rung.label)).toEqual([
      `${number}/m1`,
      `${standardCertificate}/m1`,
      'KG',
    ])
  })

  it('is asked of the equipment as of a certificate, and refuses another kind of quantity', async () => {
    const asked = '/v1/equipment/WEIGHT/traceability?measurandKind=mass.conventional&value=10&unit=kg'
    expect(must(await lab.technician.get(asked)).body).toMatchObject({ verdict: 'traceable' })
    const other = must(await lab.technician.get('/v1/equipment/WEIGHT/traceability?measurandKind=mass.true'))
    expect(other.body.verdict).toBe('not-traceable')
    expect(other.body.rules).toContainEqual(expect.objectContaining({ code: 'R04', outcome: 'fail' }))
  })
})
