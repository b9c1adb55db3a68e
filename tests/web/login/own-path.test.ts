import { describe, expect, it } from 'vitest'
import { ownPath } from '#web/login/own-path.ts'

describe('where somebody goes after signing in', () => {
  it('leads to pages of this registry only, however an address is written', () => {
    for (const [next, place] of [
      ['/equipment?limit=5#x', '/equipment?limit=5#x'],
      ['/equipment/../certificates', '/certificates'],
      ['https://evil.example/', '/'],
      ['//evil.example/', '/'],
      ['/\\evil.example/', '/'],
      ['/\t/evil.example/', '/'],
      ['/.//evil.example/', '/'],
      ['/.\\\\evil.example', '/'],
      ['/x/..//evil.example', '/'],
      ['javascript:alert(1)', '/'],
      ['equipment', '/'],
      ['/login?next=/x', '/'],
      ['/logout', '/'],
      ['/loginbook', '/loginbook'],
      [`/${'x'.repeat(3000)}`, '/'],
      [null, '/'],
    ] as const)
      expect([next, ownPath(next)]).toEqual([next, place])
  })
})
