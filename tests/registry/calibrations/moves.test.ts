import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { broughtTo, moved, rowsOf } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, laboratory, weightResult } from '../laboratory-of-the-tests.ts'
import { must, newPerson, type Answer } from '../people-of-the-tests.ts'

const approve = { decision: 'approve' }

const expectRoleMissing = async (asked: Promise<Answer>) =>
  expect(await asked).toMatchObject({ status: 403, body: { code: 'request.role-missing' } })

/** The moves that the state does not allow. */
const refusedOf = (answers: Record<string, Answer>) =>
  Object.entries(answers)
    .filter(([, { status, body }]) => status === 409 && body.code === 'calibration.wrong-state')
    .map(([step]) => step)

describe('the people of a calibration', () => {
  const s = service()
  const lab = laboratory(s)

  it('are another one for the review than did the work, whatever their key may do', async () => {
    const submitted = await broughtTo(lab, entryOfWeight(), 'submitted')
    const own = await moved(lab.technician, 'review', submitted, approve)
    expect(own).toMatchObject({ status: 403, body: { code: 'calibration.four-eyes' } })
    const returned = await moved(lab.technician, 'review', submitted, { decision: 'return', reason: 'No' })
    expect(returned.body.code).toBe('calibration.four-eyes')
  })

  it('are another one for the signature than did the work', async () => {
    const reviewed = await broughtTo(lab, entryOfWeight(), 'reviewed')
    const own = await moved(lab.technician, 'authorise', reviewed)
    expect(own).toMatchObject({ status: 403, body: { code: 'calibration.four-eyes' } })
  })

  it('are another one for the review than entered it, first or in a revision', async () => {
    const clerk = await newPerson(s, lab.admin, {
      organization: 'LAB',
      code: 'clerk',
      roles: ['technician', 'reviewer'],
    })
    const granted = { person: 'clerk', activity: 'review', validFrom: '2025-01-01', evidence: 'Record 9' }
    must(await lab.admin.post('/v1/authorizations', granted))

    const entered = await broughtTo({ ...lab, technician: clerk }, entryOfWeight(), 'evaluated')
    const submitted = must(await moved(lab.technician, 'submit', entered))
    const own = await moved(clerk, 'review', submitted, approve)
    expect(own).toMatchObject({ status: 403, body: { code: 'calibration.four-eyes' } })

    const logged = await broughtTo(lab, entryOfWeight(), 'evaluated')
    const path = `/v1/calibrations/${logged.body.id}`
    const revised = must(await clerk.put(path, entryOfWeight({ place: 'Room 3' }), 1))
    const again = must(await moved(lab.technician, 'submit', revised))
    expect((await moved(clerk, 'review', again, approve)).body.code).toBe('calibration.four-eyes')
    expect((await moved(lab.reviewer, 'review', again, approve)).status).toBe(200)
  })

  it('are authorised for what they do on the day they do it (ISO/IEC 17025:2017, 6.2.6)', async () => {
    const operator = 'second-technician'
    const unauthorised = await broughtTo(lab, entryOfWeight({ operator }), 'evaluated')
    const performed = await moved(lab.technician, 'submit', unauthorised)
    expect(performed).toMatchObject({
      status: 403,
      body: { code: 'calibration.not-authorised', rule: 'R20', activity: 'perform', day: '2026-02-25' },
    })
    const submitted = await broughtTo(lab, entryOfWeight(), 'submitted')
    const reviewed = await moved(lab.unauthorised, 'review', submitted, approve)
    expect(reviewed).toMatchObject({ status: 403, body: { code: 'calibration.not-authorised' } })
    const ready = await broughtTo(lab, entryOfWeight(), 'reviewed')
    const signed = await moved(lab.unauthorised, 'authorise', ready)
    expect(signed).toMatchObject({ status: 403, body: { rule: 'R20', activity: 'authorise' } })
  })

  it('are authorised for the kind of the results and not only for some kind', async () => {
    const granted = (validFrom: string, measurandKind: string) =>
      lab.admin.post('/v1/authorizations', {
        person: 'unauthorised',
        activity: 'authorise',
        measurandKind,
        validFrom,
        evidence: 'Record 10',
      })
    must(await granted('2025-01-01', 'length.gauge-block'))
    must(await granted('2026-03-03', 'mass.conventional'))
    const ready = await broughtTo(lab, entryOfWeight(), 'reviewed')
    expect((await moved(lab.unauthorised, 'authorise', ready)).status).toBe(403)
    s.clock.moveTo('2026-03-02T15:59:59Z')
    expect((await moved(lab.unauthorised, 'authorise', ready)).status).toBe(403)
    // Midnight of China Standard Time: the same day that the rules mean.
    s.clock.moveTo('2026-03-02T16:00:00Z')
    expect((await moved(lab.unauthorised, 'authorise', ready)).status).toBe(201)
  })

  it('hold the role: a reviewer does not log, a technician does not sign, the administrator does neither', async () => {
    await expectRoleMissing(lab.reviewer.post('/v1/calibrations', entryOfWeight()))
    const ready = await broughtTo(lab, entryOfWeight(), 'reviewed')
    await expectRoleMissing(moved(lab.secondTechnician, 'authorise', ready))
    await expectRoleMissing(moved(lab.admin, 'authorise', ready))
    await expectRoleMissing(moved(lab.admin, 'review', ready, approve))
    await expectRoleMissing(lab.admin.post('/v1/calibrations', entryOfWeight()))
  })
})

