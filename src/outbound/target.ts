import { isIP } from 'node:net'
import { isPublicAddress } from './address-guard.ts'

/** Where requests of ours may go. */
export interface OutboundPolicy {
  /** For intranets and tests: any address, any port, and plain HTTP. */
  readonly allowPrivate: boolean
}

export type TargetFault = 'not-a-url' | 'scheme' | 'credentials' | 'port' | 'address' | 'name'

const ports = ['', '443', '8443']
/** Names that never leave a machine or a site (RFC 6761, RFC 6762, ICANN's `internal`). */
const localName = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/

/** What is wrong with a URL as a target, before anything is looked up. */
export function targetFault(text: string, { allowPrivate }: OutboundPolicy): TargetFault | undefined {
  if (!URL.canParse(text)) return 'not-a-url'
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) return 'scheme'
  if (url.username !== '' || url.password !== '') return 'credentials'
  if (allowPrivate) return undefined
  if (!ports.includes(url.port)) return 'port'
  // The parser has already made one spelling of every number: 127.1, 0x7f.1 and 2130706433 are 127.0.0.1.
  const host = url.hostname.replaceAll(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : 'address'
  return localName.test(host) || !host.includes('.') ? 'name' : undefined
}
