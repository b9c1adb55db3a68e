import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory, standardTranscription } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

describe('a standard that is used by class', () => {
  const s = service()
  const lab = laboratory(s)
  const standard = 'NMI-2025-0020'
  /** M2: ±0.16 g at 10 kg, in the unit of the interval. */
  const entryOfClass = {
    code: 'M2-SET',
    owner: 'LAB',
    name: 'Set of weights',
    manufacturer: 'Maker',
    model: 'M2',
    serialNumber: '7',
    level: 'working-standard',
    usedBy: 'class',
    components: [
      {
        code: 'main',
        intervals: [
          {
            measurandKind: 'mass.conventional',
            range: { lower: '5', upper: '20', unit: 'kg' },
            maximumPermissibleError: '0.00016',
            accuracyClass: 'M2',
          },
        ],
      },
    ],
  }
  const usedWith = (halfWidth: string) => {
    const [result] = entryOfWeight().results
    const distribution = { type: 'rectangular', halfWidth }
    const m_S = { from: { certificate: standard, result: 'm1' }, estimate: '10000', distribution, unit: 'g' }
    return entryOfWeight({ results: [{ ...result, inputs: { ...result!.inputs, m_S } }] })
  }
  const classFound = async (number: string, asKnownAt = s.clock.now().toISOString()) => {
    const asked = `/v1/certificates/${number}/traceability?at=2026-03-05T00:00:00Z&asKnownAt=${asKnownAt}`
    const { rules, verdict } = must(await lab.public.get(asked)).body
    type Rule = { code: string; outcome: string; reason: string; message: { en: string } }
    const [found] = rules.filter(({ code }: Rule) => code === 'R07')
    return { told: found && `${found.outcome} ${found.reason}`, words: found?.message.en, verdict }
  }

  beforeAll(async () => {
    must(await lab.admin.post('/v1/equipment', entryOfClass))
    const item = { equipment: 'M2-SET' }
    must(await lab.technician.post('/v1/certificates', standardTranscription({ number: standard, item })))
    must(await lab.reviewer.post(`/v1/certificates/${standard}/check`, undefined, { 'if-match': '"1"' }))
  })

  it('enters at its nominal value with the limits of its class, as the equipment states them', async () => {
    const { number } = (await issued(lab, usedWith('0.16'))).body
    const { told, words } = await classFound(number)
    expect(told).toBe('pass limits-of-class-used')
    expect(words).toContain('±0.16 g')
  })

  it('sets conditions where less than its limits is in the budget', async () => {
    const { number } = (await issued(lab, usedWith('0.08'))).body
    const { told, words, verdict } = await classFound(number)
    expect([told, verdict]).toEqual(['fail limits-of-class-not-used', 'traceable-with-conditions'])
    expect(words).toContain('ask for 0.0923')
  })

  it('is used by value from the moment that is recorded, and by class in every answer for an earlier K', async () => {
    const { number } = (await issued(lab, usedWith('0.08'))).body
    s.clock.moveTo('2026-03-10T08:00:00Z')
    const seen = must(await lab.admin.get('/v1/equipment/M2-SET')).body
    const { id: _, owner: __, recordedAt: ___, code: ____, components: _____, version, ...members } = seen
    must(await lab.admin.put('/v1/equipment/M2-SET', { ...members, usedBy: 'value' }, version))
    s.clock.moveTo('2026-03-11T08:00:00Z')
    expect((await classFound(number, '2026-03-09T00:00:00Z')).told).toBe('fail limits-of-class-not-used')
    expect((await classFound(number)).told).toBe('pass bias-in-budget')
  })
})
