import { BlockList, isIP } from 'node:net'

/** Of IPv4 what is not for everybody (RFC 6890 and the registries of IANA): private, shared, loopback, link-local, test, multicast. */
const closedToV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const

/** Within 2000::/3: Teredo and other protocols, documentation, 6to4, which carries any IPv4 address in itself. */
const closedToV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closed = new BlockList()
for (const [network, prefix] of closedToV4) closed.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of closedToV6) closed.addSubnet(network, prefix, 'ipv6')

/** Everything else in IPv6 (loopback, mapped, NAT64, unique local, link-local, multicast) lies outside. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

/** Whether this is an address of the public internet. What is no address at all is not. */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  return family === 6 && globalUnicast.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}
