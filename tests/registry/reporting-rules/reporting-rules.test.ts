import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { broughtTo, moved, seen } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, issued, laboratory, weightResult } from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'

const path = '/v1/organizations/LAB/reporting-rules'
const conformity = {
  limits: { lower: { value: '9999.5', unit: 'g' }, upper: { value: '10000.5', unit: 'g' } },
  rule: 'guarded-U',
}
const verification = {
  certificateKind: 'verification',
  validUntil: '2027-02-24',
  accuracyClass: 'F2',
  results: [weightResult({ conformity })],
}
const numberOf = ({ body }: Answer): string => body.number

describe('how a laboratory numbers its certificates', () => {
  const s = service({ poolSize: 14 })
  const lab = laboratory(s)
  const stated = (body: object) => lab.admin.post(path, { reason: 'Quality manual', ...body })

  it('is its own template for each kind, counted apart, and keeps every version of the rules', async () => {
    must(
      await stated({
        numbers: [
          { kinds: ['verification'], template: 'JD{year}{month}-{sequence:5}' },
          { template: '校字第{sequence:3}号（{year}）' },
        ],
      }),
    )
    expect(numberOf(await issued(lab, entryOfWeight()))).toBe('校字第001号（2026）')
    expect(numberOf(await issued(lab, entryOfWeight(verification)))).toBe('JD202603-00001')
    expect(numberOf(await issued(lab, entryOfWeight()))).toBe('校字第002号（2026）')
    must(await stated({ numbers: [] }))
    expect(numberOf(await issued(lab, entryOfWeight()))).toBe('LAB-2026-0001')
    const { items } = must(await lab.technician.get(path)).body
    expect(items.map(({ sequence }: { sequence: number }) => sequence)).toEqual([2, 1])
    expect(items[1]).toMatchObject({ laboratory: 'LAB', reason: 'Quality manual', numbers: [{}, {}] })
  })

  it('has neither gap nor repeat where thirty are issued at once and some of them are refused in between', async () => {
    must(await stated({ numbers: [{ template: 'N{year}-{sequence:3}' }] }))
    const ready: Answer[] = []
    for (let i = 0; i < 40; i++) ready.push(await broughtTo(lab, entryOfWeight(), 'reviewed'))
    // Every fourth is refused in the middle of it; who finds no connection in time asks again, as a client would.
    const ask = async (one: Answer, i: number): Promise<Answer> => {
      const answer = await moved(i % 4 === 3 ? lab.unauthorised : lab.signatory, 'authorise', one)
      return answer.status === 503 ? ask(one, i) : answer
    }
    const answers = await Promise.all(ready.map(ask))
    const given = answers.filter(({ status }) => status === 201).map(numberOf)
    expect(given.toSorted()).toEqual(
      Array.from({ length: 30 }, (_, i) => `N2026-${String(i + 1).padStart(3, '0')}`),
    )
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(10)
    expect(numberOf(must(await moved(lab.signatory, 'authorise', ready[3]!)))).toBe('N2026-031')
  }, 120_000)

  it('is refused where no number can be made by the template, with its place', async () => {
    const refused = async (template: string) => (await stated({ numbers: [{ template }] })).body
    for (const template of [
      'LAB-{year}',
      '{sequence:2}{sequence:2}',
      '{sequence:13}',
      '{lab}-{day}-{sequence:4}',
      'A/{sequence:4}',
      '-{sequence:4}',
      '{year:2}-{sequence:4}',
    ])
      expect(await refused(template), template).toMatchObject({
        status: 422,
        code: 'reporting-rules.template-malformed',
        pointer: '/numbers/0/template',
      })
    const twice = {
      numbers: [
        { kinds: ['test'], template: 'A{sequence:3}' },
        { kinds: ['test'], template: 'B{sequence:3}' },
      ],
    }
    expect((await stated(twice)).body).toMatchObject({
      code: 'reporting-rules.kind-repeated',
      pointer: '/numbers/1/kinds',
    })
    expect((await lab.stranger.post(path, { reason: 'Mine' })).status).toBe(403)
    expect((await lab.admin.post('/v1/organizations/NOBODY/reporting-rules', { reason: 'x' })).status).toBe(
      404,
    )
  })
})

describe('how a laboratory signs', () => {
  const s = service()
  const lab = laboratory(s)
  const stated = async (signing: object) =>
    must(await lab.admin.post(path, { signing, reason: 'Quality manual' }))

  it('may want the signer named beside the key', async () => {
    await stated({ signerNamed: true })
    const logged = await broughtTo(lab, entryOfWeight(), 'evaluated')
    expect((await moved(lab.technician, 'submit', logged)).body).toMatchObject({
      status: 403,
      code: 'signature.signer-not-named',
    })
    expect((await moved(lab.technician, 'submit?signer=technician', logged)).status).toBe(200)
    await stated({})
  })

  it('may want a key that was issued of late', async () => {
    await stated({ keyDays: 90 })
    const submitted = await broughtTo(lab, entryOfWeight(), 'submitted')
    s.clock.moveTo('2026-06-01T08:00:00Z')
    const approve = { decision: 'approve' }
    expect((await moved(lab.reviewer, 'review', submitted, approve)).body).toMatchObject({
      status: 403,
      code: 'signature.key-too-old',
      keyDays: 90,
    })
    // To return it is no signature.
    const path = `/v1/calibrations/${submitted.body.id}/review`
    expect(
      (await lab.reviewer.post(path, { decision: 'return', reason: 'Late' }, seen(submitted))).status,
    ).toBe(200)
    expect(s.complaints).toEqual([])
  })
})
