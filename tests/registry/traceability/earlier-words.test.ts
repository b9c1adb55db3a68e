import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

describe('what is stated anew later', () => {
  const s = service()
  const lab = laboratory(s)
  const rulesAsKnown = async (number: string, asKnownAt: string) => {
    const asked = `/v1/certificates/${number}/traceability?at=2026-03-03T00:00:00Z&asKnownAt=${asKnownAt}`
    const { body } = must(await lab.public.get(asked))
    return body.rules
      .filter(({ outcome }: { outcome: string }) => outcome !== 'pass')
      .map(({ code, reason }: { code: string; reason: string }) => `${code} ${reason}`)
  }

  it('changes no answer for an earlier K: the authorization of a person, and the dates of an edition', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    s.clock.moveTo('2026-03-10T08:00:00Z')
    const [granted] = must(await lab.admin.get('/v1/authorizations?person=technician')).body.items
    const { activity, evidence } = granted
    const shorter = { activity, evidence, validFrom: '2025-01-01', validTo: '2025-06-01' }
    must(await lab.admin.put(`/v1/authorizations/${granted.id}`, shorter, granted.version))
    const document = must(await lab.admin.get('/v1/normative-documents/JJG%2099-2022')).body
    const repealed = { title: document.title, inForceFrom: '2022-12-01', inForceTo: '2025-12-31' }
    must(await lab.admin.put('/v1/normative-documents/JJG%2099-2022', repealed, document.version))
    s.clock.moveTo('2026-03-11T08:00:00Z')

    const before = await rulesAsKnown(number, '2026-03-09T00:00:00Z')
    expect(before).toEqual(['R22 late-certificate'])
    const after = await rulesAsKnown(number, '2026-03-11T00:00:00Z')
    expect(after).toContain('R10 method-edition-not-in-force')
    expect(after.some((one: string) => one.startsWith('R20'))).toBe(true)
  })
})
