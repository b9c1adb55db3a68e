import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory, standardCertificate } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

describe('the explanation of a verdict', () => {
  const s = service()
  const lab = laboratory(s)
  let number = ''

  beforeAll(async () => {
    number = (await issued(lab, entryOfWeight())).body.number
  })

  const path = (query = '') => `/v1/certificates/${number}/explanation${query}`
  const written = async (query: string, headers: Record<string, string> = {}) => {
    const answer = await s.app.request(path(query), { headers })
    return { status: answer.status, media: answer.headers.get('content-type'), text: await answer.text() }
  }

  it('is a paragraph in both languages, a flowchart and a drawing', async () => {
    const { body } = must(await lab.public.get(path()))
    expect(body).toMatchObject({
      certificate: number,
      result: 'm1',
      policy: 'ILAC-P10',
      verdict: 'traceable',
    })
    expect(body.text.en).toContain(`Result m1 of certificate ${number} (version 1) for WEIGHT/main`)
    expect(body.text.en).toContain('it is metrologically traceable by the ILAC policy')
    expect(body.text.zh).toContain('具有计量溯源性')
    expect(body.text.en).toContain(standardCertificate)
    expect(body.mermaid).toMatch(/^flowchart TB\n {2}n0\["/)
    expect(body.layout.nodes.map((node: { level: number }) => node.level)).toEqual([0, 1, 2])
    expect(body.layout.edges).toHaveLength(2)
  })

  it('is text in the language that is asked for', async () => {
    const english = await written('?format=text')
    expect(english).toMatchObject({ status: 200, media: 'text/plain; charset=utf-8' })
    expect(english.text).toMatch(/^Result m1 .*\.\n$/)
    const chinese = await written('', { accept: 'text/plain', 'accept-language': 'zh' })
    expect(chinese.text).toMatch(/^证书 .*。\n$/)
  })

  it('is a flowchart where that is asked for', async () => {
    for (const answer of [
      await written('?format=mermaid'),
      await written('', { accept: 'text/vnd.mermaid' }),
    ]) {
      expect(answer.media).toBe('text/vnd.mermaid; charset=utf-8')
      expect(answer.text).toMatch(/^flowchart TB\n/)
    }
  })

  it('names the rule that decided', async () => {
    const { body } = must(await lab.public.get(path('?at=2028-01-01T00:00:00Z')))
    expect(body.verdict).toBe('not-traceable')
    expect(body.text.en).toContain(
      `Deciding is R09 (calibration interval) at ${number}/m1: Overdue since 2027-02-25`,
    )
  })

  it('is refused for what does not exist', async () => {
    const answer = await lab.public.get('/v1/certificates/NOTHING/explanation')
    expect(answer).toMatchObject({ status: 404, body: { code: 'traceability.unknown-subject' } })
    expect((await lab.public.get(path('?format=svg'))).status).toBe(400)
  })
})

const sum = (list: readonly { share: number }[]) => list.reduce((total, { share }) => total + share, 0)

describe('the influences of a result', () => {
  const s = service()
  const lab = laboratory(s)

  it('are in the answer about its traceability where they are asked for, and their shares sum to one', async () => {
    const { number } = (await issued(lab, entryOfWeight())).body
    const path = `/v1/certificates/${number}/traceability`
    expect(must(await lab.public.get(path)).body).not.toHaveProperty('influences')
    const { influences } = must(await lab.public.get(`${path}?influences=true`)).body
    expect(sum(influences.items)).toBeCloseTo(1, 12)
    expect(sum(influences.laboratories)).toBeCloseTo(1, 12)
    expect(sum(influences.levels)).toBeCloseTo(1, 12)
    expect(influences.standardUncertainty).toBeCloseTo(0.02926, 5)
    expect(influences.roots).toEqual([
      { reference: 'KG', share: expect.closeTo(0.02 ** 2 / 0.02926 ** 2, 3) },
    ])
    const equipment = '/v1/equipment/WEIGHT/traceability?measurandKind=mass.conventional&influences=true'
    expect(must(await lab.technician.get(equipment)).body.influences.items).toEqual(influences.items)
  })
})
