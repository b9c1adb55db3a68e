import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policies } from '#metrology/traceability/policies.ts'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import type { Answer } from '../people-of-the-tests.ts'
import { stories } from './later-facts.ts'

/** Every step of every story once; which story goes on next is arbitrary. */
const interleaved = fc.shuffledSubarray(
  stories.flatMap((story, i) => story.map((_, j) => ({ i, j }))),
  { minLength: stories.flat().length },
)

const asked = (number: string, asKnownAt: string): readonly string[] => {
  const clocks = `at=2026-03-04T08:00:00Z&asKnownAt=${asKnownAt}`
  const kind = 'measurandKind=mass.conventional&value=10&unit=kg'
  return [
    ...policies.map(({ code }) => `/v1/certificates/${number}/traceability?${clocks}&policy=${code}`),
    `/v1/certificates/${number}/explanation?${clocks}&version=1`,
    `/v1/certificates/NMI-2025-0001/traceability?${clocks}`,
    `/v1/certificates/${number}/covariance?version=1&with=NMI-2025-0001&asKnownAt=${asKnownAt}`,
    `/v1/equipment/STANDARD/traceability?${kind}&${clocks}`,
    `/v1/routes?${kind}&at=2026-03-01&asKnownAt=${asKnownAt}`,
    `/v1/competences/LAB-MASS/capability?value=10&unit=kg&at=2026-03-01&asKnownAt=${asKnownAt}`,
  ]
}

/** What is answered, without what tells one request from another. */
function told({ status, body }: Answer) {
  const { requestId: _, instance: __, ...rest } = body
  return { status, body: rest }
}

describe.each(fc.sample(interleaved, { numRuns: 2, seed: 20_260_301 }))(
  'a fact that is recorded later, told in one order of many',
  (...order) => {
    const s = service()
    const lab = laboratory(s)

    it('changes no answer for an earlier K, whichever record it revises', async () => {
      const { number } = (await issued(lab, entryOfWeight())).body
      const answersAt = async (asKnownAt: string) => {
        const answers: [string, unknown][] = []
        for (const path of asked(number, asKnownAt)) answers.push([path, told(await lab.admin.get(path))])
        return answers
      }
      const steps = stories.map(() => 0)
      const before: { after: string; knownAt: string; answers: [string, unknown][] }[] = []
      for (const [day, { i }] of order.entries()) {
        const date = new Date(Date.UTC(2026, 2, 5 + day)).toISOString().slice(0, 10)
        s.clock.moveTo(`${date}T13:00:00Z`)
        const knownAt = `${date}T12:00:00Z`
        if (day % 4 === 0) before.push({ after: `${day} facts`, knownAt, answers: await answersAt(knownAt) })
        s.clock.moveTo(`${date}T20:00:00Z`)
        await stories[i]?.[steps[i] ?? 0]?.(lab, number)
        steps[i] = (steps[i] ?? 0) + 1
      }
      s.clock.moveTo('2026-12-01T00:00:00Z')
      for (const { after, knownAt, answers } of before)
        expect(await answersAt(knownAt), `as known after ${after}`).toEqual(answers)
      const [first] = await answersAt('2026-12-01T00:00:00Z')
      expect(first?.[1]).toMatchObject({ body: { verdict: 'not-traceable' } })
    })
  },
)
