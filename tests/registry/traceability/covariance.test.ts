import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import {
  entryOfWeight,
  equipment,
  issued,
  laboratory,
  standardCertificate,
} from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

describe('the covariance of two results', () => {
  const s = service()
  const lab = laboratory(s)
  const numbers: string[] = []

  beforeAll(async () => {
    must(await equipment(lab.admin, 'WEIGHT-2', 'PLANT', 'instrument'))
    for (const item of ['WEIGHT', 'WEIGHT-2'])
      numbers.push((await issued(lab, entryOfWeight({ item: { equipment: item } }))).body.number)
  })

  const ask = (query: string, number = numbers[0]) =>
    lab.public.get(`/v1/certificates/${number}/covariance?${query}`)

  it('of two weights from one standard is the variance of the standard', async () => {
    const { body } = must(await ask(`with=${numbers[1]}`))
    expect(body.covariance).toBeCloseTo(0.0225 ** 2, 12)
    expect(body.unit).toBe('g·g')
    expect(body.correlation).toBeCloseTo(0.0225 ** 2 / body.result.standardUncertainty ** 2, 9)
    expect(body.correlation).toBeCloseTo(0.591, 3)
    expect(body.result).toMatchObject({ certificate: numbers[0], version: 1, result: 'm1', unit: 'g' })
    expect(body.with).toMatchObject({ certificate: numbers[1] })
    const shared = body.shared.map(
      (one: { influence: { kind: string; label: string }; contribution: number }) => [
        one.influence.kind,
        one.influence.label,
        one.contribution,
      ],
    )
    expect(shared).toEqual([
      ['root', 'KG', expect.closeTo(0.02 ** 2, 12)],
      ['input', `${standardCertificate}/m1 d`, expect.closeTo(0.01 ** 2, 12)],
      ['unexplained', `${standardCertificate}/m1`, expect.closeTo(0.0225 ** 2 - 0.02 ** 2 - 0.01 ** 2, 12)],
    ])
  })

  it('of a result with itself is its variance, with its standard that of the standard', async () => {
    const itself = must(await ask(`with=${numbers[0]}&result=m1&withResult=m1&withVersion=1`)).body
    expect(itself.correlation).toBeCloseTo(1, 12)
    const { body } = must(await ask(`with=${standardCertificate}`))
    expect(body.covariance).toBeCloseTo(0.0225 ** 2, 12)
  })

  it('is refused where one of them does not exist, or was not known yet', async () => {
    const faults = [
      await ask('with=NOTHING'),
      await ask(`with=${numbers[1]}&withResult=m9`),
      await ask(`with=${numbers[1]}`, 'NOTHING'),
      await ask(`with=${numbers[1]}&asKnownAt=2020-01-01T00:00:00Z`),
    ]
    for (const fault of faults)
      expect(fault).toMatchObject({ status: 404, body: { code: 'traceability.unknown-subject' } })
    expect((await ask('')).status).toBe(400)
  })
})
