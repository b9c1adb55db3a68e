import { ifMatchMalformed, ifMatchRequired } from '../http.refusals.ts'

/** A version no record can have: it leads to 412 wherever it is compared. */
const noVersion = -1

/** RFC 9110, 13.1.1. A weak tag, or one we never give out, is no error: it only matches nothing. */
export function readIfMatch(header: string | undefined): number {
  if (header === undefined) throw ifMatchRequired('Send If-Match with the ETag that came with the record')
  const [, weak, opaque] = /^(W\/)?"([\x21\x23-\x7e]{0,100})"$/.exec(header.trim()) ?? []
  if (opaque === undefined) throw ifMatchMalformed('Send one entity tag, like "3"')
  const isVersion = weak === undefined && /^[1-9]\d{0,8}$/.test(opaque)
  return isVersion ? Number(opaque) : noVersion
}

export const entityTag = (version: number | string): string => `"${version}"`

/** RFC 9110, 13.1.2; the comparison is the weak one. */
export function isUnchanged(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  if (ifNoneMatch === undefined || etag === undefined) return false
  const tags = ifNoneMatch
    .slice(0, 2000)
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(etag.replace(/^W\//, ''))
}
