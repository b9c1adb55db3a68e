import type { UpstreamLink } from './dcc-read.ts'

export const hashAlgorithms = ['sha256', 'sha384', 'sha512'] as const
export type HashAlgorithm = (typeof hashAlgorithms)[number]

/** A hash that can be recomputed. */
export interface StatedHash {
  readonly algorithm: HashAlgorithm
  /** Of what: the bytes of the file, or a canonical form: what its signature digests, or the JSON document of Etalon. */
  readonly of: 'file' | 'canonical-form'
  readonly hex: string
}

const lengths: Readonly<Record<HashAlgorithm, number>> = { sha256: 32, sha384: 48, sha512: 64 }

/**
 * What a link states as a hash: `sha256` of the file, `c14n-sha256` of the digest of its signature, `jcs-sha256` of a canonical
 * JSON document; in hexadecimal digits or base64. Undefined where it is "analogue", "-" or anything else that nobody can compute.
 */
export function statedHashOf({
  procedure,
  value,
}: Pick<UpstreamLink, 'procedure' | 'value'>): StatedHash | undefined {
  const words = procedure.toLowerCase().replace(/[^a-z0-9]/g, '')
  const algorithm = hashAlgorithms.find((name) => words.endsWith(name))
  if (!algorithm) return undefined
  const hex = hexOf(value, lengths[algorithm])
  const isOfCanonicalForm = /c14n|jcs|canonical/.test(words)
  return hex === undefined ? undefined : { algorithm, of: isOfCanonicalForm ? 'canonical-form' : 'file', hex }
}

export function fileHashOf(link: UpstreamLink): StatedHash | undefined {
  const stated = statedHashOf(link)
  return stated?.of === 'file' ? stated : undefined
}

function hexOf(value: string, bytes: number): string | undefined {
  const packed = value.replace(/\s+/g, '')
  const digits = packed.replaceAll(':', '').toLowerCase()
  if (digits.length === bytes * 2 && /^[0-9a-f]+$/.test(digits)) return digits
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined
  const decoded = Buffer.from(packed, 'base64')
  return decoded.length === bytes ? decoded.toString('hex') : undefined
}
