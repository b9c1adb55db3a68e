import type { AuditEventRecord } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { AuditRow } from './audit.queries.ts'

export const viewAuditEvent = ({ before, after, ...row }: AuditRow): AuditEventRecord => ({
  ...withoutNulls(row),
  sequence: String(row.sequence),
  ...(before !== null && { before: documentOf(before) }),
  ...(after !== null && { after: documentOf(after) }),
})

/** What `recordAct` wrote; it was a record then. */
const documentOf = (text: string) => JSON.parse(text) as Readonly<Record<string, unknown>>
