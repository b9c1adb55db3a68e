import { setTimeout as delay } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWork } from '../../../src/serve/open-work.ts'
import { secretBoxOf } from '#registry/secrets/secret-box.ts'
import { settleSecrets, webhookSecrets } from '#registry/webhooks/webhook-secrets.ts'
import { service, testSecretKey } from '../../service.ts'
import { seen } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must, newPerson, type Answer, type Asking } from '../people-of-the-tests.ts'
import { receiver, type Received } from './receiver-of-the-tests.ts'

type Person = Awaited<ReturnType<typeof newPerson>>
/** As much of a listed record as is looked at here. */
interface Shown {
  readonly id: string
  readonly state: string
  readonly attempts: number
}
const quiet = { debug: () => undefined, warn: () => undefined }
const to = (path: string) => (one: Received) => one.path === path

describe('a webhook', () => {
  const s = service({ allowPrivateTargets: true })
  const lab = laboratory(s)
  const at = receiver()
  const made: { work?: Awaited<ReturnType<typeof openWork>>; lims?: Person; plant?: Person } = {}
  const person = (name: 'lims' | 'plant'): Person => {
    const found = made[name]
    if (!found) throw new Error('The people are there once the tests run')
    return found
  }
  beforeAll(async () => {
    made.lims = await newPerson(s, lab.admin, { organization: 'LAB', roles: ['integration'] })
    made.plant = await newPerson(s, lab.admin, { organization: 'PLANT', roles: ['quality-manager'] })
    made.work = await openWork({
      orm: s.orm,
      allowPrivateTargets: true,
      secretKey: testSecretKey,
      log: quiet,
    })
  })
  afterAll(() => made.work?.stop())

  const subscribe = async (path: string, more: object = {}, by: Asking = person('lims')) =>
    must(await by.post('/v1/webhooks', { url: at.urlOf(path), ...more })).body
  const deliveries = async (id: string, query = '', by: Asking = person('lims')) =>
    must(await by.get(`/v1/webhooks/${id}/deliveries${query}`)).body.items
  const settled = async (id: string, state: string, attempts = 1) => {
    for (let waited = 0; waited < 15_000; waited += 100) {
      const items = await deliveries(id)
      if (items.length > 0 && items.every((one: Shown) => one.state === state && one.attempts >= attempts))
        return items
      await delay(100)
    }
    throw new Error(JSON.stringify(await deliveries(id)))
  }
  const patch = async (id: string, body: object, last: Answer) =>
    person('lims').send('PATCH', `/v1/webhooks/${id}`, JSON.stringify(body), {
      'content-type': 'application/json',
      ...seen(last),
    })
  const read = async (id: string) => must(await person('lims').get(`/v1/webhooks/${id}`))

  it('is sent the event as the feed says it, signed so that the reference library agrees', async () => {
    const { id, secret } = await subscribe('/issued', { kinds: ['certificate.issued'] })
    const { number } = (await issued(lab, entryOfWeight())).body
    const all = await at.until((received) => received.some(to('/issued')))
    const [sent, ...more] = all.filter(to('/issued'))
    if (!sent) throw new Error('It was sent')
    expect(more).toEqual([])
    const event = new Webhook(secret).verify(sent.body, sent.headers) as Shown
    expect(event).toMatchObject({ type: 'certificate.issued', data: { certificate: number, owner: 'PLANT' } })
    expect(sent.headers['webhook-id']).toBe(event.id)
    const feed = must(await person('lims').get('/v1/events?limit=500')).body.items
    expect(feed).toContainEqual(event)
    expect(await settled(id, 'delivered')).toMatchObject([
      { event: event.id, type: 'certificate.issued', attempts: 1, lastStatus: 204 },
    ])
    expect(() => new Webhook(secret).verify(`${sent.body} `, sent.headers)).toThrow('No matching signature')
  })

  it('shows its secret once, and to no trail', async () => {
    const { id, secret } = await subscribe('/secret', { kinds: ['recall.closed'] })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(JSON.stringify((await read(id)).body)).not.toContain('whsec_')
    const trail = await s.orm.em
      .fork()
      .execute<{ after: string }[]>(`select after from audit_events where operation = 'subscribe-webhook'`)
    expect(trail.length).toBeGreaterThan(0)
    expect(JSON.stringify(trail)).not.toContain('whsec_')
  })

  const rowOf = async (id: string) => {
    const rows = await s.orm.em
      .fork()
      .execute<{ secret: string; previous_secret: string | null }[]>('select * from webhooks where id = ?', [
        id,
      ])
    return rows[0] ?? expect.fail('The webhook is there')
  }

  it('keeps its secrets sealed, and each for itself: one that is copied to another webhook is worth nothing', async () => {
    const one = await subscribe('/sealed', { kinds: ['recall.closed'] })
    const other = await subscribe('/sealed-too', { kinds: ['recall.closed'] })
    const rotated = must(await person('lims').post(`/v1/webhooks/${one.id}/rotate`)).body
    const box = secretBoxOf(testSecretKey, webhookSecrets)
    const row = await rowOf(one.id)
    expect([box.open(row.secret, one.id), box.open(row.previous_secret ?? '', one.id)]).toEqual([
      rotated.secret,
      one.secret,
    ])
    expect(box.open(row.secret, other.id)).toBeUndefined()
    const texts = await s.orm.em.fork().execute(`select secret, previous_secret from webhooks`)
    expect(JSON.stringify(texts)).not.toContain('whsec_')
  })

  it('is sealed at the next start, if its secret stood open before', async () => {
    const { id, secret } = await subscribe('/of-old', { kinds: ['certificate.issued'] })
    await s.orm.em
      .fork()
      .execute(
        `update webhooks set secret = ?, previous_secret = 'whsec_former', previous_until = now() where id = ?`,
        [secret, id],
      )
    const box = secretBoxOf(testSecretKey, webhookSecrets)
    const settle = () => s.orm.em.fork().transactional((tx) => settleSecrets(tx, box))
    expect(await settle()).toEqual({ sealed: 1, unreadable: [] })
    expect(await settle()).toEqual({ sealed: 0, unreadable: [] })
    const row = await rowOf(id)
    expect(row.previous_secret).toMatch(/^v1\./)
    await issued(lab, entryOfWeight())
    const sent = (await at.until((received) => received.some(to('/of-old')))).find(to('/of-old'))
    new Webhook(secret).verify(sent?.body ?? '', sent?.headers ?? {})
  })

  it('is sent nothing while its secret was sealed by another key, says so, and is well again once it is rotated', async () => {
    const { id } = await subscribe('/restored', { kinds: ['certificate.issued'] })
    const other = secretBoxOf(new Uint8Array(32), webhookSecrets)
    await s.orm.em
      .fork()
      .execute(`update webhooks set secret = ? where id = ?`, [other.seal('whsec_AA==', id), id])
    const box = secretBoxOf(testSecretKey, webhookSecrets)
    expect(await s.orm.em.fork().transactional((tx) => settleSecrets(tx, box))).toMatchObject({
      unreadable: [id],
    })
    await issued(lab, entryOfWeight())
    const [waiting] = await settled(id, 'pending')
    expect(waiting.lastFault).toBe('secret-unreadable')
    const { secret } = must(await person('lims').post(`/v1/webhooks/${id}/rotate`)).body
    await issued(lab, entryOfWeight())
    const sent = (await at.until((received) => received.some(to('/restored')))).filter(to('/restored'))
    expect(sent).toHaveLength(1)
    new Webhook(secret).verify(sent[0]?.body ?? '', sent[0]?.headers ?? {})
    expect(sent[0]?.headers['webhook-signature']?.split(' ')).toHaveLength(1)
  })

  it('is signed by the former and the new secret for a day after a rotation', async () => {
    const { id, secret } = await subscribe('/rotated', { kinds: ['certificate.issued'] })
    s.clock.moveTo(new Date().toISOString())
    const rotated = must(await person('lims').post(`/v1/webhooks/${id}/rotate`)).body
    s.clock.moveTo('2026-03-02T08:00:00Z')
    expect(rotated.secret).not.toBe(secret)
    await issued(lab, entryOfWeight())
    const [sent] = (await at.until((received) => received.some(to('/rotated')))).filter(to('/rotated'))
    if (!sent) throw new Error('It was sent')
    for (const one of [secret, rotated.secret]) new Webhook(one).verify(sent.body, sent.headers)
    expect(sent.headers['webhook-signature']?.split(' ')).toHaveLength(2)
  })

  it('tries again what failed, gives up after three days, and sends it when it is replayed', async () => {
    at.answerWith('/broken', 503)
    const { id } = await subscribe('/broken', { kinds: ['certificate.issued'] })
    await issued(lab, entryOfWeight())
    const [waiting] = await settled(id, 'pending')
    expect(waiting).toMatchObject({ lastStatus: 503, attempts: 1 })
    const pause = Date.parse(waiting.nextAt) - Date.parse(waiting.attemptedAt)
    expect(pause).toBeGreaterThan(20_000)
    expect(pause).toBeLessThan(40_000)
    expect((await person('lims').post(`/v1/webhooks/${id}/replay`, {})).status).toBe(409)

    await s.orm.em
      .fork()
      .execute(`update webhook_deliveries set first_at = now() - interval '3 days' where id = ?`, [
        waiting.id,
      ])
    await s.orm.em
      .fork()
      .execute(
        `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs where key = ?`,
        [waiting.id],
      )
    expect(await settled(id, 'dead')).toMatchObject([{ attempts: 2 }])
    expect(await deliveries(id, '?state=dead')).toHaveLength(1)

    at.answerWith('/broken', 200)
    expect(must(await person('lims').post(`/v1/webhooks/${id}/replay`, {})).body).toEqual({ replayed: 1 })
    expect(await settled(id, 'delivered')).toMatchObject([{ id: waiting.id, attempts: 1, lastStatus: 200 }])
    const ids = at.received.filter(to('/broken')).map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids).size).toBe(1)
  })

  it('is sent nothing while it is paused or after it was removed', async () => {
    const { id } = await subscribe('/paused')
    must(await patch(id, { active: false }, await read(id)))
    await issued(lab, entryOfWeight())
    expect(await deliveries(id)).toEqual([])
    must(await patch(id, { active: true, kinds: ['recall.opened'] }, await read(id)))
    expect((await read(id)).body).toMatchObject({ active: true, kinds: ['recall.opened'], version: 3 })
    expect((await person('lims').send('DELETE', `/v1/webhooks/${id}`)).status).toBe(204)
    expect((await person('lims').get(`/v1/webhooks/${id}`)).status).toBe(404)
    expect(at.received.filter(to('/paused'))).toEqual([])
  })

  it('brings the notice of a recall to the owner, and to nobody else', async () => {
    await subscribe('/plant', { kinds: ['recall.notice'] }, person('plant'))
    await subscribe('/lab', { kinds: ['recall.notice'] })
    const manager = await newPerson(s, lab.admin, { organization: 'LAB', roles: ['quality-manager'] })
    const recall = { code: 'RC-9', cause: 'It has drifted', impact: { subject: { equipment: 'STANDARD' } } }
    must(await manager.post('/v1/recalls', recall))
    const decision = { decision: 'recall', reason: 'Too far', remaining: {} }
    must(await manager.post('/v1/recalls/RC-9/dispositions', decision))
    const [notice] = (await at.until((received) => received.some(to('/plant')))).filter(to('/plant'))
    expect(JSON.parse(notice?.body ?? '')).toMatchObject({
      type: 'recall.notice',
      subject: '/v1/recalls/RC-9',
      data: { recall: 'RC-9', owner: 'PLANT', openedBy: 'LAB', cause: 'It has drifted' },
    })
    await delay(500)
    expect(at.received.filter(to('/lab'))).toEqual([])
  })

  it('belongs to its organization: nobody else sees, changes or replays it', async () => {
    const { id } = await subscribe('/own', { kinds: ['recall.opened'] })
    const plant = person('plant')
    for (const answer of [
      await plant.get(`/v1/webhooks/${id}`),
      await plant.get(`/v1/webhooks/${id}/deliveries`),
      await plant.post(`/v1/webhooks/${id}/rotate`),
      await plant.post(`/v1/webhooks/${id}/replay`, {}),
      await plant.send('DELETE', `/v1/webhooks/${id}`),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'webhook.unknown' } })
    expect((await lab.technician.post('/v1/webhooks', { url: 'https://example.org/' })).status).toBe(403)
    const listed = must(await plant.get('/v1/webhooks')).body.items
    expect(listed.map((one: Shown) => one.id)).not.toContain(id)
    const current = await read(id)
    must(await patch(id, { description: 'One' }, current))
    expect((await patch(id, { description: 'Two' }, current)).status).toBe(412)
  })

  it('is ordered with the act and never without it', async () => {
    const { id } = await subscribe('/never', { kinds: ['calibration.submitted'] })
    const logged = must(await lab.technician.post('/v1/calibrations', entryOfWeight()))
    await s.orm.em
      .fork()
      .transactional(async (tx) => {
        await tx.execute(`select graphile_worker.add_job('deliver-event', '{}')`)
        throw new Error('torn')
      })
      .catch(() => undefined)
    expect(logged.status).toBe(201)
    expect(await deliveries(id)).toEqual([])
    const [row] = await s.orm.em
      .fork()
      .execute<{ many: string }[]>(`select count(*) as many from graphile_worker.jobs where key is null`)
    expect(row?.many).toBe('0')
  })
})

describe('where webhooks must lead to public addresses', () => {
  const s = service()
  const lab = laboratory(s)

  it.each([
    'http://127.0.0.1/',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://example.org:25/',
  ])('%s is refused', async (url) => {
    const answer = await lab.admin.post('/v1/webhooks', { url })
    expect(answer).toMatchObject({ status: 422, body: { code: 'webhook.target-not-allowed' } })
  })

  it('what is no URL of the web is malformed, and at most twenty are kept', async () => {
    for (const url of ['ftp://example.org/', 'javascript:1', 'https://例.org/', ''])
      expect((await lab.admin.post('/v1/webhooks', { url })).status, url).toBe(400)
    for (let made = 0; made < 20; made++)
      must(await lab.admin.post('/v1/webhooks', { url: 'https://example.org/' }))
    expect(await lab.admin.post('/v1/webhooks', { url: 'https://example.org/' })).toMatchObject({
      status: 409,
      body: { code: 'webhook.too-many', most: 20 },
    })
  })
})
