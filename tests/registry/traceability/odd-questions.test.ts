import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import {
  equipment,
  laboratory,
  standardCertificate,
  standardTranscription,
} from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const faces = (number: string, query: string) =>
  ['traceability', 'explanation', 'covariance'].map((face) => {
    const with_ = face === 'covariance' ? `&with=${standardCertificate}` : ''
    return `/v1/certificates/${number}/${face}?${query}${with_}`
  })

const at = (day: string) => ({
  started: `${day}T09:00:00+08:00`,
  finished: `${day}T16:00:00+08:00`,
  issued: `${day}T17:00:00+08:00`,
})

describe('a question about traceability that nobody thought of', () => {
  const s = service()
  const lab = laboratory(s)

  const ask = (number: string, query = '') =>
    lab.public.get(`/v1/certificates/${number}/traceability${query}`)

  /** A certificate of a laboratory that holds no competence, for an item of its own. */
  async function copied(number: string, change: object, result: object = {}) {
    const body = standardTranscription({ number, issuer: 'OTHER', competence: undefined, ...change })
    const results = body.results.map((one) => ({ ...one, ...result }))
    must(await lab.technician.post('/v1/certificates', { ...body, results }))
    must(await lab.reviewer.post(`/v1/certificates/${number}/check`, undefined, { 'if-match': '"1"' }))
  }

  beforeAll(async () => {
    for (const code of ['BARE', 'LOOP-A', 'LOOP-B'])
      must(await equipment(lab.admin, code, 'LAB', 'working-standard'))
    const nothing = { model: undefined, output: undefined, inputs: undefined }
    await copied('BARE-1', { item: { equipment: 'BARE' } }, nothing)
    // Each of two devices was calibrated with the other one, and both say so.
    const figures = { estimate: '10000', standardUncertainty: '0.02', unit: 'g' }
    const looped = (device: string) => ({
      model: { outputs: { m: 'k' } },
      inputs: { k: { from: { equipment: device }, ...figures } },
    })
    await copied('LOOP-A-1', { item: { equipment: 'LOOP-A' }, ...at('2025-05-05') }, looped('LOOP-B'))
    await copied('LOOP-B-1', { item: { equipment: 'LOOP-B' }, ...at('2025-06-05') }, looped('LOOP-A'))
    await copied('LOOP-A-2', { item: { equipment: 'LOOP-A' }, ...at('2025-07-05') }, looped('LOOP-B'))
  })

  it('of before the registry began is answered as of a certificate that does not exist, in every face', async () => {
    for (const path of faces(standardCertificate, 'asKnownAt=1970-01-01T00:00:00Z')) {
      const { status, body } = await lab.public.get(path)
      expect([status, body.code]).toEqual([404, 'traceability.unknown-subject'])
    }
    const past = `/v1/equipment/STANDARD/traceability?measurandKind=mass.conventional&asKnownAt=1970-01-01T00:00:00Z`
    expect(must(await lab.technician.get(past)).body).toMatchObject({
      verdict: 'not-traceable',
      rules: [{ code: 'R02', reason: 'never-calibrated' }],
    })
    const impact = { subject: { certificate: standardCertificate }, since: '1970-01-01T00:00:00Z' }
    expect((await lab.technician.post('/v1/impact', impact)).status).toBe(200)
  })

  it('about the far future is judged by what is due', async () => {
    for (const path of faces(standardCertificate, 'at=2199-12-31T23:59:59Z').slice(0, 2))
      expect((await lab.public.get(path)).status).toBe(200)
    const { body } = must(await ask(standardCertificate, '?at=2199-12-31T23:59:59Z'))
    expect(body.verdict).toBe('not-traceable')
    expect(body.rules).toContainEqual(expect.objectContaining({ code: 'R09', reason: 'overdue' }))
  })

  it('about a budget that was copied without its inputs cannot be decided, and says why', async () => {
    const { body } = must(await ask('BARE-1', '?at=2025-07-01T00:00:00Z'))
    expect(body).toMatchObject({ verdict: 'indeterminate', resolution: 'none', roots: [] })
    const told = body.rules.find(({ code }: { code: string }) => code === 'R01')
    expect(told).toMatchObject({ outcome: 'unknown', reason: 'budget-unknown', effect: 'indeterminate' })
    const text = must(await lab.public.get(`/v1/certificates/BARE-1/explanation?at=2025-07-01T00:00:00Z`))
      .body.text
    expect(text.en).toContain('cannot be judged by what is recorded')
  })

  it('about devices that calibrate each other ends in no root, from whichever it begins', async () => {
    for (const number of ['LOOP-A-2', 'LOOP-B-1', 'LOOP-A-1']) {
      const { body } = must(await ask(number, '?at=2025-08-01T00:00:00Z&influences=true'))
      expect([number, body.roots, body.resolution]).toEqual([number, [], 'none'])
      expect(['indeterminate', 'not-traceable']).toContain(body.verdict)
    }
    const { body } = must(await lab.technician.post('/v1/impact', { subject: { equipment: 'LOOP-B' } }))
    expect(body.items.map(({ certificate }: { certificate: string }) => certificate)).toContain('LOOP-A-2')
    expect(
      (await lab.technician.post('/v1/impact/usages', { subject: { equipment: 'LOOP-A' } })).status,
    ).toBe(200)
  })

  it('by a policy that is not defined, or at no moment at all, is refused', async () => {
    expect((await ask(standardCertificate, '?policy=NOBODY-P99')).status).toBeGreaterThanOrEqual(400)
    expect((await ask(standardCertificate, '?policy=NOBODY-P99')).status).toBeLessThan(500)
    expect((await ask(standardCertificate, '?at=yesterday')).status).toBe(400)
    expect((await ask(standardCertificate, '?at=2026-02-30T00:00:00Z')).status).toBe(400)
    expect((await ask(standardCertificate, '?at=9999-12-31T23:59:59Z')).status).toBe(400)
  })
})
