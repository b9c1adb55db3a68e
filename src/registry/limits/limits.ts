import { BlockList, isIP, isIPv6 } from 'node:net'
import { type LimitKind, limitKinds, type Limits } from '#http/limits.ts'
import { type LimitStore, sharedLimit } from './shared-limit.ts'

export interface LimitSettings {
  /** How many in a minute; 0 is no limit. */
  readonly perMinute: Readonly<Record<LimitKind, number>>
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  readonly store: LimitStore | undefined
}

const windowSeconds = 60

export function limitsOf({ perMinute, trustedProxies, store }: LimitSettings): Limits {
  const limits = new Map(
    limitKinds.map((kind) => {
      const quota = perMinute[kind]
      return [kind, quota > 0 ? sharedLimit({ name: kind, quota, windowSeconds, store }) : undefined]
    }),
  )
  return {
    addressOf: addressFinder(trustedProxies),
    clientOf: clientFinder(trustedProxies),
    use: async (kind, subject) => limits.get(kind)?.(subject),
  }
}

/**
 * From right to left: each proxy adds whom it saw, so that only what a trusted one added is true. Of this machine itself, all clients would
 * share one count: they are told apart by a trusted proxy, or not counted.
 */
export function addressFinder(trustedProxies: readonly string[]): Limits['addressOf'] {
  const clientOf = clientFinder(trustedProxies)
  const loopback = listOf(['127.0.0.0/8', '::1'])
  return (peer, forwardedFor) => {
    const found = clientOf(peer, forwardedFor)
    if (found === undefined || isIn(loopback, found)) return undefined
    return isIPv6(found) ? networkOf(found) : found
  }
}

function clientFinder(trustedProxies: readonly string[]): Limits['clientOf'] {
  const trusted = listOf(trustedProxies)
  return (peer, forwardedFor) => {
    let found = plain(peer)
    const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()))
    while (found !== undefined && isIn(trusted, found)) {
      const next = hops.pop()
      if (next === undefined) break
      found = next
    }
    return found
  }
}

/** IPv4 within IPv6, as a socket that listens to both says it, is IPv4. */
function plain(address: string | undefined): string | undefined {
  const bare = address?.replace(/^::ffff:(?=\d+\.)/i, '')
  return bare !== undefined && isIP(bare) !== 0 ? bare : undefined
}

function listOf(places: readonly string[]): BlockList {
  const list = new BlockList()
  for (const place of places) {
    const [address = '', bits] = place.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

const isIn = (list: BlockList, address: string) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/** A household has 2^64 addresses of IPv6: the network is who asks. */
function networkOf(address: string): string {
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const left = head.split(':').filter((group) => group !== '')
  const right = tail.split(':').filter((group) => group !== '')
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const groups = address.includes('::') ? [...left, ...zeros, ...right] : left
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
