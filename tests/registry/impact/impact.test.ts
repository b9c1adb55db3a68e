import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { equipment, issued } from '../laboratory-of-the-tests.ts'
import { must, newOrganization, newPerson } from '../people-of-the-tests.ts'
import { entryOf, mean, resistors } from './resistors-of-the-tests.ts'

interface Item {
  readonly certificate: string
  readonly depth: number
  readonly standards?: readonly object[]
  readonly before: Readonly<Record<string, number | string>>
  readonly after: Readonly<Record<string, number | string>>
  readonly flipped: boolean
  readonly lost?: boolean
}

describe('the impact of another value of a standard', () => {
  const s = service()
  const lab = resistors(s)
  const ask = (body: object) => lab.technician.post('/v1/impact', body)
  const items = async (body: object): Promise<readonly Item[]> => must(await ask(body)).body.items
  const found = async (body: object, name: 'RX' | 'RY' | 'RZ') => {
    const item = (await items(body)).find(({ certificate }) => certificate === lab.certificates[name])
    if (!item) throw new Error(`${name} is not among the items`)
    return item
  }
  const standard = { subject: { certificate: 'NMI-R-1', result: 'R' } }
  const shifted = { ...standard, hypothesis: { shift: { value: '4', unit: 'µΩ/Ω' } } }

  it('turns the pass of EA-4/02 S3 into a fail where the standard is 4 µΩ/Ω higher', async () => {
    const item = await found(shifted, 'RX')
    expect(item).toMatchObject({ depth: 1, unit: 'Ω', issuer: 'LAB', equipment: 'RX', flipped: true })
    expect(Number(item.before['estimate'])).toBeCloseTo(10000.178, 4)
    expect(1000 * Number(item.before['U'])).toBeCloseTo(17, 0)
    expect(item.before['conformity']).toBe('pass')
    expect(item.before['conformanceProbability']).toBeCloseTo(0.996, 3)
    expect(Number(item.after['estimate'])).toBeCloseTo(10000.218, 4)
    expect(item.after['U']).toBeCloseTo(Number(item.before['U']), 6)
    expect(item.after['conformity']).toBe('fail')
    expect(item.after['conformanceProbability']).toBeCloseTo(0.015, 3)
  })

  it('names the standards between, each once, where a drawing asks for them', async () => {
    const told = await items({ ...shifted, standards: true })
    const { RX, RY, RZ } = lab.certificates
    const between = (number: string | undefined) =>
      told.find(({ certificate }) => certificate === number)?.standards
    expect(between(RX)).toEqual([{ subject: true }])
    expect(between(RY)).toEqual([{ certificate: RX, result: expect.any(String) }])
    expect(between(RZ)).toHaveLength(2)
    expect(await items(shifted)).not.toContainEqual(expect.objectContaining({ standards: expect.anything() }))
  })

  it('reaches every result below, standards before what used them, exactly and by every way', async () => {
    const { body } = must(await ask(shifted))
    expect(body.complete).toBe(true)
    expect(body.summary).toEqual({
      results: 3,
      certificates: 3,
      equipment: 3,
      organizations: 2,
      decisionsFlipped: 1,
    })
    const { RX, RY, RZ } = lab.certificates
    const told: Item[] = body.items
    expect(told.map(({ certificate, depth }) => [certificate, depth])).toEqual([
      [RX, 1],
      [RY, 2],
      [RZ, 2],
    ])
    const moved = (item?: Item) => Number(item?.after['estimate']) - Number(item?.before['estimate'])
    // The standard moves by 10 000.053 Ω · 4e-6, RX by that times r, RZ by the mean of both.
    const step = 10000.053 * 4e-6
    expect(moved(told[0])).toBeCloseTo(step * 1.0000105, 8)
    expect(moved(told[1])).toBeCloseTo(step * 1.0000105, 8)
    expect(moved(told[2])).toBeCloseTo((step * 1.0000105 + step) / 2, 8)
  })

  it('is the same for a shift that is stated in ohms', async () => {
    const inOhm = { ...standard, hypothesis: { shift: { value: '0.040000212', unit: 'Ω' } } }
    expect((await found(inOhm, 'RY')).after).toEqual((await found(shifted, 'RY')).after)
  })

  it('follows a drift from the calibration of the standard to each use of it', async () => {
    const drifting = { ...standard, hypothesis: { driftPerYear: { value: '10', unit: 'mΩ' } } }
    const { before, after } = await found(drifting, 'RX')
    const years =
      (Date.parse('2026-02-25T11:00:00+08:00') - Date.parse('2025-06-03T16:00:00+08:00')) / 31557600e3
    expect(Number(after['estimate']) - Number(before['estimate'])).toBeCloseTo(0.01 * years * 1.0000105, 8)
  })

  it('carries a greater uncertainty of the standard down', async () => {
    const uncertain = { ...standard, hypothesis: { expandedUncertainty: { value: '0.050', unit: 'Ω' } } }
    const { before, after } = await found(uncertain, 'RX')
    expect(after['estimate']).toBe(before['estimate'])
    const own = (Number(before['U']) / 2) ** 2 - 0.0025 ** 2
    expect(after['U']).toBeCloseTo(2 * Math.sqrt(own + 0.025 ** 2), 6)
  })

  it('leaves no value to what rests on a standard that is worth nothing', async () => {
    const { body } = must(await ask({ ...standard, hypothesis: { revoked: true } }))
    expect(body.summary.decisionsFlipped).toBe(3)
    expect(body.items).toMatchObject([
      { lost: true, after: {}, flipped: true },
      { lost: true, after: {}, flipped: true },
      { lost: true, after: {}, flipped: true },
    ])
  })

  it('begins at the item, at a certificate or at the reference, as asked', async () => {
    const hypothesis = { shift: { value: '4', unit: 'µΩ/Ω' } }
    const byItem = must(await ask({ subject: { equipment: 'RS' }, hypothesis })).body
    const byCertificate = must(await ask(shifted)).body
    expect(byItem.items).toEqual(byCertificate.items)
    const byReference = must(await ask({ subject: { reference: 'OHM' }, hypothesis })).body
    expect(byReference.summary).toMatchObject({ results: 4, decisionsFlipped: 1 })
    expect(byReference.items.map(({ depth }: Item) => depth)).toEqual([1, 2, 3, 3])
    const lowest = must(await ask({ subject: { equipment: 'RY' }, hypothesis })).body
    expect(lowest).toMatchObject({ summary: { results: 0, organizations: 0 }, items: [], complete: true })
  })

  it('counts the uses within the window, and whatever rests on them', async () => {
    const certificates = async (window: object) =>
      (await items({ ...shifted, ...window })).map(({ certificate }) => certificate)
    const { RX, RY, RZ } = lab.certificates
    expect(await certificates({ until: '2026-02-28T00:00:00Z' })).toEqual([RX, RY, RZ])
    expect(await certificates({ since: '2026-02-28T00:00:00Z' })).toEqual([RZ])
    expect(await certificates({ since: '2026-04-01T00:00:00Z' })).toEqual([])
    // Only the direct use of RS is meant: what RZ took from RX stays as it was.
    const { before, after } = await found({ ...shifted, since: '2026-02-28T00:00:00Z' }, 'RZ')
    const moved = Number(after['estimate']) - Number(before['estimate'])
    expect(moved).toBeCloseTo((10000.053 * 4e-6) / 2, 8)
  })

  it('is asked without a hypothesis for what rests on the standard', async () => {
    const { body } = must(await ask({ ...standard, limit: 1 }))
    expect(body.summary).toMatchObject({ results: 3, decisionsFlipped: 0 })
    expect(body.items).toHaveLength(1)
    expect(body.items[0].after).toEqual(body.items[0].before)
    expect(body.complete).toBe(false)
  })

  it('shows as many items as are asked for, and sums up all', async () => {
    const { body } = must(await ask({ ...shifted, limit: 0 }))
    expect(body).toMatchObject({ items: [], complete: false, summary: { results: 3, decisionsFlipped: 1 } })
  })

  it('stores nothing', async () => {
    const state = () => s.orm.em.fork().execute('select size from audit_head')
    const before = await state()
    must(await ask(shifted))
    expect(await state()).toEqual(before)
    expect(s.complaints).toEqual([])
  })

  it('tells a stranger that something stands between that is not for them, and not what', async () => {
    const rx = { certificate: lab.certificates.RX, result: 'R' }
    must(await equipment(lab.admin, 'RP', 'LAB', 'working-standard'))
    must(await equipment(lab.admin, 'RQ', 'PLANT', 'instrument'))
    const numbered = async (entry: unknown) => String((await issued(lab, entry)).body.number)
    const hidden = await numbered(entryOf('RP', '2026-03-03', [mean({ x: rx })], { visibility: 'private' }))
    const rp = { certificate: hidden, result: 'R' }
    s.clock.moveTo('2026-03-06T08:00:00Z')
    const open = await numbered(entryOf('RQ', '2026-03-05', [mean({ x: rp })]))
    await newOrganization(lab.admin, 'ELSEWHERE')
    const roles = ['quality-manager'] as const
    const stranger = await newPerson(s, lab.admin, { organization: 'ELSEWHERE', roles: [...roles] })
    const { body } = must(await stranger.post('/v1/impact', { ...shifted, standards: true }))
    const told = body.items as Item[]
    expect(told.find(({ certificate }) => certificate === open)?.standards).toEqual([{ withheld: true }])
    expect(JSON.stringify(body)).not.toContain(hidden)
  })
})
