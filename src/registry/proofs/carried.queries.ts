import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import type { CarriedDocument } from '#proof/bundle.ts'

/** The texts of versions of certificates, as they were hashed, as far as whoever asks may read them. */
export const documentsOf = (
  em: EntityManager,
  versions: readonly string[],
): Promise<readonly CarriedDocument[]> =>
  preparedRows<CarriedDocument>(
    em,
    `select t.number, t.edition as version, t.sha256, d.document as text
       from certificates t join certificate_documents d on d.id = t.id
      where t.id = any($1::uuid[]) order by t.number, t.edition`,
    [versions],
  )

export interface EntryRow {
  readonly index: number
  readonly leaf: string
  readonly opening: string | null
}

/** Every entry of the log about some versions, and about what happened to them, in the order of the log. */
export async function entriesOf(em: EntityManager, versions: readonly string[]): Promise<EntryRow[]> {
  const rows = await preparedRows<Omit<EntryRow, 'index'> & { readonly index: string }>(
    em,
    `select index, leaf, opening from log_entries where certificate_id = any($1::uuid[])
      union all
     select e.index, e.leaf, e.opening
       from certificate_events h join log_entries e on e.certificate_event_id = h.id
      where h.certificate_id = any($1::uuid[])
      order by index`,
    [versions],
  )
  return rows.map((row) => ({ ...row, index: Number(row.index) }))
}
