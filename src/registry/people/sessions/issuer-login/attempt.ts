import type { SecretBox } from '../../../secrets/secret-box.ts'

/** What we have sent somebody to the issuer with; their browser keeps it, and cannot read it. */
export interface Attempt {
  readonly state: string
  readonly nonce: string
  /** What only we know of the challenge that the issuer was given (PKCE, RFC 7636). */
  readonly verifier: string
  /** Where they wanted to go. */
  readonly next: string
  /** Until when we wait, in milliseconds. */
  readonly until: number
}

const belongsTo = 'attempt'
/** Enough to look for a second factor. */
export const attemptSeconds = 600

export const sealAttempt = (box: SecretBox, attempt: Attempt): string =>
  box.seal(JSON.stringify(attempt), belongsTo)

/** It was sealed by us, whole: its shape needs no asking. */
export function openAttempt(box: SecretBox, sealed: string, now: Date): Attempt | undefined {
  const text = box.open(sealed, belongsTo)
  const attempt = text === undefined ? undefined : (JSON.parse(text) as Attempt)
  return attempt && attempt.until > now.getTime() ? attempt : undefined
}
