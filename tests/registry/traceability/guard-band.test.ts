import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory, standardTranscription } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

describe('the next as-found of a standard that is judged with a guard band', () => {
  const s = service()
  const lab = laboratory(s)
  const found = async (number: string, day: string, estimate: string) => {
    const [result] = standardTranscription().results
    const limits = { lower: { value: '9999.95', unit: 'g' }, upper: { value: '10000.05', unit: 'g' } }
    const conformity = { limits, rule: 'guarded-U' }
    const results = [{ ...result, estimate: { value: estimate, unit: 'g' }, conformity }]
    const days = { started: `${day}T09:00:00+08:00`, finished: `${day}T16:00:00+08:00` }
    const later = standardTranscription({ number, ...days, issued: '2026-03-21T10:00:00+08:00', results })
    must(await lab.technician.post('/v1/certificates', later))
    must(await lab.reviewer.post(`/v1/certificates/${number}/check`, undefined, { 'if-match': '"1"' }))
    expect(must(await lab.public.get(`/v1/certificates/${number}`)).body.results[0].conformity.outcome).toBe(
      'fail',
    )
  }
  const judged = async (number: string, asKnownAt: string) => {
    const asked = `/v1/certificates/${number}/traceability?at=2026-03-05T00:00:00Z&asKnownAt=${asKnownAt}`
    const { rules, verdict } = must(await lab.public.get(asked)).body
    type Rule = { code: string; outcome: string; reason: string; label: string }
    const [own] = rules.filter(({ code, label }: Rule) => code === 'R18' && label === 'NMI-2025-0001/m1')
    return [verdict, own.outcome, own.reason, own.message.zh]
  }

  it('makes no use suspect within its limits, and every use since the last good one suspect beyond them', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    s.clock.moveTo('2026-03-22T08:00:00Z')
    await found('NMI-2026-0001', '2026-03-20', '10000.040')
    s.clock.moveTo('2026-03-23T08:00:00Z')
    const inBand = await judged(number, '2026-03-22T12:00:00Z')
    expect(inBand.slice(0, 3)).toEqual(['traceable-with-conditions', 'warn', 'found-in-guard-band'])
    expect(inBand[3]).toContain('保护带')

    await found('NMI-2026-0002', '2026-03-10', '10000.060')
    s.clock.moveTo('2026-03-24T08:00:00Z')
    const beyond = await judged(number, '2026-03-24T00:00:00Z')
    expect(beyond.slice(0, 3)).toEqual(['suspect', 'fail', 'out-of-tolerance'])
    expect(await judged(number, '2026-03-22T12:00:00Z')).toEqual(inBand)
  })
})
