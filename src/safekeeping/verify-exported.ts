import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { hashOf, textOfRecord } from '#registry/audit/event-hash.ts'
import type { TrailVerdict } from '#registry/audit/verify-audit-trail.ts'

/** As `etalon audit export` writes it, or the API: there people are shown by code beside their identifiers, and records as JSON. */
interface Line {
  readonly sequence: string
  readonly at: string
  readonly person?: string
  readonly organization?: string
  readonly personId?: string
  readonly organizationId?: string
  readonly operation: string
  readonly subject: string
  readonly before?: string | object
  readonly after?: string | object
  readonly reason?: string
  readonly requestId: string
  readonly previousHash: string
  readonly hash: string
}

/** A trail that was exported, without the registry: whether nothing in it was changed, and no event but those at its end is missing. */
export async function verifyExported(file: string): Promise<TrailVerdict> {
  let size = 0n
  let previousHash = ''
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const event = eventIn(line)
    const because = event === undefined ? 'changed' : faultOf(event, size + 1n, previousHash)
    if (event === undefined || because !== undefined)
      return { intact: false, brokenAt: size + 1n, because: because ?? 'changed' }
    size += 1n
    previousHash = event.hash
  }
  return { intact: true, size }
}

function eventIn(line: string): Line | undefined {
  try {
    return JSON.parse(line) as Line
  } catch {
    return undefined
  }
}

function faultOf(event: Line, expected: bigint, previousHash: string) {
  if (event.sequence !== String(expected)) return 'missing'
  if (event.previousHash !== previousHash) return 'not-linked'
  const said = {
    ...event,
    sequence: expected,
    at: new Date(event.at),
    person: event.personId ?? event.person ?? null,
    organization: event.organizationId ?? event.organization ?? null,
    before: textOf(event.before),
    after: textOf(event.after),
    reason: event.reason ?? null,
  }
  return hashOf(said) === event.hash ? undefined : 'changed'
}

/** The text that was hashed: JSON loses nothing of a record that is kept in its one canonical writing. */
const textOf = (stated: string | object | undefined): string | null =>
  typeof stated === 'object' ? textOfRecord(stated) : (stated ?? null)
