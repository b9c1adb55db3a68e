import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { ComparisonSearch } from '#contract/types.ts'
import { afterCode, inOrderOfCode } from '#db/list.ts'
import { byKey } from '#db/natural-key.ts'
import { asNode } from '#db/tenancy/standing.ts'
import type { SealedFigures } from './comparison-result.entity.ts'
import { unknownComparison } from './comparison.refusals.ts'
import { Comparison } from './comparison.entity.ts'

const populate = [
  'provider',
  'measurandKind',
  'recordedBy',
  'closings.recordedBy',
  'results.competence.organization',
  'results.scores',
  'results.resolutions.recordedBy',
] as const

/** A round with everything that was recorded of it. */
export async function comparisonAt(em: EntityManager, key: string): Promise<Comparison> {
  const found = await em.findOne(Comparison, byKey(key), { populate })
  if (found) return found
  throw unknownComparison(
    { en: `No round has the code or identifier ${key}`, zh: `没有代码或标识为 ${key} 的比对轮次` },
    {},
    { pointer: '/id' },
  )
}

/** As `comparisonAt`; who submits and who closes take turns, so that no result comes in behind the scores. */
export async function comparisonHeld(em: EntityManager, key: string): Promise<Comparison> {
  await em.findOne(Comparison, byKey(key), { lockMode: LockMode.PESSIMISTIC_WRITE })
  return comparisonAt(em, key)
}

/** What everybody has found, by the result: for scoring, when the seals are broken. The node does it, whoever closes the round. */
export async function figuresOfAll(
  em: EntityManager,
  { id }: Comparison,
): Promise<ReadonlyMap<string, SealedFigures>> {
  const rows = await asNode(em, () =>
    em.execute<(SealedFigures & { readonly id: string })[]>(
      `select f.* from comparison_figures f join comparison_results r on r.id = f.id where r.comparison_id = ?`,
      [id],
    ),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The same after something was added to it. */
export async function comparisonAnew(em: EntityManager, { id }: Comparison): Promise<Comparison> {
  em.clear()
  return comparisonAt(em, id)
}

export const comparisonsListed = (
  em: EntityManager,
  { measurandKind, competence, state }: ComparisonSearch,
  page: { readonly after: string | number | undefined; readonly limit: number },
): Promise<Comparison[]> =>
  em.find(
    Comparison,
    {
      $and: [
        measurandKind === undefined ? {} : { measurandKind: byKey(measurandKind) },
        competence === undefined ? {} : { results: { $some: { competence: byKey(competence) } } },
        state === undefined ? {} : { closings: state === 'closed' ? { $some: {} } : { $none: {} } },
        afterCode(page.after),
      ],
    },
    {
      ...inOrderOfCode,
      limit: page.limit,
      populate: ['provider', 'measurandKind', 'recordedBy', 'closings'],
    },
  )
