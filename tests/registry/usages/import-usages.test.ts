import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

describe('a file of uses', () => {
  const s = service()
  const lab = laboratory(s)

  async function sent(text: string, { key = lab.technician.key, media = 'text/csv' } = {}) {
    const answer = await s.app.request('/v1/usages/import', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': media },
      body: text,
    })
    return { status: answer.status, body: JSON.parse(await answer.text()) }
  }
  const recorded = async (query = '') =>
    must(await lab.technician.get(`/v1/usages?limit=500${query}`)).body.items.length

  it('is recorded as a whole, in Chinese too, and comes out again as it went in', async () => {
    const text = [
      'equipment,usedAt,job,product,batch,measurandKind,value,unit,note',
      'STANDARD,2026-02-20T09:30:00+08:00,WO-1,天平 60 kg,B-1,mass.conventional,10.00,kg,"first, of two"',
      'STANDARD,2026-02-21T09:30:00+08:00,,,"=B-2",,,,',
    ].join('\r\n')
    const { status, body } = await sent(text)
    expect({ status, recorded: body.recorded }).toEqual({ status: 201, recorded: 2 })
    const [first, second] = await Promise.all(
      body.ids.map(async (id: string) => must(await lab.technician.get(`/v1/usages/${id}`)).body),
    )
    expect(first).toMatchObject({
      product: '天平 60 kg',
      point: { nominal: { value: '10.00', unit: 'kg' } },
      note: 'first, of two',
      operator: 'technician',
    })
    expect(second).toMatchObject({ batch: '=B-2' })
    expect(second).not.toHaveProperty('job')
    const exported = await s.app.request('/v1/usages', {
      headers: { authorization: `Bearer ${lab.technician.key}`, accept: 'text/csv' },
    })
    const lines = (await exported.text()).split('\r\n')
    expect(lines[1]).toContain('天平 60 kg')
    expect(lines[2]).toContain("'=B-2")
  })

  it('is recorded not at all where one record is refused, and every fault is told by its line', async () => {
    const before = await recorded()
    const text = [
      'equipment,usedAt,job,operator,measurandKind,value,unit',
      'STANDARD,2026-02-20T09:30:00+08:00,WO-9,,,,',
      'NOTHING,2026-02-20T09:30:00+08:00,WO-9,,,,',
      'STANDARD,yesterday,WO-9,,,,',
      'STANDARD,2026-02-20T09:30:00+08:00,WO-9,stranger,,,',
      'STANDARD,2026-02-20T09:30:00+08:00,WO-9,,mass.conventional,1,V',
      'WEIGHT,2026-02-20T09:30:00+08:00,WO-9,,,,',
      'STANDARD,2026-02-20T09:30:00+08:00,,,,,',
    ].join('\n')
    const { status, body } = await sent(text)
    expect({ status, code: body.code, faults: body.faults }).toMatchObject({
      status: 422,
      code: 'usage.file-refused',
    })
    const places = body.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(places).toEqual(
      expect.arrayContaining(['/3/equipment', '/4/usedAt', '/6/point/nominal/unit', '/7/equipment']),
    )
    expect(places.some((one: string) => one.startsWith('/2'))).toBe(false)
    expect(places.some((one: string) => one.startsWith('/8'))).toBe(true)
    expect(await recorded()).toBe(before)
  })

  it('is refused where it is no file of uses', async () => {
    const head = 'equipment,usedAt,job'
    const row = 'STANDARD,2026-02-20T09:30:00+08:00,WO-1'
    const refused = async (text: string) => {
      const { status, body } = await sent(text)
      return [status, body.code]
    }
    expect(await refused(`${head},price\n${row},7`)).toEqual([400, 'usage.csv-column-unknown'])
    expect(await refused(`${head},job\n${row},7`)).toEqual([400, 'usage.csv-column-unknown'])
    expect(await refused(`${head}\n"${row}`)).toEqual([400, 'usage.csv-unreadable'])
    expect(await refused(`${head}\n`)).toEqual([400, 'usage.csv-empty'])
    expect(await refused('')).toEqual([400, 'usage.csv-empty'])
    expect(await refused(`${head}\n${`${row}\n`.repeat(1001)}`)).toEqual([413, 'usage.csv-too-long'])
    expect((await sent(`${head}\n${row}`, { media: 'application/json' })).status).toBe(415)
    expect((await sent(`${head}\n${row}`, { key: lab.reviewer.key })).status).toBe(403)
  })
})
