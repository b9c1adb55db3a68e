import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { broughtTo, seen } from '../calibrations-of-the-tests.ts'
import {
  entryOfWeight,
  issued,
  laboratory,
  standardTranscription,
  weightResult,
} from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const { inputs } = weightResult()

interface Difference {
  readonly pointer: string
  readonly kind: string
  readonly before?: unknown
  readonly after?: unknown
  readonly words: { readonly en: string; readonly zh: string }
}

const path = (number: string, query = '') => `/v1/certificates/${number}/differences${query}`

/** The issuer's amendment of the certificate of the standard. */
const restated = (changeClass: string, change: object) =>
  standardTranscription({ amendment: { changeClass, reason: 'Corrected by the institute' }, ...change })

describe('what an amendment changes', () => {
  const s = service()
  const lab = laboratory(s)

  it('is marked on the new version: words for an editorial one, every figure for one of value', async () => {
    const first = await issued(lab, entryOfWeight({ place: 'Room 2' }))
    const { number } = first.body
    const editorial = { changeClass: 'editorial', reason: 'The room', place: 'Room 3' }
    const second = must(await lab.signatory.post(`/v1/certificates/${number}/amend`, editorial, seen(first)))
    expect(second.body.change.differences).toEqual([
      {
        pointer: '/place',
        kind: 'changed',
        before: 'Room 2',
        after: 'Room 3',
        words: { en: 'place: Room 2 → Room 3', zh: '地点：Room 2 → Room 3' },
      },
    ])

    const results = [weightResult({ inputs: { ...inputs, dm: { ...inputs.dm, estimate: '0.120' } } })]
    const { body } = await broughtTo(
      lab,
      entryOfWeight({ place: 'Room 3', results, remarks: 'Weighed anew' }),
      'reviewed',
    )
    const value = { changeClass: 'value', reason: 'The wrong weight was read', calibration: body.id }
    const third = must(await lab.signatory.post(`/v1/certificates/${number}/amend`, value, seen(second)))
    const differences: readonly Difference[] = third.body.change.differences
    const at = (pointer: string) => differences.find((one) => one.pointer === pointer)
    expect(at('/results/0/reported/value')).toMatchObject({ before: '10000.025', after: '10000.125' })
    expect(at('/results/0/reported/value')?.words.zh).toBe('结果 1，报告值，值：10000.025 → 10000.125')
    expect(at('/remarks')).toMatchObject({ kind: 'added', after: 'Weighed anew' })
    // A budget is named, and not written out.
    expect(at('/results/0/budget')).toEqual({
      pointer: '/results/0/budget',
      kind: 'changed',
      words: { en: 'results 1, uncertainty budget: changed', zh: '结果 1，不确定度评定：更改' },
    })

    expect(must(await lab.public.get(path(number))).body).toMatchObject({ from: 2, to: 3, differences })
    const whole: readonly Difference[] = must(await lab.public.get(path(number, '?from=1&to=3'))).body
      .differences
    expect(whole.map(({ pointer }) => pointer)).toContain('/place')
    const back = must(await lab.public.get(path(number, '?from=3&to=2'))).body.differences
    expect(back).toContainEqual(
      expect.objectContaining({ pointer: '/remarks', kind: 'removed', before: 'Weighed anew' }),
    )
    expect((await lab.public.get(path(number, '?to=4'))).body).toMatchObject({
      status: 404,
      code: 'certificate.version-unknown',
      pointer: '/to',
    })
  })

  it('of a certificate from elsewhere is transcribed as its next version, and checked anew', async () => {
    const [result] = standardTranscription().results
    const changed = { ...result, estimate: { value: '10000.006', unit: 'g' } }
    const post = (body: object) => lab.technician.post('/v1/certificates', body)
    expect((await post(restated('editorial', { results: [changed] }))).body).toMatchObject({
      status: 422,
      code: 'certificate.figures-changed',
      pointer: '/amendment/changeClass',
    })
    const second = must(
      await post(restated('value', { results: [changed], issued: '2025-07-01T10:00:00+08:00' })),
    )
    expect(second).toMatchObject({ status: 201, body: { version: 2, change: { class: 'value' } } })
    expect(second.body.change.differences).toContainEqual(
      expect.objectContaining({
        pointer: '/results/0/reported/value',
        before: '10000.005',
        after: '10000.006',
      }),
    )
    const checked = must(
      await lab.reviewer.post('/v1/certificates/NMI-2025-0001/check', undefined, seen(second)),
    )
    expect(checked.body.events.filter(({ kind }: { kind: string }) => kind === 'checked')).toHaveLength(2)
    expect((await post(restated('value', { item: { equipment: 'WEIGHT' } }))).body.code).toBe(
      'certificate.other-item',
    )
    expect((await post(restated('value', { number: 'NMI-NEW' }))).body.code).toBe(
      'certificate.nothing-to-amend',
    )
  })

  it('is nothing where the same is stated twice: the same record is answered; other content tells both hashes', async () => {
    const body = standardTranscription({ number: 'NMI-TWICE' })
    const first = must(await lab.technician.post('/v1/certificates', body))
    const again = await lab.technician.post('/v1/certificates', body)
    expect(again).toMatchObject({ status: 200, body: { version: 1, sha256: first.body.sha256 } })
    expect(again.body.versions).toHaveLength(1)
    const other = await lab.technician.post('/v1/certificates', { ...body, place: 'Elsewhere' })
    expect(other).toMatchObject({
      status: 409,
      body: { code: 'certificate.number-taken', pointer: '/number' },
    })
    expect(other.body.recordedSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(other.body.sentSha256).not.toBe(other.body.recordedSha256)
    expect((await lab.stranger.post('/v1/certificates', body)).status).toBe(200)
    expect(s.complaints).toEqual([])
  })
})
