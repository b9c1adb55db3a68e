import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import {
  entryOfWeight,
  equipment,
  issued,
  laboratory,
  standardTranscription,
  weightResult,
} from '../laboratory-of-the-tests.ts'
import { must, type Asking } from '../people-of-the-tests.ts'

const secret = 'NMI-SECRET-77'
const hiddenItem = 'HIDDEN-STANDARD'

describe('the trace of a public certificate whose standard has a private one', () => {
  const s = service()
  const lab = laboratory(s)
  const numbers: string[] = []

  beforeAll(async () => {
    must(await equipment(lab.admin, hiddenItem, 'LAB', 'working-standard'))
    const transcription = standardTranscription({
      number: secret,
      visibility: 'private',
      item: { equipment: hiddenItem },
    })
    must(await lab.technician.post('/v1/certificates', transcription))
    must(await lab.reviewer.post(`/v1/certificates/${secret}/check`, undefined, { 'if-match': '"1"' }))
    must(await equipment(lab.admin, 'WEIGHT-2', 'PLANT', 'instrument'))
    const { inputs } = weightResult()
    const results = [weightResult({ inputs: { ...inputs, m_S: { from: { certificate: secret } } } })]
    for (const item of ['WEIGHT', 'WEIGHT-2'])
      numbers.push((await issued(lab, entryOfWeight({ item: { equipment: item }, results }))).body.number)
  })

  const faces = () => [
    `/v1/certificates/${numbers[0]}/traceability?influences=true`,
    `/v1/certificates/${numbers[0]}/explanation`,
    `/v1/certificates/${numbers[0]}/covariance?with=${numbers[1]}`,
  ]
  const said = async (by: Asking) =>
    JSON.stringify(await Promise.all(faces().map(async (path) => must(await by.get(path)).body)))

  it('tells a stranger neither its number nor its item, in no face of the answer', async () => {
    for (const by of [lab.public, lab.stranger]) {
      const text = await said(by)
      expect(text).not.toContain(secret)
      expect(text).not.toContain(hiddenItem)
      expect(text).toContain('withheld-1/m1')
    }
    expect((await lab.public.get(`/v1/certificates/${secret}/traceability`)).status).toBe(404)
    expect((await lab.public.get(`/v1/certificates/withheld-1/traceability`)).status).toBe(404)
  })

  it('tells it to who is party to it, with the same verdict, figures and findings', async () => {
    const text = await said(lab.technician)
    expect(text).toContain(secret)
    expect(text).toContain(hiddenItem)
    const [path = ''] = faces()
    const [open, masked] = await Promise.all(
      [lab.technician, lab.public].map(async (by) => must(await by.get(path)).body),
    )
    expect(masked.verdict).toBe(open.verdict)
    expect(masked.roots).toEqual(open.roots)
    const figures = ({ nodes, ladder, rules }: typeof open) => ({
      shares: nodes.map(({ share, local }: { share: number; local: number }) => [share, local]),
      ladder: ladder.map((one: { expandedUncertainty: number }) => one.expandedUncertainty),
      rules: rules.map((one: { code: string; outcome: string; weight: string }) => [
        one.code,
        one.outcome,
        one.weight,
      ]),
    })
    expect(figures(masked)).toEqual(figures(open))
  })

  it('names on a new certificate what standards share by what everybody may read', async () => {
    const from = { certificate: secret }
    const result = weightResult({
      model: { outputs: { m_X: '(a + b) / 2' } },
      inputs: { a: { from }, b: { from } },
    })
    const draft = must(
      await lab.technician.post('/v1/calibrations', entryOfWeight({ results: [result] })),
    ).body
    const [{ sharedStandards }] = draft.results[0].budget.correlations
    expect(sharedStandards).toContain('KG')
    expect(JSON.stringify(sharedStandards)).not.toContain(secret)
  })

  it('keeps an item whose calibrations are all private to itself, also where it is asked about by name', async () => {
    const path = `/v1/equipment/${hiddenItem}/traceability?measurandKind=mass.conventional&at=2026-03-01T00:00:00Z`
    const open = must(await lab.technician.get(path)).body
    expect(open.subject).toMatchObject({ certificate: secret, equipment: hiddenItem })
    const masked = must(await lab.stranger.get(path)).body
    expect(masked.subject).toMatchObject({ certificate: 'withheld-1', equipment: hiddenItem })
    expect(masked.verdict).toBe(open.verdict)
  })
})
