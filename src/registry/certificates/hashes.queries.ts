import type { EntityManager } from '@mikro-orm/postgresql'
import type { HashMatches } from '#contract/types.ts'
import { preparedRows } from '#db/prepared.ts'
import { readerParameters } from './visible-to.queries.ts'
import type { Reader } from '../people/reader.ts'

/**
 * What is held under a hash. The newest version says who may know of the former ones too; that the certificate is there is
 * known to everybody where its status is.
 */
export const heldUnderHash = (
  em: EntityManager,
  sha256: string,
  reader: Reader,
): Promise<readonly HashMatches['matches'][number][]> =>
  preparedRows(
    em,
    `with found as (
       select 'document' as what, t.id from certificates t where t.sha256 = $1
        union all
       select 'imported-file', l.certificate_id
         from certificate_imports i join imported_certificates l on l.import_id = i.id
        where i.sha256 = $1
     )
     select f.what, t.number, t.edition as version
       from found f
       join certificates t on t.id = f.id
       join lateral (
         select n.visibility, n.issuer_id, n.calibration_id from certificates n
          where n.number = t.number order by n.edition desc limit 1
       ) n on true
       join calibrations c on c.id = n.calibration_id
       join equipment e on e.id = c.equipment_id
      where n.visibility in ('public', 'status') or $2::boolean
         or $3::uuid in (n.issuer_id, c.customer_id, e.owner_id)
      order by t.number, t.edition, f.what
      limit 20`,
    [sha256, ...readerParameters(reader)],
  )
