import type { EntityManager } from '@mikro-orm/postgresql'
import type { ReferenceSearch } from '#contract/types.ts'
import { afterCode, inOrderOfCode, stated } from '#db/list.ts'
import { byKey } from '#db/natural-key.ts'
import { MetrologicalReference } from './metrological-reference.entity.ts'
import { ReferenceEvidence } from './reference-evidence.entity.ts'
import { unknownReference } from './reference.refusals.ts'

const populate = ['holder', 'measurandKind'] as const

/** The reference that a path names. */
export async function referenceAt(em: EntityManager, key: string): Promise<MetrologicalReference> {
  const found = await em.findOne(MetrologicalReference, byKey(key), { populate })
  if (found) return found
  throw unknownReference(
    { en: `No reference has the code or identifier ${key}`, zh: `没有代码或标识为 ${key} 的参照对象` },
    {},
    { pointer: '/id' },
  )
}

/** What supports each of several references, in one statement. */
export async function evidenceFor(em: EntityManager, references: readonly MetrologicalReference[]) {
  const evidence = await em.find(
    ReferenceEvidence,
    { reference: { $in: references.map(({ id }) => id) } },
    { orderBy: { id: 'asc' }, populate: ['competence'] },
  )
  return ({ id }: MetrologicalReference) => evidence.filter((one) => one.reference.id === id)
}

export const referencesListed = (
  em: EntityManager,
  { kind, holder, measurandKind }: ReferenceSearch,
  page: { readonly after: string | number | undefined; readonly limit: number },
): Promise<MetrologicalReference[]> =>
  em.find(
    MetrologicalReference,
    {
      $and: [
        stated({ kind }),
        holder === undefined ? {} : { holder: byKey(holder) },
        measurandKind === undefined ? {} : { measurandKind: byKey(measurandKind) },
        afterCode(page.after),
      ],
    },
    { ...inOrderOfCode, limit: page.limit, populate },
  )
