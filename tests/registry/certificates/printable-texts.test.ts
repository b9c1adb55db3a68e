import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, equipment, laboratory } from '../laboratory-of-the-tests.ts'
import type { Answer } from '../people-of-the-tests.ts'

const refusedAt = ({ status, body }: Answer, pointer: string, name: string) => {
  expect({ status, code: body.code, pointer: body.pointer }).toEqual({
    status: 422,
    code: 'request.character-not-printable',
    pointer,
  })
  expect(body.errors).toMatchObject([{ pointer, code: 'not-printable' }])
  expect(body.detail).toContain(name)
}

describe('a text that may stand on a certificate', () => {
  const s = service()
  const lab = laboratory(s)

  it('is refused when it is entered, naming the character that no typeface has', async () => {
    const organization = {
      code: 'KR',
      name: { zh: '机构', en: '한국' },
      economy: 'KR',
      roles: ['enterprise'],
    }
    refusedAt(await lab.admin.post('/v1/organizations', organization), '/name/en', '"한" (U+D55C)')
    const person = { organization: 'LAB', code: 'yoshida', name: '𠮷田' }
    refusedAt(await lab.admin.post('/v1/people', person), '/name', '"𠮷" (U+20BB7)')
    refusedAt(
      await equipment(lab.admin, 'ODD', 'PLANT', 'instrument', { name: { en: 'Weight 👍' } }),
      '/name/en',
      '"👍" (U+1F44D)',
    )
    const place = await lab.technician.post('/v1/calibrations', entryOfWeight({ place: 'Raum 𠮷' }))
    refusedAt(place, '/place', '"𠮷" (U+20BB7)')
  })

  it('may be written in Latin, Greek, Cyrillic and Chinese, rare names among them', async () => {
    const name = { zh: '䶮㛃𬭊计量院（测试）', en: 'Häfner, Łódź, μΩ, Метр 10⁻⁶' }
    const entry = { code: 'RARE', name, economy: 'CN', roles: ['enterprise'] }
    expect((await lab.admin.post('/v1/organizations', entry)).status).toBe(201)
  })
})
