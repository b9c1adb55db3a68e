import type { EntityManager } from '@mikro-orm/postgresql'
import type { ImpactSubject } from '#contract/types.ts'
import { preparedRows } from '#db/prepared.ts'

/** Whose the subject of a recall is: the owner of an item, the holder of a reference, issuer and owner of a certificate. */
export async function organizationsOf(em: EntityManager, subject: ImpactSubject): Promise<readonly string[]> {
  const [sql, key] = askedOf(subject)
  return (await preparedRows<{ id: string }>(em, sql, [key])).map(({ id }) => id)
}

function askedOf(subject: ImpactSubject): readonly [sql: string, key: string] {
  if ('equipment' in subject)
    return ['select owner_id as id from equipment where code = $1', subject.equipment]
  if ('reference' in subject) {
    return ['select holder_id as id from metrological_references where code = $1', subject.reference]
  }
  return [
    `select t.issuer_id as id from certificates t where t.number = $1
      union
     select e.owner_id from certificates t
       join equipment_components m on m.id = t.component_id
       join equipment e on e.id = m.equipment_id where t.number = $1`,
    subject.certificate,
  ]
}