describe('the states of a calibration', () => {
  const s = service()
  const lab = laboratory(s)
  const everyMove = async (seen: Answer): Promise<Record<string, Answer>> => ({
    submit: await moved(lab.technician, 'submit', seen),
    review: await moved(lab.reviewer, 'review', seen, approve),
    authorise: await moved(lab.signatory, 'authorise', seen),
    cancel: await moved(lab.technician, 'cancel', seen, { reason: 'Logged twice' }),
    revise: await lab.technician.put(
      `/v1/calibrations/${seen.body.id}`,
      entryOfWeight(),
      seen.body.version as number,
    ),
  })
  it('follow one another: nothing is reviewed unsubmitted, or authorised unreviewed', async () => {
    const logged = await broughtTo(lab, entryOfWeight(), 'evaluated')
    expect((await moved(lab.reviewer, 'review', logged, approve)).body).toMatchObject({
      code: 'calibration.wrong-state',
      state: 'evaluated',
    })
    expect((await moved(lab.signatory, 'authorise', logged)).status).toBe(409)
    const submitted = must(await moved(lab.technician, 'submit', logged))
    expect((await moved(lab.technician, 'submit', submitted)).status).toBe(409)
    expect((await moved(lab.signatory, 'authorise', submitted)).status).toBe(409)
    const path = `/v1/calibrations/${logged.body.id}`
    expect((await lab.technician.put(path, entryOfWeight(), submitted.body.version)).status).toBe(409)
  })

  it('end with issue and with cancellation: no move leads out of either', async () => {
    const reviewed = await broughtTo(lab, entryOfWeight(), 'reviewed')
    must(await moved(lab.signatory, 'authorise', reviewed))
    const issued = must(await lab.technician.get(`/v1/calibrations/${reviewed.body.id}`))
    expect(issued.body).toMatchObject({ state: 'authorised', authorisedBy: 'signatory' })
    const all = ['submit', 'review', 'authorise', 'cancel', 'revise']
    expect(refusedOf(await everyMove(issued))).toEqual(all)

    const logged = await broughtTo(lab, entryOfWeight(), 'evaluated')
    const cancelled = must(await moved(lab.technician, 'cancel', logged, { reason: 'Logged twice' }))
    expect(cancelled.body.state).toBe('cancelled')
    expect(refusedOf(await everyMove(cancelled))).toEqual(all)
    expect((await lab.technician.get(`/v1/calibrations/${logged.body.id}`)).status).toBe(200)
  })

  it('are left by whoever has seen the newest version only', async () => {
    const logged = await broughtTo(lab, entryOfWeight(), 'evaluated')
    const path = `/v1/calibrations/${logged.body.id}`
    expect(await lab.technician.post(`${path}/submit`)).toMatchObject({
      status: 428,
      body: { code: 'request.if-match-required' },
    })
    expect((await lab.technician.put(path, entryOfWeight())).status).toBe(428)
    must(await lab.technician.put(path, entryOfWeight({ place: 'Room 3' }), 1))
    for (const answer of [
      await moved(lab.technician, 'submit', logged),
      await moved(lab.technician, 'cancel', logged, { reason: 'Logged twice' }),
      await lab.technician.put(path, entryOfWeight(), 1),
    ])
      expect(answer).toMatchObject({ status: 412, body: { code: 'record.older-version' } })
  })

  it('are left once: of two who authorise at the same time one issues and the other is told', async () => {
    const reviewed = await broughtTo(lab, entryOfWeight(), 'reviewed')
    const both = await Promise.all([
      moved(lab.signatory, 'authorise', reviewed),
      moved(lab.signatory, 'authorise', reviewed),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 412])
  })

  it('hold the results of one statement, also where several state it anew at the same time', async () => {
    const logged = await broughtTo(lab, entryOfWeight(), 'evaluated')
    const path = `/v1/calibrations/${logged.body.id}`
    const codes = ['m1', 'm2', 'm3', 'm4']
    for (let round = 0; round < 5; round++) {
      const { body: last } = await lab.technician.get(path)
      const both = await Promise.all(
        [last.results[0].code, ...codes].map((code) =>
          lab.technician.put(path, entryOfWeight({ results: [weightResult({ code })] }), last.version),
        ),
      )
      expect(both.every(({ status }) => status === 200 || status === 412)).toBe(true)
      expect((await lab.technician.get(path)).body.results).toHaveLength(1)
    }
  })

  it('lead back with a reason: what was returned is stated anew and judged anew', async () => {
    const submitted = await broughtTo(lab, entryOfWeight(), 'submitted')
    const unreasoned = await moved(lab.reviewer, 'review', submitted, { decision: 'return' })
    expect(unreasoned).toMatchObject({ status: 400, body: { code: 'request.does-not-match' } })
    const reason = 'The nominal value is that of another weight'
    const returned = must(await moved(lab.reviewer, 'review', submitted, { decision: 'return', reason }))
    expect(returned.body).toMatchObject({ state: 'returned', reviewedBy: 'reviewer', reviewReason: reason })

    const results = [weightResult({ coverage: { k: 3 } })]
    const path = `/v1/calibrations/${returned.body.id}`
    const revised = must(
      await lab.technician.put(path, entryOfWeight({ results }), returned.body.version as number),
    )
    expect(revised.body).toMatchObject({ state: 'evaluated', results: [{ coverageFactor: 3 }] })
    expect(revised.body).not.toHaveProperty('reviewedBy')
    expect(revised.body).not.toHaveProperty('submittedBy')
    const again = must(await moved(lab.technician, 'submit', revised))
    expect(must(await moved(lab.reviewer, 'review', again, approve)).body.state).toBe('reviewed')
  })

  it('keep the laboratory, and what was refused changes nothing', async () => {
    const logged = await broughtTo(lab, entryOfWeight(), 'evaluated')
    const path = `/v1/calibrations/${logged.body.id}`
    const before = await rowsOf(s)
    const moved = await lab.technician.put(path, entryOfWeight({ laboratory: 'OTHER' }), 1)
    expect(moved).toMatchObject({
      status: 422,
      body: { code: 'calibration.foreign-record', pointer: '/laboratory' },
    })
    const worse = [weightResult({ output: 'nothing' })]
    expect((await lab.technician.put(path, entryOfWeight({ results: worse }), 1)).status).toBe(422)
    expect(await rowsOf(s)).toBe(before)
    expect((await lab.technician.get(path)).body).toEqual(logged.body)
  })
})
