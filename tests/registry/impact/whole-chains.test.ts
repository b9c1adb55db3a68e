import { beforeAll, describe, expect, it } from 'vitest'
import { chainAbove } from '#metrology/traceability/graph.ts'
import { impactOn, upstreamKey } from '#metrology/traceability/impact/hypothesis.ts'
import { knownAt } from '#metrology/traceability/known.ts'
import { chainRecords } from '#registry/traceability/chain-records.ts'
import { chainsAboveCertificates } from '#registry/traceability/chain.queries.ts'
import { generateCertificates } from '../../../bench/generate.ts'
import { registerLaboratories } from '../../../bench/laboratories.ts'
import { ensureFirstAdministrator } from '#registry/people/ensure-first-administrator.ts'
import { administratorKey } from '../../../bench/client.ts'
import { asking, must } from '../people-of-the-tests.ts'
import { service } from '../../service.ts'

interface Item {
  readonly certificate: string
  readonly depth: number
  readonly before: { readonly estimate: number; readonly U: number }
  readonly after: { readonly estimate: number; readonly U: number }
}

describe('the impact on a family of standards eight steps deep', () => {
  const s = service({ at: '2024-01-01T00:00:00Z' })
  const admin = asking(s, administratorKey)
  const made: string[] = []
  beforeAll(async () => {
    await s.orm.em
      .fork()
      .transactional((tx) => ensureFirstAdministrator(tx, { adminKey: administratorKey, now: s.clock.now() }))
    await registerLaboratories(s.app)
    const certificates = await generateCertificates(s.orm, 1, new Date('2024-06-01T00:00:00Z'))
    made.push(...certificates.map(({ number }) => number))
    s.clock.moveTo('2026-03-02T08:00:00Z')
  })

  const streamed = async (body: object): Promise<Item[]> => {
    const answer = await s.app.request('/v1/impact', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${administratorKey}`,
        accept: 'application/x-ndjson',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    })
    const lines = (await answer.text()).trimEnd().split('\n')
    return lines.map((line) => JSON.parse(line) as Item)
  }

  it('agrees for every result with the evaluation of its whole chain', async () => {
    const subject = 'F1-T2-3'
    const hypothesis = {
      shift: { value: '10', unit: 'mg' },
      expandedUncertainty: { value: '50', unit: 'mg' },
    }
    const items = await streamed({ subject: { certificate: subject }, hypothesis })
    const told = new Map(items.map((item) => [item.certificate, item]))
    expect(told.size).toBe(items.length)
    const records = chainRecords(await chainsAboveCertificates(s.orm.em.fork(), made))
    const known = knownAt(records, s.clock.now())
    const idOf = (number: string) => {
      const [certificate] = known.versionsOf(number)
      const [result] = certificate ? known.resultsOf(certificate.id) : []
      if (!result) throw new Error(`${number} has no result`)
      return result.id
    }
    const coherent = { shift: 1e-5, expandedUncertainty: 5e-5 }
    const hypotheses = new Map([[upstreamKey({ kind: 'result', resultId: idOf(subject) }), coherent]])
    let affected = 0
    for (const number of made) {
      if (number === subject) continue
      const chain = chainAbove(known, idOf(number))
      const expected = chain && impactOn(chain, hypotheses)
      const item = told.get(number)
      expect(item === undefined, number).toBe(expected === undefined)
      if (!item || !expected) continue
      affected += 1
      expect(item.after.estimate / 1000).toBeCloseTo(expected.after.estimate, 12)
      expect(item.after.U / 1000).toBeCloseTo(Number(expected.after.expandedUncertainty), 12)
    }
    expect(affected).toBe(items.length)
    expect(affected).toBeGreaterThan(100)
  })

  it('comes in an order in which nothing precedes a standard of its own', async () => {
    const items = await streamed({ subject: { reference: 'KG1' } })
    const place = new Map(items.map(({ certificate }, i) => [certificate, i]))
    const records = chainRecords(await chainsAboveCertificates(s.orm.em.fork(), made))
    const numberOf = new Map(
      records.results.map(({ id, certificateId }) => [
        id,
        records.certificates.find((one) => one.id === certificateId)?.number ?? '',
      ]),
    )
    for (const result of records.results) {
      for (const { upstream } of result.links) {
        if (upstream.kind !== 'result') continue
        const [above, below] = [numberOf.get(upstream.resultId) ?? '', numberOf.get(result.id) ?? '']
        if (!place.has(above)) continue
        expect(place.get(above)).toBeLessThan(place.get(below) ?? -1)
      }
    }
    expect(Math.max(...items.map(({ depth }) => depth))).toBe(8)
    expect(must(await admin.post('/v1/impact', { subject: { reference: 'KG1' } })).body.summary.results).toBe(
      items.length,
    )
    expect(s.complaints).toEqual([])
  })
})
