import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import type { Actor } from '#http/actor.ts'
import { partiesSql, readerParameters } from '../certificates/visible-to.queries.ts'
import { readerOf } from '../people/reader.ts'

/** A certificate that is not public is there for its parties only. */
export async function certificateVisible(
  em: EntityManager,
  number: string,
  actor: Actor | null,
): Promise<boolean> {
  const rows = await preparedRows(
    em,
    `select 1 from certificates t
       join equipment_components m on m.id = t.component_id
       join equipment e on e.id = m.equipment_id
       join calibrations c on c.id = t.calibration_id
      where t.number = $1 and (t.visibility = 'public' or $2 or $3::uuid in (${partiesSql})) limit 1`,
    [number, ...readerParameters(readerOf(actor))],
  )
  return rows.length > 0
}
