import { beforeAll, describe, expect, it } from 'vitest'
import { resistors } from '../registry/impact/resistors-of-the-tests.ts'
import { must, newPerson, type Asking } from '../registry/people-of-the-tests.ts'
import { service, testOrigin } from '../service.ts'

describe('the dashboard', () => {
  const s = service()
  const lab = resistors(s)
  let manager: Asking & { readonly key: string }
  beforeAll(async () => {
    manager = await newPerson(s, lab.admin, { organization: 'LAB', roles: ['quality-manager'] })
  })
  const tile = async (href: string) => {
    const answer = await s.app.request(`${testOrigin}/dashboard?language=en`, {
      headers: { authorization: `Bearer ${manager.key}` },
    })
    const text = (await answer.text()).replaceAll(/\s+/g, ' ')
    return text
      .split(`<a href="${href}">`)[1]
      ?.match(/<b>([^<]*)<\/b> <span>([^<]*)<\/span>/)
      ?.slice(1)
  }

  it('counts certificates that a recall makes suspect, until it is decided that they are not affected', async () => {
    const href = '/certificates?standing=suspect'
    expect(await tile(href)).toEqual(['0', 'Certificates suspect'])
    const impact = { subject: { equipment: 'RS' }, hypothesis: { shift: { value: '4', unit: 'µΩ/Ω' } } }
    must(await manager.post('/v1/recalls', { code: 'RC-1', cause: 'As found, RS was higher', impact }))
    expect(await tile(href)).toEqual(['3', 'Certificates suspect'])
    expect(await tile('/recalls')).toEqual(['1', 'Recalls open'])
    const decided = { decision: 'no-effect', reason: 'Within U', remaining: {} }
    must(await manager.post('/v1/recalls/RC-1/dispositions', decided))
    expect(await tile(href)).toEqual(['0', 'Certificates suspect'])
  })
})
