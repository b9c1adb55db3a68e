import { describe, expect, it } from 'vitest'
import type { SelfTest } from '#metrology/self-test/self-test.ts'
import { service } from '../../service.ts'

describe('the self-test of the software (ISO/IEC 17025:2017, 7.11.2)', () => {
  const s = service()
  const bytes = async () => (await s.app.request('/v1/self-test')).text()

  it('agrees with every published figure, for anybody, without a key', async () => {
    const answer = await s.app.request('/v1/self-test')
    expect(answer.status).toBe(200)
    const { engine, passed, failed, items } = (await answer.json()) as SelfTest
    expect(engine.name).toBe('etalon')
    expect(failed).toBe(0)
    expect(passed).toBe(items.length)
    expect(passed).toBeGreaterThan(80)
    expect(items.filter(({ agrees }) => !agrees)).toEqual([])
    expect(items).toContainEqual({
      document: 'EA-4/02 M:2013',
      clause: 'S2',
      quantity: 'U(m_X)',
      unit: 'mg',
      published: '59',
      computed: expect.stringMatching(/^58\.52/),
      agrees: true,
    })
  })

  it('gives the same bytes again', async () => {
    expect(await bytes()).toBe(await bytes())
  })
})
