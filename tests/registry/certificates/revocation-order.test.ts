import { setTimeout as delay } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { service, type Service } from '../../service.ts'
import { broughtTo, seen } from '../calibrations-of-the-tests.ts'
import {
  entryOfWeight,
  equipment,
  laboratory,
  standardTranscription,
  weightResult,
  type Laboratory,
} from '../laboratory-of-the-tests.ts'
import { must, newPerson, type Answer } from '../people-of-the-tests.ts'

type Person = Awaited<ReturnType<typeof newPerson>>
type Staff = Readonly<Record<'technician' | 'reviewer' | 'signatory', Person>>

const rounds = 50

/** A second laboratory with people of its own. */
function secondLaboratory(s: Service, lab: Laboratory): Staff {
  const staff: Partial<Record<keyof Staff, Person>> = {}
  const activities = { technician: 'perform', reviewer: 'review', signatory: 'authorise' } as const
  beforeAll(async () => {
    for (const role of ['technician', 'reviewer', 'signatory'] as const) {
      const code = `other-${role}`
      staff[role] = await newPerson(s, lab.admin, { organization: 'OTHER', code, roles: [role] })
      const granted = { person: code, activity: activities[role], validFrom: '2025-01-01', evidence: 'x' }
      must(await lab.admin.post('/v1/authorizations', granted))
    }
  })
  return staff as Staff
}

const issue = (by: Person, reviewed: Answer) =>
  by.post(`/v1/calibrations/${reviewed.body.id}/authorise`, undefined, seen(reviewed))

async function after(milliseconds: number, work: () => Promise<Answer>): Promise<Answer> {
  if (milliseconds > 0) await delay(milliseconds)
  return work()
}

describe('two laboratories that issue on a standard while it is being revoked', () => {
  const s = service({ poolSize: 8 })
  const lab = laboratory(s)
  const other = secondLaboratory(s, lab)

  /** A standard of its own for the round, and one reviewed calibration of each laboratory that used it. */
  async function ready(round: number) {
    const standard = `NMI-ROUND-${round}`
    must(await equipment(lab.admin, `S-${round}`, 'LAB', 'working-standard'))
    const transcription = standardTranscription({ number: standard, item: { equipment: `S-${round}` } })
    must(await lab.technician.post('/v1/certificates', transcription))
    const check = `/v1/certificates/${standard}/check`
    const checked = must(await lab.reviewer.post(check, undefined, { 'if-match': '"1"' }))
    const reviewed = async (staff: Staff, code: string, laboratoryCode: string, operator: string) => {
      must(await equipment(lab.admin, code, 'PLANT', 'instrument'))
      const { inputs } = weightResult()
      const results = [weightResult({ inputs: { ...inputs, m_S: { from: { certificate: standard } } } })]
      const item = { equipment: code }
      const entry = entryOfWeight({ laboratory: laboratoryCode, item, operator, results })
      const { competence, ...withoutCompetence } = entry
      expect(competence).toBe('LAB-MASS')
      return broughtTo(staff, laboratoryCode === 'LAB' ? entry : withoutCompetence, 'reviewed')
    }
    return {
      standard: checked,
      ours: await reviewed(lab, `W-${round}-1`, 'LAB', 'technician'),
      theirs: await reviewed(other, `W-${round}-2`, 'OTHER', 'other-technician'),
    }
  }

  const revoke = (standard: Answer) =>
    lab.signatory.post(
      `/v1/certificates/${standard.body.number}/revoke`,
      { cause: 'The balance was faulty' },
      seen(standard),
    )

  /** In which order the three were committed: the trail is one queue. */
  const placeInTrail = async (operation: string, subject: string): Promise<number> => {
    const { items } = must(
      await lab.admin.get(`/v1/audit-events?operation=${operation}&subject=${subject}`),
    ).body
    return items.length === 0 ? Infinity : Number(items[0].sequence)
  }

  it(
    `never come after the revocation (${rounds} rounds, in either order)`,
    { timeout: 240_000 },
    async () => {
      const outcomes = { issued: 0, refused: 0 }
      for (let round = 1; round <= rounds; round++) {
        const { standard, ours, theirs } = await ready(round)
        // From the revocation well ahead of the issue to well behind it.
        const lead = ((round % 11) - 5) * 3
        const [revoked, ...answers] = await Promise.all([
          after(-lead, () => revoke(standard)),
          after(lead, () => issue(lab.signatory, ours)),
          after(lead, () => issue(other.signatory, theirs)),
        ])
        must(revoked)
        const revokedAt = await placeInTrail('revoke-certificate', `/v1/certificates/${standard.body.number}`)
        for (const answer of answers) {
          if (answer.status !== 201) {
            expect(answer).toMatchObject({
              status: 422,
              body: { code: 'calibration.rule-fails', rule: 'R03' },
            })
            outcomes.refused += 1
            continue
          }
          const subject = `/v1/certificates/${answer.body.number}`
          expect(await placeInTrail('authorise-calibration', subject)).toBeLessThan(revokedAt)
          outcomes.issued += 1
        }
      }
      expect(outcomes.issued + outcomes.refused).toBe(2 * rounds)
      expect(outcomes.issued).toBeGreaterThan(0)
      expect(outcomes.refused).toBeGreaterThan(0)
      expect(s.complaints).toEqual([])
    },
  )

  it('are refused also where the revocation bears a later time than their own request', async () => {
    const { standard, ours } = await ready(rounds + 1)
    s.clock.moveTo('2026-03-02T08:00:05Z')
    must(await revoke(standard))
    s.clock.moveTo('2026-03-02T08:00:04Z')
    expect(await issue(lab.signatory, ours)).toMatchObject({ status: 422, body: { rule: 'R03' } })
  })
})
