import { describe, expect, it } from 'vitest'
import { ensureFirstAdministrator } from '#registry/people/ensure-first-administrator.ts'
import { service } from '../../service.ts'
import { asking } from '../people-of-the-tests.ts'

describe('the first administrator', () => {
  const s = service()
  const ensure = (adminKey?: string) =>
    s.orm.em.fork().transactional((tx) => ensureFirstAdministrator(tx, { adminKey, now: s.clock.now() }))

  it('is given one generated key, told once, however often the node starts', async () => {
    const starts = await Promise.all([ensure(), ensure(), ensure()])
    const printed = starts.flatMap(({ printedKey }) => printedKey ?? [])
    expect(printed).toHaveLength(1)
    expect((await asking(s, printed[0]).get('/v1/organizations/OPERATOR')).status).toBe(200)
    expect(await ensure()).toEqual({})
  })

  const opens = async (key: string) => (await asking(s, key).get('/v1/people/administrator')).status

  it('may begin with a key of the environment as it stands, and later with another beside it', async () => {
    expect(await ensure('twenty-visible-chars')).toEqual({})
    expect(await ensure('twenty-visible-chars')).toEqual({})
    expect(await ensure('another-key-after-the-first')).toEqual({})
    expect(await opens('twenty-visible-chars')).toBe(200)
    expect(await opens('another-key-after-the-first')).toBe(200)
  })

  it('does not begin with a key that is short or not visible', async () => {
    await expect(ensure('short')).rejects.toThrow('ETALON_ADMIN_KEY')
    await expect(ensure('has a blank in the midst of it')).rejects.toThrow('ETALON_ADMIN_KEY')
  })
})
