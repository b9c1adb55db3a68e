import type { EntityManager } from '@mikro-orm/postgresql'
import type { CompetenceSearch } from '#contract/types.ts'
import { afterCode, inOrderOfCode, stated } from '#db/list.ts'
import { byKey } from '#db/natural-key.ts'
import { CompetenceStatus } from './competence-status.entity.ts'
import { CompetenceVersion } from './competence-version.entity.ts'
import { Competence } from './competence.entity.ts'
import { noSuchCompetence, unknownCompetence } from './competence.refusals.ts'

const populate = ['organization', 'measurandKind'] as const

/** The competence that a path names. */
export async function competenceAt(em: EntityManager, key: string): Promise<Competence> {
  const found = await em.findOne(Competence, byKey(key), { populate })
  if (found) return found
  throw unknownCompetence(
    { en: `No competence has the code or identifier ${key}`, zh: `没有代码或标识为 ${key} 的能力` },
    {},
    { pointer: '/id' },
  )
}

/** The competence that a member of a body names. */
export async function competenceNamed(em: EntityManager, code: string, pointer: string): Promise<Competence> {
  const found = await em.findOne(Competence, byKey(code), { populate })
  if (found) return found
  throw noSuchCompetence(
    { en: `No competence has the code ${code}`, zh: `没有代码为 ${code} 的能力` },
    { competence: code },
    { pointer },
  )
}

/** Everything that was said of a competence and had been recorded by `asKnownAt`. */
export interface CompetenceHistory {
  readonly versions: readonly CompetenceVersion[]
  readonly statuses: readonly CompetenceStatus[]
}

/** The histories of several competences, in two statements. */
export async function historiesOf(
  em: EntityManager,
  competences: readonly Competence[],
  asKnownAt: Date,
): Promise<(competence: Competence) => CompetenceHistory> {
  const known = { competence: { $in: competences.map(({ id }) => id) }, recordedAt: { $lte: asKnownAt } }
  const versions = await em.find(CompetenceVersion, known, { orderBy: { sequence: 'asc' } })
  const statuses = await em.find(CompetenceStatus, known, { orderBy: { effectiveFrom: 'asc', id: 'asc' } })
  return ({ id }) => ({
    versions: versions.filter((one) => one.competence.id === id),
    statuses: statuses.filter((one) => one.competence.id === id),
  })
}

export const competencesListed = (
  em: EntityManager,
  { organization, measurandKind, kind }: CompetenceSearch,
  page: { readonly after: string | number | undefined; readonly limit: number },
): Promise<Competence[]> =>
  em.find(
    Competence,
    {
      $and: [
        stated({ kind }),
        organization === undefined ? {} : { organization: byKey(organization) },
        measurandKind === undefined ? {} : { measurandKind: byKey(measurandKind) },
        afterCode(page.after),
      ],
    },
    { ...inOrderOfCode, limit: page.limit, populate },
  )
