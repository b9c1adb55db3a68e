import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import {
  entryOfWeight,
  equipment,
  issued,
  laboratory,
  standardCertificate,
} from '../laboratory-of-the-tests.ts'
import { must, newPerson } from '../people-of-the-tests.ts'

describe('into which jobs, products and batches results have gone that rest on a suspect standard', () => {
  const s = service()
  const lab = laboratory(s)
  let plant: Awaited<ReturnType<typeof newPerson>>
  let weight = ''

  const used = (by: typeof plant, equipmentCode: string, day: string, more: object) =>
    by.post('/v1/usages', { equipment: equipmentCode, usedAt: `${day}T09:00:00+08:00`, ...more })

  beforeAll(async () => {
    plant = await newPerson(s, lab.admin, { organization: 'PLANT', code: 'plant', roles: ['technician'] })
    weight = (await issued(lab, entryOfWeight())).body.number
    must(await equipment(lab.admin, 'ELSEWHERE', 'PLANT', 'instrument'))
    must(await used(lab.technician, 'STANDARD', '2025-05-01', { job: 'BEFORE' }))
    must(await used(lab.technician, 'STANDARD', '2025-07-01', { job: 'JOB-1' }))
    must(await used(lab.technician, 'STANDARD', '2026-01-15', { job: 'JOB-2' }))
    // Before its calibration with the standard the weight did not rest on it.
    must(await used(plant, 'WEIGHT', '2026-02-20', { product: 'Cells', batch: 'OLD' }))
    must(await used(plant, 'WEIGHT', '2026-02-26', { product: 'Cells', batch: 'B-1', job: 'FILL' }))
    must(await used(plant, 'WEIGHT', '2026-02-27', { product: 'Cells', batch: '=B-2' }))
    must(await used(plant, 'ELSEWHERE', '2026-02-26', { product: 'Paper' }))
  })

  const ask = (by: typeof plant, question: object) => by.post('/v1/impact/usages', question)
  const told = async (by: typeof plant, question: object) => {
    const { body } = must(await ask(by, question))
    return body.items.map(
      ({ certificate, usage }: { certificate: string | null; usage: Record<string, string> }) =>
        [certificate, usage['equipment'], usage['job'] ?? usage['batch']] as const,
    )
  }

  it('are the uses of the suspect item itself within the window, for its owner', async () => {
    const subject = { equipment: 'STANDARD' }
    expect(await told(lab.technician, { subject })).toEqual([
      [null, 'STANDARD', 'BEFORE'],
      [null, 'STANDARD', 'JOB-1'],
      [null, 'STANDARD', 'JOB-2'],
    ])
    const since = '2025-10-01T00:00:00+08:00'
    expect(await told(lab.technician, { subject, since })).toEqual([[null, 'STANDARD', 'JOB-2']])
  })

  it('are those of every item below, while it stood by a certificate that rests on it', async () => {
    const { body } = must(await ask(plant, { subject: { equipment: 'STANDARD' } }))
    expect(body).toMatchObject({
      summary: { usages: 2, equipment: 1, jobs: 1, products: 1, batches: 2 },
      complete: true,
    })
    expect(await told(plant, { subject: { reference: 'KG' } })).toEqual([
      [weight, 'WEIGHT', 'FILL'],
      [weight, 'WEIGHT', '=B-2'],
    ])
  })

  it('begin, for a suspect certificate, with the end of its calibration', async () => {
    const subject = { certificate: standardCertificate }
    expect(await told(lab.technician, { subject })).toEqual([
      [standardCertificate, 'STANDARD', 'JOB-1'],
      [standardCertificate, 'STANDARD', 'JOB-2'],
    ])
    const all = must(await lab.admin.post('/v1/impact/usages', { subject, limit: 1 })).body
    expect(all).toMatchObject({ summary: { usages: 4, equipment: 2 }, complete: false })
    expect(all.items).toHaveLength(1)
  })

  const sent = async (accept: string) => {
    const answer = await s.app.request('/v1/impact/usages', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${plant.key}`,
        'content-type': 'application/json',
        accept,
      },
      body: JSON.stringify({ subject: { equipment: 'STANDARD' }, limit: 1 }),
    })
    return (await answer.text()).trim().split(/\r?\n/u)
  }

  it('come as CSV and as NDJSON whole, and start nothing in a spreadsheet', async () => {
    const csv = await sent('text/csv')
    expect(csv[0]).toMatch(/^certificate,id,usedAt,equipment,component,job,product,batch/u)
    expect(csv).toHaveLength(3)
    expect(csv[2]).toContain("'=B-2")
    const lines = await sent('application/x-ndjson')
    expect(lines.map((line) => JSON.parse(line).usage.batch)).toEqual(['B-1', '=B-2'])
  })

  it('are refused for what is not registered, a reversed window, and nobody', async () => {
    expect((await ask(plant, { subject: { equipment: 'NOTHING' } })).body.code).toBe(
      'impact.subject-not-registered',
    )
    const window = { since: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' }
    expect((await ask(plant, { subject: { equipment: 'STANDARD' }, ...window })).status).toBe(422)
    expect((await lab.public.post('/v1/impact/usages', { subject: { reference: 'KG' } })).status).toBe(401)
  })
})
