import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { isAdministrator } from '../people/may.ts'
import { auditEventsListed, type AuditRow } from './audit.queries.ts'
import { viewAuditEvent } from './audit.view.ts'

const list = operation(
  {
    id: 'list-audit-events',
    method: 'get',
    path: '/v1/audit-events',
    summary: 'Read the audit trail: what was done by whom, before and after',
    description:
      'An administrator reads everything; others read what was done in the name of their organization.',
    access: 'audit.read',
    query: 'audit/search.json',
    answers: { 200: 'audit/page.json' },
    refuses: [],
  },
  async ({ em, query, actor }) => {
    const after = pagePlace('audit-events', query, 'sequence')?.id
    const organization = isAdministrator(actor) ? undefined : actor.organization.id
    const rows = await auditEventsListed(em, query, organization, { after, limit: rowsToRead(query) })
    return { status: 200, body: pageOf('audit-events', query, rows, placeBySequence, viewAuditEvent) }
  },
)

const placeBySequence = ({ sequence }: AuditRow) => ({ value: String(sequence), id: String(sequence) })

export const auditOperations: readonly Operation[] = [list]
