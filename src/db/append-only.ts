/**
 * A trigger by which PostgreSQL itself refuses to change or delete a row.
 * Evidence is never changed, and it is not the application that promises so.
 */
export const appendOnly = (table: string) => ({
  name: 'append_only',
  timing: 'before' as const,
  events: ['update' as const, 'delete' as const],
  forEach: 'row' as const,
  body: `raise exception '${table} is append only' using errcode = 'restrict_violation'`,
})
