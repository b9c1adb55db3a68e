import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { broughtTo, moved, seen } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must, newPerson, type Asking } from '../people-of-the-tests.ts'

interface Told {
  readonly position: string
  readonly data: { readonly certificate?: string }
}
type Person = Awaited<ReturnType<typeof newPerson>>

const feed = async (by: Asking, query = '') => must(await by.get(`/v1/events${query}`)).body
const typesOf = (page: { items: readonly { type: string }[] }) => page.items.map(({ type }) => type)
const endOf = async (by: Asking): Promise<string> => (await feed(by, '?limit=500')).after

describe('the feed of events', () => {
  const s = service()
  const lab = laboratory(s)
  const others: Record<string, Person> = {}
  const other = (name: string): Person => {
    const found = others[name]
    if (!found) throw new Error('The people are there once the tests run')
    return found
  }
  beforeAll(async () => {
    others['plant'] = await newPerson(s, lab.admin, { organization: 'PLANT', roles: ['quality-manager'] })
    others['manager'] = await newPerson(s, lab.admin, { organization: 'LAB', roles: ['quality-manager'] })
  })

  it('tells issuer and owner that a certificate was issued, and the laboratory alone that work was submitted', async () => {
    const [before, ownerBefore] = [await endOf(lab.technician), await endOf(other('plant'))]
    const certificate = (await issued(lab, entryOfWeight())).body
    const told = await feed(lab.technician, `?after=${before}`)
    expect(typesOf(told)).toEqual(['calibration.submitted', 'certificate.issued'])
    expect(told.items[1]).toMatchObject({
      subject: `/v1/certificates/${certificate.number}`,
      timestamp: '2026-03-02T08:00:00.000Z',
      data: {
        certificate: certificate.number,
        version: 1,
        sha256: certificate.sha256,
        issuer: 'LAB',
        equipment: 'WEIGHT',
        owner: 'PLANT',
      },
    })
    expect((await feed(other('plant'), `?after=${ownerBefore}`)).items).toEqual([told.items[1]])
  })

  it('tells nobody who is not a party, administrators included', async () => {
    expect((await feed(lab.stranger)).items).toEqual([])
    expect((await feed(lab.admin)).items).toEqual([])
    expect((await lab.public.get('/v1/events')).status).toBe(401)
  })

  it('tells of work that was returned, with the reason, and only the laboratory', async () => {
    const [before, ownerBefore] = [await endOf(lab.technician), await endOf(other('plant'))]
    await broughtTo(lab, entryOfWeight(), 'returned')
    const told = await feed(lab.technician, `?after=${before}`)
    expect(typesOf(told)).toEqual(['calibration.submitted', 'calibration.returned'])
    expect(told.items[1].data.cause).toBe('The nominal is wrong')
    expect((await feed(other('plant'), `?after=${ownerBefore}`)).items).toEqual([])
  })

  it('tells of withdrawal and revocation with their cause, and of a recall who is told what', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    const at = (by: Asking) => by.get(`/v1/certificates/${number}`)
    const before = await endOf(other('plant'))
    const from = '2026-03-02T09:00:00.000Z'
    must(
      await lab.signatory.post(
        `/v1/certificates/${number}/withdraw`,
        { from, cause: 'Wrong weight' },
        seen(await at(lab.signatory)),
      ),
    )
    const manager = other('manager')
    const recall = { code: 'RC-1', cause: 'It has drifted', impact: { subject: { equipment: 'STANDARD' } } }
    must(await manager.post('/v1/recalls', recall))
    const decision = { decision: 'no-effect', reason: 'Far below', remaining: {} }
    const decided = must(await manager.post('/v1/recalls/RC-1/dispositions', decision))
    must(await manager.post('/v1/recalls/RC-1/close', undefined, seen(decided)))
    must(
      await lab.signatory.post(
        `/v1/certificates/${number}/revoke`,
        { cause: 'Never right' },
        seen(await at(lab.signatory)),
      ),
    )
    const { items } = await feed(other('plant'), `?after=${before}`)
    expect(items[0]).toMatchObject({
      type: 'certificate.withdrawn',
      data: { certificate: number, cause: 'Wrong weight', from },
    })
    expect(items[1]).toMatchObject({
      type: 'recall.opened',
      subject: '/v1/recalls/RC-1',
      data: { recall: 'RC-1' },
    })
    const of = (type: string) => items.filter((item: { type: string }) => item.type === type)
    expect(of('certificate.suspect').map((item: Told) => item.data.certificate)).toContain(number)
    expect(of('recall.notice')).toMatchObject([{ data: { owner: 'PLANT', decisions: { 'no-effect': 2 } } }])
    expect(of('recall.closed')).toHaveLength(1)
    expect(of('certificate.cleared').map((item: Told) => item.data.certificate)).toContain(number)
    expect(items.at(-1)).toMatchObject({ type: 'certificate.revoked', data: { cause: 'Never right' } })
  })

  it('can be read to its end piece by piece, each event once and in one order', async () => {
    const whole = await feed(lab.technician, '?limit=500')
    const pieces: unknown[] = []
    let after = '0'
    for (let more = true; more;) {
      const page = await feed(lab.technician, `?after=${after}&limit=2`)
      pieces.push(...page.items)
      ;({ after, more } = page)
    }
    expect(pieces).toEqual(whole.items)
    const positions = whole.items.map((item: Told) => Number(item.position))
    expect(positions).toEqual([...positions].sort((a, b) => a - b))
  })

  it('says nothing of an act that failed', async () => {
    const before = await endOf(lab.technician)
    const logged = must(await lab.technician.post('/v1/calibrations', entryOfWeight()))
    expect((await moved(lab.secondTechnician, 'submit', logged)).status).toBe(403)
    expect((await feed(lab.technician, `?after=${before}`)).items).toEqual([])
  })

  it('is never rewritten', async () => {
    await expect(s.orm.em.fork().execute('delete from events')).rejects.toThrow('append only')
    await expect(s.orm.em.fork().execute(`update event_parties set position = 1`)).rejects.toThrow(
      'append only',
    )
  })

  it('has positions without gaps, also when many write at once', async () => {
    const weights = Array.from({ length: 6 }, () => issued(lab, entryOfWeight()))
    await Promise.all(weights)
    const [row] = await s.orm.em
      .fork()
      .execute<{ many: string; last: string }[]>('select count(*) as many, max(position) as last from events')
    expect(row?.many).toBe(row?.last)
  })

  it('begins with what happens from now on, where that is asked', async () => {
    const page = async (after: string) => must(await lab.technician.get(`/v1/events?after=${after}`)).body
    const { after, items } = await page('latest')
    expect(items).toEqual([])
    await issued(lab, entryOfWeight())
    const [first] = (await page(after)).items
    expect(Number(first.position)).toBeGreaterThan(Number(after))
  })

  it('refuses a place that is none', async () => {
    for (const after of ['-1', 'x', '1e3', '9'.repeat(40)])
      expect((await lab.technician.get(`/v1/events?after=${after}`)).status, after).toBe(400)
  })
})
