import type { EntityManager } from '@mikro-orm/postgresql'
import type { GapsQuestion } from '#contract/types.ts'
import { routesFor, type KnownCompetences, type RoutesFound } from '#metrology/traceability/routes/routes.ts'
import { within } from '#refusal.ts'
import { policyAsked } from '../policies/policy.queries.ts'
import { competenceRecords, organizationRecords } from '../traceability/standing-records.ts'
import { kindNamed } from './find-routes.ts'
import { competencesFor } from './routes.queries.ts'
import { knownAtOf, understandWanted, type RouteInquiry } from './understand-route.ts'

/** What was found for one wanted point. */
export interface FoundForPoint {
  readonly inquiry: RouteInquiry
  readonly found: RoutesFound
  readonly organizations: KnownCompetences['organizations']
}

/** 检不了、检不准: which of many points nobody serves. The competences for a kind are read once, however many points it has. */
export async function findGaps(
  em: EntityManager,
  { wanted, ...setting }: GapsQuestion,
  now: Date,
): Promise<readonly FoundForPoint[]> {
  const asKnownAt = knownAtOf(setting, now)
  const by = await policyAsked(em, setting.policy, asKnownAt)
  const known = new Map<string, { kind: Kind; competences: KnownCompetences }>()
  const items: FoundForPoint[] = []
  for (const [i, point] of wanted.entries()) {
    const pointer = `/wanted/${i}`
    const before = known.get(point.measurandKind)
    const of = before ?? (await competencesOf(em, point.measurandKind, { asKnownAt, pointer }))
    known.set(point.measurandKind, of)
    const inquiry = within(pointer, () => understandWanted(point, of.kind, { ...setting, now, by }))
    const { organizations } = of.competences
    items.push({ inquiry, found: routesFor(of.competences, inquiry.question), organizations })
  }
  return items
}

type Kind = Awaited<ReturnType<typeof kindNamed>>

async function competencesOf(
  em: EntityManager,
  code: string,
  { asKnownAt, pointer }: { readonly asKnownAt: Date; readonly pointer: string },
): Promise<{ kind: Kind; competences: KnownCompetences }> {
  const kind = await kindNamed(em, code, `${pointer}/measurandKind`)
  const rows = await competencesFor(em, kind.id, asKnownAt)
  const organizations = new Map(organizationRecords(rows).map((one) => [one.id, one]))
  const competences = competenceRecords(rows).filter((one) => one.recordedAt <= asKnownAt)
  return { kind, competences: { organizations, competences, supports: new Map() } }
}
