import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { broughtTo, moved } from '../calibrations-of-the-tests.ts'
import {
  entryOfWeight,
  issued,
  laboratory,
  standardTranscription,
  type Laboratory,
} from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'

const numberOf = ({ body }: Answer): string => body.number

const transcribed = (lab: Laboratory, number: string) =>
  lab.technician.post('/v1/certificates', standardTranscription({ number }))

describe('the number of a certificate', () => {
  const s = service({ poolSize: 12 })
  const lab = laboratory(s)

  it('is the next of the laboratory and the year, without gap or repeat, also where ten are issued at once', async () => {
    const ready: Answer[] = []
    for (let i = 0; i < 10; i++) ready.push(await broughtTo(lab, entryOfWeight(), 'reviewed'))
    const certificates = await Promise.all(ready.map((one) => moved(lab.signatory, 'authorise', one)))
    expect(certificates.map(({ status }) => status)).toEqual(ready.map(() => 201))
    expect(certificates.map(numberOf).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, i) => `LAB-2026-${String(i + 1).padStart(4, '0')}`),
    )
  })

  it('is not spent where the certificate is refused', async () => {
    const ready = await broughtTo(lab, entryOfWeight(), 'reviewed')
    expect((await moved(lab.unauthorised, 'authorise', ready)).status).toBe(403)
    expect(numberOf(must(await moved(lab.signatory, 'authorise', ready)))).toBe('LAB-2026-0011')
  })

  it('is the laboratory’s own where it has one, and counts none of ours', async () => {
    const own = await issued(lab, entryOfWeight({ certificateNumber: '校字(2026)第07号' }))
    expect(numberOf(own)).toBe('校字(2026)第07号')
    expect(own.headers.get('location')).toBe(`/v1/certificates/${encodeURIComponent('校字(2026)第07号')}`)
    expect(must(await lab.public.get(own.headers.get('location')!)).body.number).toBe('校字(2026)第07号')
    expect(numberOf(await issued(lab, entryOfWeight()))).toBe('LAB-2026-0012')
  })

  it('is given once: of two drafts with one number the second is refused at its issue, and cancelled', async () => {
    const entry = entryOfWeight({ certificateNumber: 'OWN-8' })
    const first = await broughtTo(lab, entry, 'reviewed')
    const second = await broughtTo(lab, entry, 'reviewed')
    must(await moved(lab.signatory, 'authorise', first))
    const refused = await moved(lab.signatory, 'authorise', second)
    expect(refused).toMatchObject({ status: 409, body: { code: 'certificate.number-taken' } })
    expect((await moved(lab.technician, 'cancel', second, { reason: 'Number taken' })).status).toBe(200)
    expect((await transcribed(lab, 'OWN-8')).body.code).toBe('certificate.number-taken')
  })

  it('passes over what others have given out, so that nobody can stop a laboratory by taking its next one', async () => {
    for (const number of ['LAB-2026-0013', 'LAB-2026-0014', 'LAB-2026-0016'])
      must(await transcribed(lab, number))
    expect(numberOf(await issued(lab, entryOfWeight()))).toBe('LAB-2026-0015')
    expect(numberOf(await issued(lab, entryOfWeight()))).toBe('LAB-2026-0017')
  })

  it('begins anew with the civil year of the laboratory', async () => {
    const ready = [
      await broughtTo(lab, entryOfWeight(), 'reviewed'),
      await broughtTo(lab, entryOfWeight(), 'reviewed'),
    ]
    const signedAt = async (moment: string, one: Answer | undefined) => {
      s.clock.moveTo(moment)
      return numberOf(must(await moved(lab.signatory, 'authorise', one!)))
    }
    expect(await signedAt('2026-12-31T15:59:59Z', ready[0])).toBe('LAB-2026-0018')
    expect(await signedAt('2026-12-31T16:00:00Z', ready[1])).toBe('LAB-2027-0001')
  })
})
