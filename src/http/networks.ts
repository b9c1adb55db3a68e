import { BlockList, isIP } from 'node:net'

interface Network {
  readonly address: string
  readonly bits: number
  readonly family: 'ipv4' | 'ipv6'
}

/** `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/32`. */
function networkOf(text: string): Network | undefined {
  const [address = '', length, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0 || address.includes('%')) return undefined
  const most = version === 4 ? 32 : 128
  const bits = length === undefined ? most : Number(length)
  if (length !== undefined && (!/^\d{1,3}$/.test(length) || bits > most)) return undefined
  return { address, bits, family: version === 4 ? 'ipv4' : 'ipv6' }
}

export const isNetwork = (text: string): boolean => networkOf(text) !== undefined

/** Whether an address lies in one of the networks; one that is not known lies in none. */
export function isWithin(networks: readonly string[], address: string | undefined): boolean {
  // A socket that takes both kinds shows IPv4 within IPv6.
  const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? ''
  const version = isIP(plain)
  if (version === 0) return false
  const list = new BlockList()
  for (const network of networks) {
    const found = networkOf(network)
    if (found) list.addSubnet(found.address, found.bits, found.family)
  }
  return list.check(plain, version === 4 ? 'ipv4' : 'ipv6')
}
