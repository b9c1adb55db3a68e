import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'

/** Everything an event of the trail says, but for its own hash. */
export interface HashedEvent {
  readonly sequence: bigint
  readonly at: Date
  readonly person: string | null
  readonly organization: string | null
  readonly operation: string
  readonly subject: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
  readonly requestId: string
  readonly previousHash: string
}

/** Made of bytes that the application wrote: the text of a time in SQL depends on the zone of the session. */
export const hashOf = (event: HashedEvent): string =>
  sha256Hex(
    canonicalText({
      sequence: String(event.sequence),
      at: event.at.toISOString(),
      person: event.person,
      organization: event.organization,
      operation: event.operation,
      subject: event.subject,
      before: event.before,
      after: event.after,
      reason: event.reason,
      requestId: event.requestId,
      previousHash: event.previousHash,
    }),
  )

/** A record as JSON would say it, in its one canonical writing (RFC 8785): text is hashed and kept, and no database rewrites it. */
export const textOfRecord = (value: unknown): string | null =>
  value === undefined || value === null ? null : canonicalText(JSON.parse(JSON.stringify(value)))
