import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'
import type { Actor } from '#http/actor.ts'
import { isAdministrator } from '../people/may.ts'

/** A private certificate is there for its parties only: who issued it, and whose item it is. */
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
      where t.number = $1 and (t.visibility = 'public' or $2 or $3::uuid in (t.issuer_id, e.owner_id)) limit 1`,
    [number, actor !== null && isAdministrator(actor), actor?.organization.id ?? null],
  )
  return rows.length > 0
}
