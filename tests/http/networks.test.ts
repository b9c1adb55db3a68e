import { describe, expect, it } from 'vitest'
import { isNetwork, isWithin } from '#http/networks.ts'

describe('a network', () => {
  it('is an address, or an address with the length of its prefix', () => {
    for (const good of ['192.0.2.7', '192.0.2.0/24', '0.0.0.0/0', '::1', '2001:db8::/32', '2001:db8::7/128'])
      expect(isNetwork(good), good).toBe(true)
    for (const bad of [
      '',
      'localhost',
      '192.0.2',
      '192.0.2.0/33',
      '::1/129',
      '1.2.3.4/8/8',
      '1.2.3.4/',
      'fe80::1%eth0',
      '1.2.3.4/x',
    ])
      expect(isNetwork(bad), bad).toBe(false)
  })

  it('holds the addresses of its prefix, also as a socket for both kinds shows them, and nothing unknown', () => {
    const networks = ['192.0.2.0/24', '2001:db8::/32']
    for (const inside of ['192.0.2.255', '::ffff:192.0.2.1', '2001:db8:ffff::1'])
      expect(isWithin(networks, inside), inside).toBe(true)
    for (const outside of ['192.0.3.0', '::ffff:192.0.3.1', '2001:db9::', undefined, '', 'x'])
      expect(isWithin(networks, outside), String(outside)).toBe(false)
    expect(isWithin([], '192.0.2.1')).toBe(false)
  })
})
