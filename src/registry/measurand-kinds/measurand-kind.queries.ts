import type { EntityManager } from '@mikro-orm/postgresql'
import type { MeasurandKindSearch } from '#contract/types.ts'
import { afterCode, inOrderOfCode, mentions, stated } from '#db/list.ts'
import { byKey } from '#db/natural-key.ts'
import { MeasurandKind } from './measurand-kind.entity.ts'
import { noSuchMeasurandKind, unknownMeasurandKind } from './measurand-kind.refusals.ts'

/** The kind that a path names. */
export async function measurandKindAt(em: EntityManager, key: string): Promise<MeasurandKind> {
  const found = await em.findOne(MeasurandKind, byKey(key))
  if (found) return found
  throw unknownMeasurandKind(
    {
      en: `No kind of measurand has the code or identifier ${key}`,
      zh: `没有代码或标识为 ${key} 的被测量类别`,
    },
    {},
    { pointer: '/id' },
  )
}

/** The kind that a member of a body names. */
export async function measurandKindNamed(
  em: EntityManager,
  code: string,
  pointer: string,
): Promise<MeasurandKind> {
  const found = await em.findOne(MeasurandKind, byKey(code))
  if (found) return found
  throw noSuchMeasurandKind(
    { en: `No kind of measurand has the code ${code}`, zh: `没有代码为 ${code} 的被测量类别` },
    { measurandKind: code },
    { pointer },
  )
}

export const measurandKindsListed = (
  em: EntityManager,
  { quantityKind, q }: MeasurandKindSearch,
  page: { readonly after: string | number | undefined; readonly limit: number },
): Promise<MeasurandKind[]> =>
  em.find(
    MeasurandKind,
    { $and: [stated({ quantityKind }), mentions<MeasurandKind>(q), afterCode(page.after)] },
    { ...inOrderOfCode, limit: page.limit },
  )
