import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { issued } from '../laboratory-of-the-tests.ts'
import { entryOf, mean, resistors } from '../impact/resistors-of-the-tests.ts'
import { must, newPerson, type Answer, type Asking } from '../people-of-the-tests.ts'

type Person = Awaited<ReturnType<typeof newPerson>>

const cause = 'As found, RS was 4 µΩ/Ω higher than its certificate says'
const impact = {
  subject: { equipment: 'RS' },
  since: '2025-06-03T16:00:00+08:00',
  hypothesis: { shift: { value: '4', unit: 'µΩ/Ω' } },
}
const seen = (answer: Answer) => ({ 'if-match': answer.headers.get('etag') ?? '' })
const kinds = ({ body }: Answer) => body.history.map(({ kind }: { kind: string }) => kind)

const numbersOf = (list: readonly { certificate?: string; number?: string }[]) =>
  list.map(({ certificate, number }) => certificate ?? number).sort()
const suspect = async (by: Asking) =>
  numbersOf(must(await by.get('/v1/certificates?standing=suspect')).body.items)

const acknowledge = (code: string, by: Asking, body: object = {}) =>
  by.post(`/v1/recalls/${code}/acknowledge`, body)

describe('a recall', () => {
  const s = service()
  const lab = resistors(s)
  const people: Partial<Record<'manager' | 'plant' | 'plantManager' | 'stranger', Person>> = {}
  const person = (name: keyof typeof people): Person => {
    const found = people[name]
    if (!found) throw new Error('The people are there once the tests run')
    return found
  }
  beforeAll(async () => {
    people.manager = await newPerson(s, lab.admin, { organization: 'LAB', roles: ['quality-manager'] })
    people.plant = await newPerson(s, lab.admin, {
      organization: 'PLANT',
      code: 'plant-technician',
      roles: ['technician'],
    })
    people.plantManager = await newPerson(s, lab.admin, { organization: 'PLANT', roles: ['quality-manager'] })
    people.stranger = await newPerson(s, lab.admin, { organization: 'OTHER', roles: ['quality-manager'] })
  })
  const open = (code: string, more: object = {}, by: Asking = person('manager')) =>
    by.post('/v1/recalls', { code, cause, impact, ...more })
  const read = async (code: string, by: Asking = person('manager')) =>
    must(await by.get(`/v1/recalls/${code}`))
  const decide = (code: string, body: object, by: Asking = person('manager')) =>
    by.post(`/v1/recalls/${code}/dispositions`, { reason: 'Evaluated anew', ...body })
  const items = async (code: string, query = '', by: Asking = person('manager')) =>
    must(await by.get(`/v1/recalls/${code}/items${query}`)).body.items
  const close = async (code: string, by: Asking = person('manager')) =>
    by.post(`/v1/recalls/${code}/close`, undefined, seen(await read(code)))

  it('freezes its set as it is opened, with cause, window and figures before and after', async () => {
    const opened = must(await open('RC-1'))
    expect(opened.status).toBe(201)
    expect(opened.headers.get('etag')).toBe('"1"')
    expect(opened.body).toMatchObject({
      code: 'RC-1',
      organization: 'LAB',
      state: 'scoped',
      cause,
      impact,
      summary: { results: 3, certificates: 3, equipment: 3, organizations: 2, decisionsFlipped: 1 },
      undecided: 3,
      decisions: { 'no-effect': 0, amend: 0, recall: 0, 'customer-decides': 0 },
      notices: { owners: 0, acknowledged: 0 },
      version: 1,
    })
    expect(kinds(opened)).toEqual(['opened', 'scoped'])
    const question = { ...impact }
    const told = must(await lab.technician.post('/v1/impact', question)).body.items
    const frozen = await items('RC-1')
    expect(frozen).toHaveLength(3)
    for (const [i, item] of frozen.entries()) expect(item).toEqual(told[i])
  })

  it('makes certificates suspect to whoever issued them or owns their items, until no effect is decided', async () => {
    const concerned: { certificate: string; owner: string }[] = await items('RC-1')
    expect(await suspect(person('manager'))).toEqual(numbersOf(concerned))
    const owned = concerned.filter(({ owner }) => owner === 'PLANT')
    expect(await suspect(person('plant'))).toEqual(numbersOf(owned))
    expect(await suspect(person('stranger'))).toEqual([])
    expect((await lab.technician.get('/v1/certificates?standing=in-force')).status).toBe(400)
  })

  it('keeps its set when further results rest on the standard later', async () => {
    const rs = { certificate: 'NMI-R-1', result: 'R' }
    await issued(lab, entryOf('RY', '2026-03-04', [mean({ s: rs })]))
    expect(await items('RC-1')).toHaveLength(3)
    await expect(s.orm.em.fork().execute('delete from recall_items')).rejects.toThrow('append only')
    await expect(s.orm.em.fork().execute('update recall_items set flipped = false')).rejects.toThrow(
      'append only',
    )
  })

  it('is closed only when every result has a disposition', async () => {
    const early = await close('RC-1')
    expect(early).toMatchObject({ status: 409, body: { code: 'recall.items-undecided', undecided: 3 } })
    const { RX } = lab.certificates
    const one = must(await decide('RC-1', { decision: 'amend', items: [{ certificate: RX, result: 'R' }] }))
    expect(one.body).toMatchObject({ state: 'scoped', undecided: 2, decisions: { amend: 1 } })
    expect((await close('RC-1')).body).toMatchObject({ code: 'recall.items-undecided', undecided: 2 })
    expect(await items('RC-1', '?decided=true')).toMatchObject([
      {
        certificate: RX,
        flipped: true,
        disposition: { decision: 'amend', reason: 'Evaluated anew', at: '2026-03-04T08:00:00.000Z' },
      },
    ])
    expect(await items('RC-1', '?decided=false&flipped=false')).toHaveLength(2)
  })

  it('tells every owner as the last result is decided, in the same transaction', async () => {
    const all = must(await decide('RC-1', { decision: 'no-effect', remaining: { flipped: false } }))
    expect(all.body).toMatchObject({
      state: 'notified',
      undecided: 0,
      decisions: { 'no-effect': 2, amend: 1 },
      notices: { owners: 2, acknowledged: 0 },
    })
    expect(kinds(all)).toEqual(['opened', 'scoped', 'assessed', 'notified'])
    expect(await suspect(person('manager'))).toEqual([lab.certificates.RX])
    expect(await suspect(person('plant'))).toEqual([])
    const notices = must(await person('manager').get('/v1/recalls/RC-1/notices')).body.items
    const byOwner = Object.fromEntries(notices.map((one: { owner: string }) => [one.owner, one]))
    expect(byOwner).toMatchObject({
      LAB: { items: 1, decisions: { amend: 1 } },
      PLANT: { items: 2, decisions: { 'no-effect': 2 } },
    })
    const rows = await s.orm.em
      .fork()
      .execute<{ document: object }[]>(`select document from recall_notices order by document ->> 'owner'`)
    expect(rows[1]?.document).toMatchObject({
      recall: 'RC-1',
      owner: 'PLANT',
      openedBy: 'LAB',
      cause,
      items: 2,
    })
  })

  it('is acknowledged when somebody of every owner has taken note', async () => {
    const stranger = await acknowledge('RC-1', person('stranger'))
    expect(stranger).toMatchObject({ status: 404, body: { code: 'recall.unknown' } })
    const remark = 'The resistor is out of use'
    const plant = must(await acknowledge('RC-1', person('plant'), { remark }))
    expect(plant.body).toMatchObject({ state: 'notified', notices: { owners: 2, acknowledged: 1 } })
    const twice = await acknowledge('RC-1', person('plantManager'))
    expect(twice).toMatchObject({ status: 409, body: { code: 'recall.nothing-to-acknowledge' } })
    const both = must(await acknowledge('RC-1', lab.technician))
    expect(both.body).toMatchObject({ state: 'acknowledged', notices: { owners: 2, acknowledged: 2 } })
    const own = must(await person('plant').get('/v1/recalls/RC-1/notices')).body.items
    expect(own).toMatchObject([{ owner: 'PLANT', acknowledged: { by: 'plant-technician', remark } }])
  })

  it('is closed, and reopened with a reason', async () => {
    const stale = await person('manager').post('/v1/recalls/RC-1/close', undefined, { 'if-match': '"1"' })
    expect(stale.status).toBe(412)
    expect((await person('manager').post('/v1/recalls/RC-1/close')).status).toBe(428)
    const closed = must(await close('RC-1'))
    expect(closed.body.state).toBe('closed')
    expect(await suspect(person('manager'))).toEqual([])
    expect((await close('RC-1')).body.code).toBe('recall.closed')
    const late = await decide('RC-1', { decision: 'recall', remaining: {} })
    expect(late).toMatchObject({ status: 409, body: { code: 'recall.closed' } })

    const reopening = { reason: 'A second finding on RS' }
    const reopened = must(await person('manager').post('/v1/recalls/RC-1/reopen', reopening, seen(closed)))
    expect(reopened.body.state).toBe('scoped')
    expect(reopened.body.history.at(-1)).toMatchObject({ kind: 'reopened', ...reopening })
    const again = await person('manager').post('/v1/recalls/RC-1/reopen', reopening, seen(reopened))
    expect(again).toMatchObject({ status: 409, body: { code: 'recall.not-closed' } })

    // What is decided anew is told anew, and only to whom it concerns.
    const { RZ } = lab.certificates
    const decided = must(
      await decide('RC-1', { decision: 'recall', items: [{ certificate: RZ, result: 'R' }] }),
    )
    expect(decided.body).toMatchObject({
      state: 'notified',
      decisions: { 'no-effect': 1, amend: 1, recall: 1 },
      notices: { owners: 2, acknowledged: 1 },
    })
    must(await acknowledge('RC-1', person('plant')))
    must(await close('RC-1'))
    expect(kinds(await read('RC-1'))).toEqual([
      'opened',
      'scoped',
      'assessed',
      'notified',
      'acknowledged',
      'closed',
      'reopened',
      'assessed',
      'notified',
      'acknowledged',
      'closed',
    ])
  })

  it('is visible at each of its certificates', async () => {
    const { RX, RZ } = lab.certificates
    const at = async (number: string) => must(await lab.public.get(`/v1/certificates/${number}/recalls`)).body
    expect(await at(RX)).toEqual({
      items: [
        {
          recall: 'RC-1',
          state: 'closed',
          result: 'R',
          version: 1,
          disposition: 'amend',
          opened: '2026-03-04T08:00:00.000Z',
        },
      ],
    })
    expect((await at(RZ)).items).toMatchObject([{ disposition: 'recall' }])
    expect(await at('NMI-R-1')).toEqual({ items: [] })
    const unknown = await lab.public.get('/v1/certificates/NONE-1/recalls')
    expect(unknown).toMatchObject({ status: 404, body: { code: 'certificate.unknown' } })
  })

  it('is opened by the quality manager of whose standard it is', async () => {
    expect((await open('RC-X', {}, lab.technician)).status).toBe(403)
    const foreign = await open('RC-X', {}, person('plantManager'))
    expect(foreign).toMatchObject({
      status: 403,
      body: { code: 'access.not-your-organization', pointer: '/impact/subject' },
    })
    expect((await lab.public.post('/v1/recalls', {})).status).toBe(401)
    expect(await open('RC-1')).toMatchObject({ status: 409, body: { code: 'recall.code-taken' } })
    const nothing = await open('RC-X', { impact: { subject: { equipment: 'RY' } } }, person('plantManager'))
    expect(nothing).toMatchObject({
      status: 422,
      body: { code: 'recall.nothing-affected', pointer: '/impact' },
    })
    const empty = await open('RC-X', { impact: { subject: { equipment: 'RS' }, hypothesis: {} } })
    expect(empty).toMatchObject({
      status: 422,
      body: { code: 'impact.hypothesis-empty', pointer: '/impact/hypothesis' },
    })
    expect((await person('manager').get('/v1/recalls/RC-X')).status).toBe(404)
  })

  it('is decided by whoever opened it or issued the certificate, and seen by its parties', async () => {
    // The issuer of RS is the institute; the laboratory that owns it opens the recall.
    must(await open('RC-2', { impact: { subject: { certificate: 'NMI-R-1' } } }))
    const { RY } = lab.certificates
    const item = { decision: 'amend', items: [{ certificate: RY, result: 'R' }] }
    const byOwner = await decide('RC-2', item, person('plantManager'))
    expect(byOwner).toMatchObject({ status: 403, body: { pointer: '/items/0' } })
    const none = await decide('RC-2', { decision: 'recall', remaining: {} }, person('plantManager'))
    expect(none).toMatchObject({ status: 409, body: { code: 'recall.nothing-left-to-decide' } })
    const unknown = await decide('RC-2', { decision: 'amend', items: [{ certificate: RY, result: 'x' }] })
    expect(unknown).toMatchObject({ status: 422, body: { code: 'recall.item-unknown', pointer: '/items/0' } })
    expect((await decide('RC-2', { decision: 'amend' })).status).toBe(400)
    expect((await decide('RC-2', item, person('stranger'))).status).toBe(404)

    expect((await items('RC-2')).length).toBe(4)
    const owned: { owner: string }[] = await items('RC-2', '', person('plant'))
    expect(new Set(owned.map(({ owner }) => owner))).toEqual(new Set(['PLANT']))
    expect((await person('stranger').get('/v1/recalls')).body.items).toEqual([])
    const listed = must(await person('plant').get('/v1/recalls?state=scoped')).body.items
    expect(listed).toMatchObject([{ code: 'RC-2', organization: 'LAB', results: 4, undecided: 4 }])
    expect(
      (await person('plantManager').post('/v1/recalls/RC-2/close', undefined, seen(await read('RC-2'))))
        .status,
    ).toBe(403)
  })

  it('is listed page by page, and so are its items', async () => {
    const first = must(await person('manager').get('/v1/recalls?limit=1')).body
    const second = must(await person('manager').get(`/v1/recalls?limit=1&cursor=${first.next}`)).body
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(['RC-2', 'RC-1'])
    const page = must(await person('manager').get('/v1/recalls/RC-2/items?limit=3')).body
    const rest = must(await person('manager').get(`/v1/recalls/RC-2/items?limit=3&cursor=${page.next}`)).body
    expect(page.items).toHaveLength(3)
    expect(rest).toMatchObject({ items: [{}], next: null })
  })

  it('stands in the audit trail, and nothing was complained about', async () => {
    const { id } = (await read('RC-1')).body
    const trail = must(await lab.admin.get(`/v1/audit-events?subject=/v1/recalls/${id}`)).body.items
    expect(trail.map(({ operation }: { operation: string }) => operation)).toEqual([
      'open-recall',
      'decide-recall-items',
      'decide-recall-items',
      'acknowledge-recall',
      'acknowledge-recall',
      'close-recall',
      'reopen-recall',
      'decide-recall-items',
      'acknowledge-recall',
      'close-recall',
    ])
    expect(s.complaints).toEqual([])
  })
})
