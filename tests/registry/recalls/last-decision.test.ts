import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { resistors } from '../impact/resistors-of-the-tests.ts'
import { must, newPerson } from '../people-of-the-tests.ts'

describe('two who decide the last results of a recall at once', () => {
  const s = service()
  const lab = resistors(s)

  it('wait for each other: the owners are told once, when all is decided', async () => {
    const manager = await newPerson(s, lab.admin, { organization: 'LAB', roles: ['quality-manager'] })
    const impact = { subject: { equipment: 'RS' } }
    must(await manager.post('/v1/recalls', { code: 'RC-1', cause: 'RS has drifted', impact }))
    const decide = (certificate: string) =>
      manager.post('/v1/recalls/RC-1/dispositions', {
        decision: 'no-effect',
        reason: 'Small',
        items: [{ certificate, result: 'R' }],
      })
    const { RX, RY, RZ } = lab.certificates
    const answers = await Promise.all([RX, RY, RZ].map(decide))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers.map(({ body }) => body.undecided).toSorted()).toEqual([0, 1, 2])
    const { body } = must(await manager.get('/v1/recalls/RC-1'))
    expect(body).toMatchObject({ state: 'notified', undecided: 0, notices: { owners: 2 } })
    const count = await s.orm.em.fork().execute('select count(*)::int as n from recall_notices')
    expect(count).toEqual([{ n: 2 }])
    expect(s.complaints).toEqual([])
  })
})
