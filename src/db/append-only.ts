/**
 * Triggers by which PostgreSQL itself refuses to change, delete or truncate.
 * Evidence is never changed, and it is not the application that promises so.
 */
export function appendOnly(table: string) {
  const body = `raise exception '${table} is append only' using errcode = 'restrict_violation'`
  return [
    {
      name: 'append_only',
      timing: 'before' as const,
      events: ['update' as const, 'delete' as const],
      forEach: 'row' as const,
      body,
    },
    neverTruncated(body),
  ]
}

const neverTruncated = (body: string) => ({
  name: 'never_truncated',
  timing: 'before' as const,
  events: ['truncate' as const],
  forEach: 'statement' as const,
  body,
})

/** A table in which drafts may change and what is issued may not: emptying it would take both. */
export const keptWhole = (table: string) =>
  neverTruncated(`raise exception '${table} holds what was issued' using errcode = 'restrict_violation'`)

/** A trigger that refuses whatever `issued` (a condition on `old` and `new`) finds to belong to an issued certificate. */
export function refusedOnceIssued(
  what: string,
  issued: string,
  events: ('insert' | 'update' | 'delete')[] = ['insert', 'update', 'delete'],
) {
  return {
    name: 'refused_once_issued',
    timing: 'before' as const,
    events,
    forEach: 'row' as const,
    body:
      `if exists (${issued}) then raise exception '${what} of an issued certificate is never changed' ` +
      `using errcode = 'restrict_violation'; end if; return coalesce(new, old)`,
  }
}

/** Nothing is committed of which the log does not know. In the table it is a constraint trigger, asked when a transaction ends. */
export const inTheLog = (condition: string, complaint: string) => ({
  name: 'in_the_log',
  timing: 'after' as const,
  events: ['insert' as const],
  forEach: 'row' as const,
  body: `if not exists (select 1 from log_entries e where ${condition}) then raise exception ${complaint}; end if; return null`,
})
