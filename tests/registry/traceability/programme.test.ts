import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

describe("the owner's calibration programme", () => {
  const s = service()
  const lab = laboratory(s)

  it('changes what is due from the day it is changed, and nothing before', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    const dueAsKnown = async (at: string, asKnownAt: string) =>
      must(await lab.public.get(`/v1/certificates/${number}/validity?at=${at}&asKnownAt=${asKnownAt}`)).body
        .due
    s.clock.moveTo('2026-06-01T08:00:00Z')
    const seen = must(await lab.admin.get('/v1/equipment/WEIGHT'))
    const { id: _, owner: __, recordedAt, version, code, components, firmware, ...members } = seen.body
    expect([recordedAt, version, code, components, firmware].length).toBe(5)
    must(await lab.admin.put('/v1/equipment/WEIGHT', { ...members, calibrationIntervalMonths: 6 }, version))
    s.clock.moveTo('2026-06-02T08:00:00Z')
    expect(await dueAsKnown('2026-05-01T00:00:00Z', '2026-06-02T00:00:00Z')).toBe('2027-02-25')
    expect(await dueAsKnown('2026-06-02T00:00:00Z', '2026-06-02T00:00:00Z')).toBe('2026-08-25')
    expect(await dueAsKnown('2026-06-02T00:00:00Z', '2026-05-31T00:00:00Z')).toBe('2027-02-25')
  })
})
