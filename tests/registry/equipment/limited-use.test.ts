import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const above5kg = (change: Record<string, unknown> = {}) => ({
  measurandKind: 'mass.conventional',
  range: { lower: '5', upper: '20', unit: 'kg' },
  validFrom: '2026-02-01',
  reason: 'The large pan is bent',
  ...change,
})

describe('the limited use of a standard', () => {
  const s = service()
  const lab = laboratory(s)
  let number = ''
  const restrict = (stated: object) => lab.admin.post('/v1/equipment/STANDARD/restrictions', stated)
  const use = (change: object = {}) =>
    lab.technician.post('/v1/usages', {
      equipment: 'STANDARD',
      job: 'WO-1',
      usedAt: '2026-02-20T09:30:00+08:00',
      measurandKind: 'mass.conventional',
      point: { nominal: { value: '6000', unit: 'g' } },
      ...change,
    })
  const pointFound = async (number: string, asKnownAt: string) => {
    const asked = `/v1/certificates/${number}/traceability?at=2026-03-02T08:00:00Z&asKnownAt=${asKnownAt}`
    const { rules, verdict } = must(await lab.public.get(asked)).body
    type Rule = { code: string; outcome: string; reason: string; label: string; message: object }
    const [found] = rules.filter((rule: Rule) => rule.code === 'R05' && rule.label === 'NMI-2025-0001/m1')
    return { found, verdict }
  }

  it('is respected by every chain through a use it forbids, from the moment it is recorded', async () => {
    number = (await issued(lab, entryOfWeight())).body.number
    s.clock.moveTo('2026-03-10T08:00:00Z')
    const restriction = must(await restrict(above5kg())).body
    expect(restriction).toMatchObject({ equipment: 'STANDARD', ...above5kg() })
    s.clock.moveTo('2026-03-11T08:00:00Z')

    const before = await pointFound(number, '2026-03-09T00:00:00Z')
    expect([before.found.reason, before.verdict]).toEqual(['covered', 'traceable'])
    const after = await pointFound(number, '2026-03-11T00:00:00Z')
    expect([after.found.reason, after.verdict]).toEqual(['use-restricted', 'not-traceable'])
    expect(after.found.message.zh).toContain('限制使用')
    expect(after.found.evidence).toEqual([
      { record: 'equipment-restriction', id: restriction.id, day: '2026-02-01' },
    ])
  })

  it('lets no certificate be issued on such a use', async () => {
    await expect(issued(lab, entryOfWeight())).rejects.toThrow('R05.use-restricted')
  })

  it('lets no use be recorded where it is barred, unless it says why it happened all the same', async () => {
    const { status, body } = await use()
    expect([status, body.code, body.rule, body.since]).toEqual([409, 'usage.restricted', 'R05', '2026-02-01'])
    must(await use({ point: { nominal: { value: '4000', unit: 'g' } } }))
    must(await use({ usedAt: '2026-01-31T09:30:00+08:00' }))
    must(await use({ measurandKind: undefined, point: undefined }))
    must(await use({ despite: 'The pan was straightened for this' }))
  })

  it('ends on a day that is recorded later, and holds for uses up to that day', async () => {
    const [{ id }] = must(await lab.admin.get('/v1/equipment/STANDARD/restrictions?limit=1')).body.items
    s.clock.moveTo('2026-03-12T08:00:00Z')
    const end = { validTo: '2026-02-10', reason: 'The pan was replaced and the item calibrated' }
    const ended = must(await lab.admin.post(`/v1/equipment-restrictions/${id}/end`, end)).body
    expect(ended.end).toMatchObject({ ...end, recordedBy: 'administrator' })
    s.clock.moveTo('2026-03-13T08:00:00Z')
    expect((await pointFound(number, '2026-03-11T08:00:00Z')).found.reason).toBe('use-restricted')
    expect((await pointFound(number, '2026-03-13T00:00:00Z')).found.reason).toBe('covered')

    const again = await lab.admin.post(`/v1/equipment-restrictions/${id}/end`, end)
    expect([again.status, again.body.code]).toEqual([409, 'equipment-restriction.ended'])
  })

  it('says nothing about other values', async () => {
    must(await restrict(above5kg({ range: { lower: '11', upper: '20', unit: 'kg' } })))
    expect((await pointFound(number, '2026-03-13T09:00:00Z')).found.reason).toBe('covered')
  })

  it.each([
    ['a component it does not have', { component: 'B' }, 422, 'equipment.component-unknown', '/component'],
    [
      'a range of no kind',
      { measurandKind: undefined },
      422,
      'equipment-restriction.kind-missing',
      '/measurandKind',
    ],
    [
      'a unit of another dimension',
      { range: { lower: '5', upper: '20', unit: 'm' } },
      422,
      'measurand-kind.unit-of-other-dimension',
      '/range/unit',
    ],
    [
      'a parameter that the kind does not have',
      { parameters: [{ name: 'wind', lower: '0', upper: '1', unit: 'm/s' }] },
      422,
      'equipment-restriction.parameter-unknown',
      '/parameters/0/name',
    ],
  ])('is refused for %s', async (_, change, status, code, pointer) => {
    const answer = await restrict(above5kg(change))
    expect([answer.status, answer.body.code, answer.body.pointer]).toEqual([status, code, pointer])
  })

  it('does not end before it began, and is decided by the owner', async () => {
    const { id } = must(await restrict(above5kg())).body
    const early = await lab.admin.post(`/v1/equipment-restrictions/${id}/end`, {
      validTo: '2026-01-31',
      reason: 'A slip of the pen',
    })
    expect([early.status, early.body.code]).toEqual([422, 'equipment-restriction.dates-reversed'])
    expect((await lab.technician.post('/v1/equipment/STANDARD/restrictions', above5kg())).status).toBe(403)
    const nobody = `/v1/equipment-restrictions/0198a5f0-0000-7000-8000-000000000000/end`
    expect((await lab.admin.post(nobody, { validTo: '2026-03-01', reason: 'None' })).status).toBe(404)
  })
})
