import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { broughtTo, moved } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, issued, laboratory, weightResult } from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'

const limits = { lower: { value: '9999.5', unit: 'g' }, upper: { value: '10000.5', unit: 'g' } }
const narrow = { lower: { value: '9999.99', unit: 'g' }, upper: { value: '10000.01', unit: 'g' } }
const within = (found: object) => [weightResult({ conformity: { limits: found, rule: 'simple' } })]

interface Missing {
  readonly code: string
  readonly clause: string
  readonly weight: string
  readonly pointer: string
}

describe('what a certificate has to say', () => {
  const s = service()
  const lab = laboratory(s)
  const refusedAtIssue = async (entry: unknown): Promise<Answer> =>
    moved(lab.signatory, 'authorise', await broughtTo(lab, entry, 'reviewed'))

  it('is told by clause from the beginning, and stops the issue of a verification all at once', async () => {
    const logged = await broughtTo(lab, entryOfWeight({ certificateKind: 'verification' }), 'evaluated')
    const missing: readonly Missing[] = logged.body.missing
    expect(missing.filter(({ weight }) => weight === 'must').map(({ code }) => code)).toEqual([
      'validity',
      'class',
      'conclusion',
    ])
    expect(missing.find(({ code }) => code === 'conditions')).toMatchObject({
      clause: 'ISO/IEC 17025:2017, 7.8.4.1 b',
      weight: 'should',
      pointer: '/environment',
    })
    const refused = await refusedAtIssue(entryOfWeight({ certificateKind: 'verification' }))
    expect(refused).toMatchObject({ status: 422, body: { code: 'certificate.incomplete' } })
    expect(refused.body.errors.map(({ pointer, code, clause }: Missing) => [pointer, code, clause])).toEqual([
      ['/validUntil', 'validity', 'JJF 1002-2010, 检定结果的处理'],
      ['/accuracyClass', 'class', 'JJF 1002-2010, 检定结果的处理'],
      ['/results', 'conclusion', 'JJF 1002-2010, 检定结果的处理'],
    ])
    // Refused whole: neither a number nor a certificate is left behind.
    expect(must(await lab.technician.get('/v1/certificates?issuer=LAB')).body.items).toEqual([])
  })

  it('of a verification is 合格 with class and 有效期', async () => {
    const entry = entryOfWeight({
      certificateKind: 'verification',
      validUntil: '2027-02-24',
      accuracyClass: 'F2',
      results: within(limits),
    })
    const { body } = await issued(lab, entry)
    expect(body).toMatchObject({
      kind: 'verification',
      validUntil: '2027-02-24',
      verification: { conforms: true, accuracyClass: 'F2', words: { zh: '合格，准确度等级 F2' } },
    })
  })

  it('of a verification is no 合格 for what does not pass: that is a notice with the items that do not conform', async () => {
    const failing = { certificateKind: 'verification', validUntil: '2027-02-24', accuracyClass: 'F2' }
    const refused = await refusedAtIssue(entryOfWeight({ ...failing, results: within(narrow) }))
    expect(refused.body.errors).toMatchObject([
      { pointer: '/results/0/conformity', code: 'conclusion-supported' },
    ])

    const nothing = await refusedAtIssue(
      entryOfWeight({ certificateKind: 'verification-refusal', results: within(limits) }),
    )
    expect(nothing.body.errors).toMatchObject([{ pointer: '/nonconformities', code: 'nonconforming-items' }])

    const marking = {
      item: { en: 'Marking', zh: '标记' },
      requirement: 'JJG 99-2022, 6.2',
      found: 'Illegible',
    }
    const notice = {
      certificateKind: 'verification-refusal',
      results: within(narrow),
      nonconformities: [marking],
    }
    const { body } = await issued(lab, entryOfWeight(notice))
    expect(body.validUntil).toBeUndefined()
    expect(body.verification).toMatchObject({ conforms: false, nonconforming: [{ result: 'm1' }, marking] })
    expect(body.verification.words.zh).toMatch(/^不合格，不合格项目：.+；标记$/)
  })

  it('is derived from the records where they know it: address, place, customer, owner, method', async () => {
    const { body } = await issued(lab, entryOfWeight())
    const address = { en: '1 LAB Road', zh: 'LAB 路 1 号' }
    expect(body).toMatchObject({
      issuer: { code: 'LAB', address, accreditation: { body: 'Issuer', number: 'LAB-MASS-1' } },
      place: address,
      customer: { code: 'PLANT', address: { en: '1 PLANT Road' } },
      item: { owner: { code: 'PLANT' } },
      method: { document: 'JJG 99-2022', edition: '2022', title: { zh: '砝码' } },
      visibility: 'public',
    })
    expect(body.standards).toMatchObject([
      {
        inputs: [{ result: 'm1', input: 'm_S' }],
        certificate: 'NMI-2025-0001',
        version: 1,
        result: 'm1',
        issuer: { code: 'NMI' },
        equipment: { code: 'STANDARD', serialNumber: 'STANDARD' },
      },
    ])
    const upstream = must(await lab.public.get('/v1/certificates/NMI-2025-0001')).body
    expect(body.standards[0].sha256).toBe(upstream.sha256)
    expect(body.traceability).toMatchObject({
      policy: 'ILAC-P10',
      verdict: 'traceable',
      roots: [{ reference: 'KG', name: { zh: '质量国家基准' } }],
    })
    expect(body.traceability.statement.en).toContain('National standard of mass')
    expect(body.traceability.statement.zh).toContain('质量国家基准')
  })

  it('is not issued by a laboratory without an address (7.8.2.1 b)', async () => {
    const { body, headers } = must(await lab.admin.get('/v1/organizations/LAB'))
    const { id: _, code: __, recordedAt: ___, version: ____, sites, ...stated } = body
    must(await lab.admin.put('/v1/organizations/LAB', stated, headers.get('etag')?.replaceAll('"', '')))
    const refused = await refusedAtIssue(entryOfWeight())
    expect(refused.body.errors).toMatchObject([
      { pointer: '/laboratory', code: 'laboratory-address', clause: 'ISO/IEC 17025:2017, 7.8.2.1 b' },
      { pointer: '/place', code: 'place', clause: 'ISO/IEC 17025:2017, 7.8.2.1 c' },
    ])
    const present = must(await lab.admin.get('/v1/organizations/LAB')).body.version
    must(await lab.admin.put('/v1/organizations/LAB', { ...stated, sites }, present))
  })

  it('says how an adjusted item was found, or why that is not known (7.8.4.1 d)', async () => {
    const left = [weightResult({ stage: 'as-left' })]
    const refused = await refusedAtIssue(entryOfWeight({ results: left }))
    expect(refused.body.errors).toMatchObject([
      { pointer: '/results/0/stage', code: 'before-adjustment', clause: 'ISO/IEC 17025:2017, 7.8.4.1 d' },
    ])
    const omitted = entryOfWeight({ results: left, asFoundOmitted: 'It could not be weighed' })
    expect((await issued(lab, omitted)).body.asFoundOmitted).toBe('It could not be weighed')
  })

  it('says which specification is met, and not only that something is (7.8.6.2 b)', async () => {
    const unnamed = await broughtTo(lab, entryOfWeight({ results: within(limits) }), 'evaluated')
    expect(unnamed.body.missing).toContainEqual(
      expect.objectContaining({
        code: 'specification',
        weight: 'should',
        pointer: '/results/0/conformity/specification',
      }),
    )
    const specification = 'JJG 99-2022, class M1'
    const results = [weightResult({ conformity: { limits, rule: 'simple', specification } })]
    const named = await issued(lab, entryOfWeight({ results }))
    expect(named.body.results[0].conformity).toMatchObject({ outcome: 'pass', specification })
  })

  it('names a date of recalibration only where it was agreed with the customer (7.8.4.3)', async () => {
    const recalibrationAgreed = { due: '2027-02-25', agreement: 'Order 4711' }
    const { body } = await issued(lab, entryOfWeight({ recalibrationAgreed }))
    expect(body.recalibration).toEqual(recalibrationAgreed)
    const unagreed = await lab.technician.post(
      '/v1/calibrations',
      entryOfWeight({ validUntil: '2027-02-25' }),
    )
    expect(unagreed.body.code).toBe('calibration.validity-not-allowed')
  })

  it('is in order, and on the kind of certificate to which it belongs', async () => {
    const refused = async (change: object) =>
      (await lab.technician.post('/v1/calibrations', entryOfWeight({ ...change }))).body
    expect(await refused({ received: '2026-02-26' })).toMatchObject({
      code: 'calibration.times-reversed',
      pointer: '/received',
    })
    for (const change of [{ accuracyClass: 'F2' }, { nonconformities: [{ item: 'Marking' }] }])
      expect(await refused(change)).toMatchObject({
        code: 'calibration.particular-not-allowed',
        pointer: `/${Object.keys(change)[0]}`,
      })
    const opinion = { text: 'Fit for use', basis: 'JJG 99-2022, 5' }
    const { body } = await issued(
      lab,
      entryOfWeight({
        received: '2026-02-25',
        itemCondition: 'Scratched',
        opinions: [opinion],
        remarks: 'None',
      }),
    )
    expect(body).toMatchObject({
      received: '2026-02-25',
      item: { condition: 'Scratched' },
      opinions: [opinion],
      remarks: 'None',
    })
    expect(s.complaints).toEqual([])
  })
})
