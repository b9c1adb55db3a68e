import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { administrator, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

const at = (code: string) => `/v1/normative-documents/${encodeURIComponent(code)}`

describe('a normative document', () => {
  const s = service()
  const admin = administrator(s)
  const weights = {
    code: 'JJG 99-2022',
    number: 'JJG 99',
    edition: '2022',
    title: { zh: '砝码', en: 'Weights' },
    inForceFrom: '2023-06-29',
  }

  it('is found as it is cited, with its blanks, brackets and strokes', async () => {
    for (const code of ['JJG 99-2022', 'JJF(粤)081-2025', 'GB/T 44993-2024', 'ISO/IEC 17025:2017']) {
      const number = code.slice(0, -5)
      const made = must(await admin.post('/v1/normative-documents', { ...weights, code, number }))
      expect((await admin.get(at(code))).body).toEqual(made.body)
      expect((await admin.get(made.headers.get('location')!)).body).toEqual(made.body)
    }
  })

  it('has one record for each edition', async () => {
    expect((await admin.post('/v1/normative-documents', weights)).body).toMatchObject({
      code: 'normative-document.code-taken',
      pointer: '/code',
    })
    const sameEdition = { ...weights, code: 'Weights 2022' }
    expect((await admin.post('/v1/normative-documents', sameEdition)).body).toMatchObject({
      code: 'normative-document.edition-taken',
      pointer: '/edition',
    })
    must(await admin.post('/v1/normative-documents', { ...weights, code: 'JJG 99-2006', edition: '2006' }))
  })

  it('goes out of force when its successor comes, and not before it came', async () => {
    const revision = {
      title: weights.title,
      inForceFrom: '2006-11-23',
      inForceTo: '2023-06-28',
      replacedBy: 'JJG 99-2022',
    }
    const revised = await admin.put(at('JJG 99-2006'), revision, 1)
    expect(revised.body).toMatchObject({ ...revision, number: 'JJG 99', edition: '2006', version: 2 })
    const reversed = await admin.put(at('JJG 99-2006'), { ...revision, inForceTo: '2006-01-01' }, 2)
    expect(reversed.body).toMatchObject({ code: 'normative-document.dates-reversed', pointer: '/inForceTo' })
    expect((await admin.put(at('JJG 99-2006'), revision, 1)).status).toBe(412)

    const inForce = async (day: string) =>
      (await admin.get(`/v1/normative-documents?number=JJG%2099&at=${day}`)).body.items.map(
        ({ code }: { code: string }) => code,
      )
    expect(await inForce('2023-06-28')).toEqual(['JJG 99-2006'])
    expect(await inForce('2023-06-29')).toEqual(['JJG 99-2022'])
    expect(await inForce('2000-01-01')).toEqual([])
  })

  it('is found by words of its title', async () => {
    const { items } = (await admin.get(`/v1/normative-documents?q=${encodeURIComponent('砝码')}&limit=1`))
      .body
    expect(items).toHaveLength(1)
    expect((await admin.get(at('JJG 1-1900'))).body.code).toBe('normative-document.unknown')
  })

  it('is registered by whoever manages methods', async () => {
    await newOrganization(admin, 'LAB')
    const reviewer = await newPerson(s, admin, { organization: 'LAB', roles: ['reviewer'] })
    expect((await reviewer.post('/v1/normative-documents', { ...weights, code: 'a' })).status).toBe(403)
  })
})
