import { canonicalText, isCanonicalText } from './canonical-form.ts'
import { sha256Hex } from './digest.ts'
import type { PublicJwk } from './public-jwk.ts'

/** What is said in the log about a version of a certificate, or about what happened to it afterwards. */
export interface CertificateStatement {
  /** `recorded` and `checked` are of certificates from elsewhere: that this registry has written them down, and compared. */
  readonly kind: 'issued' | 'amended' | 'recorded' | 'checked' | 'withdrawn' | 'revoked'
  /** When it was written into the registry. */
  readonly at: string
  readonly number: string
  readonly version: number
  readonly sha256: string
  readonly issuer: string
  readonly changeClass?: string
  readonly effectiveFrom?: string
  readonly cause?: string
}

/** A key by which the node signs from now on. A former key endorses its successor: whoever trusts the one may trust the other. */
export interface KeyAdded {
  readonly kind: 'key-added'
  readonly at: string
  readonly kid: string
  readonly jwk: PublicJwk
  readonly endorsement?: string
}

/** A key by which nothing said after this is to be believed. */
export interface KeyRetired {
  readonly kind: 'key-retired'
  readonly at: string
  readonly kid: string
  readonly cause: string
}

export type LogStatement = CertificateStatement | KeyAdded | KeyRetired

/** To whom a certificate is shown decides what the log says of it. */
export type Disclosure = 'public' | 'status' | 'parties' | 'private'

/** What stands in the log, and what opens it where it is sealed. Both are canonical text (RFC 8785). */
export interface Disclosed {
  readonly leaf: string
  readonly opening?: string
}

const format = { v: 1 } as const

/**
 * What the log publishes of a statement. Of what is not public only a commitment stands there: the hash of the statement with
 * a salt, since numbers are short and could be guessed. Who holds the opening proves the statement.
 */
export function disclose(statement: LogStatement, disclosure: Disclosure, newSalt: () => string): Disclosed {
  if (disclosure === 'public') return { leaf: canonicalText({ ...format, ...statement }) }
  if (disclosure === 'status') return { leaf: canonicalText({ ...format, ...standingOf(statement) }) }
  const opening = canonicalText({ salt: newSalt(), statement: { ...format, ...statement } })
  return { leaf: canonicalText({ ...format, kind: 'sealed', commitment: sha256Hex(opening) }), opening }
}

/** The status and since when, without who issued it and why it ended. */
function standingOf(statement: LogStatement): LogStatement | Omit<CertificateStatement, 'issuer'> {
  if (!('number' in statement)) return statement
  const { kind, at, number, version, sha256, effectiveFrom } = statement
  return { kind, at, number, version, sha256, ...(effectiveFrom !== undefined && { effectiveFrom }) }
}

/** Whether this is the opening of a sealed entry; nothing of it is read before. */
export function opens(opening: string, leaf: string): boolean {
  if (!isCanonicalText(leaf) || !isCanonicalText(opening)) return false
  const said = JSON.parse(leaf) as { readonly kind?: unknown; readonly commitment?: unknown }
  return said.kind === 'sealed' && said.commitment === sha256Hex(opening)
}

/** What an entry says: as it stands, or as its opening says where it is sealed. Undefined where it stays closed. */
export function statementIn(leaf: string, opening?: string): Readonly<Record<string, unknown>> | undefined {
  if (!isCanonicalText(leaf)) return undefined
  const said = JSON.parse(leaf) as Readonly<Record<string, unknown>>
  if (said['kind'] !== 'sealed') return said
  if (opening === undefined || !opens(opening, leaf)) return undefined
  const { statement } = JSON.parse(opening) as { readonly statement?: Readonly<Record<string, unknown>> }
  return statement
}
