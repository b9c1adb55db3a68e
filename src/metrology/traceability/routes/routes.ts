import { capabilityAt } from '#metrology/competence/capability.ts'
import { editionOn, statusOn } from '#metrology/competence/on-day.ts'
import { expressionOfX } from '#metrology/competence/stated-capability.ts'

import type { Policy, CompetenceRoute } from '../policies.ts'
import type { CompetenceRecord, CompetenceVersion, OrganizationRecord } from '../records.ts'
import { within } from '../rules/inside.ts'

import type { Support } from './depth.ts'

/** Where one could have something calibrated; all figures in coherent units. */
export interface RoutesQuestion {
  readonly measurandKind: string
  readonly value: number
  readonly parameters: Readonly<Record<string, number>>
  /** The largest U (k = 2) that would do. */
  readonly expandedUncertainty?: number | undefined
  /** A civil day. */
  readonly on: string
  readonly policy: Policy
}

/** What is known of who can do what; the order of the lists means nothing. */
export interface KnownCompetences {
  readonly organizations: ReadonlyMap<string, OrganizationRecord>
  readonly competences: readonly CompetenceRecord[]
  /** By organization; absent: nothing it did is recorded up to a reference. */
  readonly supports: ReadonlyMap<string, Support>
}

export interface Route {
  readonly competence: CompetenceRecord
  readonly organization: OrganizationRecord
  /** By which route of the policy its certificate would be admitted. */
  readonly by: CompetenceRoute
  /** At the point, for k = 2; none where the scope states none. */
  readonly expandedUncertainty: number | undefined
  /** Whether that is small enough; undefined where it cannot be told. */
  readonly reaches: boolean | undefined
  readonly support: Support | undefined
}

export type RouteGap =
  /** 检不了 */
  | { readonly gap: 'no-competence-for-point'; readonly misses: readonly Miss[] }
  /** 检不准 */
  | { readonly gap: 'uncertainty-too-large'; readonly smallest: number | undefined }

/** A competence for the kind that does not serve, and why. */
export interface Miss {
  readonly competence: CompetenceRecord
  readonly why: 'outside-range' | 'parameter-outside' | 'not-active' | 'not-admitted'
}

/** 扁平化: of two routes that reach the target, how much the one nearer to the root gains. */
export interface FlatterRoute {
  readonly from: Route
  readonly to: Route
  readonly stepsSaved: number
  /** By how much U becomes smaller; negative where the nearer laboratory states a larger one. */
  readonly uncertaintyGained: number | undefined
}

export interface RoutesFound {
  /** The best first. */
  readonly routes: readonly Route[]
  readonly gaps: readonly RouteGap[]
  readonly flatter: FlatterRoute | undefined
}

/** The possible routes for a point, over the competences known (traceability.md, routes). */
export function routesFor(known: KnownCompetences, question: RoutesQuestion): RoutesFound {
  const ofKind = known.competences.filter((one) => one.measurandKind === question.measurandKind)
  const judged = ofKind.map((competence) => judgedFor(known, competence, question))
  const routes = judged.filter((one) => 'by' in one).toSorted(byMerit)
  const misses = judged.filter((one) => 'why' in one).toSorted((a, b) => byCode(a.competence, b.competence))
  return { routes, gaps: gapsIn(routes, misses, question), flatter: flatterAmong(routes) }
}

function judgedFor(
  known: KnownCompetences,
  competence: CompetenceRecord,
  question: RoutesQuestion,
): Route | Miss {
  const { value, parameters, on } = question
  const organization = known.organizations.get(competence.organizationId)
  const by = organization && admittedBy(question.policy, competence, organization)
  const version = editionOn(competence.versions, on)
  if (organization === undefined || by === undefined) return { competence, why: 'not-admitted' }
  if (version === undefined || statusOn(competence.versions, competence.statuses, on) !== 'active')
    return { competence, why: 'not-active' }
  if (!within(value, undefined, version)) return { competence, why: 'outside-range' }
  if (!coversParameters(version, parameters)) return { competence, why: 'parameter-outside' }
  const expandedUncertainty = reachedBy(version, question)
  return {
    competence,
    organization,
    by,
    expandedUncertainty,
    reaches: isSmallEnough(expandedUncertainty, question.expandedUncertainty),
    support: known.supports.get(organization.id),
  }
}

/** Routes that ask for a root instead of a competence are not for others to take. */
const admittedBy = ({ routes }: Policy, { kind }: CompetenceRecord, { roles }: OrganizationRecord) =>
  routes.find(
    (one) =>
      one.competence.includes(kind) &&
      (one.roles === undefined || one.roles.some((role) => roles.includes(role))),
  )

/** A parameter that is asked for and not in the scope is not covered; nothing is extrapolated. */
function coversParameters(
  { parameters: scope = {} }: CompetenceVersion,
  asked: Readonly<Record<string, number>>,
): boolean {
  return Object.entries(asked).every(([name, at]) => {
    const interval = scope[name]
    return interval !== undefined && within(at, undefined, interval)
  })
}

function reachedBy({ capability }: CompetenceVersion, { value, parameters }: RoutesQuestion) {
  const U = capability && capabilityAt(capability, { value, parameters }, expressionOfX)
  return U === undefined || capability === undefined ? undefined : (2 * U) / capability.coverageFactor
}

/** Units convert with some units in the last place; a U that equals the target does. */
function isSmallEnough(U: number | undefined, target: number | undefined): boolean | undefined {
  if (target === undefined) return true
  return U === undefined ? undefined : U <= target * (1 + 1e-9)
}

const byCode = (a: CompetenceRecord, b: CompetenceRecord) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
const reachRank = ({ reaches }: Route) => (reaches === true ? 0 : reaches === undefined ? 1 : 2)
const finite = (x: number | undefined) => x ?? Number.MAX_VALUE

/** What reaches the target; then what is admitted without conditions; then the nearer to the root; then the smaller U. */
const byMerit = (a: Route, b: Route) =>
  reachRank(a) - reachRank(b) ||
  Number(a.by.effect !== 'none') - Number(b.by.effect !== 'none') ||
  finite(a.support?.depth) - finite(b.support?.depth) ||
  finite(a.expandedUncertainty) - finite(b.expandedUncertainty) ||
  byCode(a.competence, b.competence)

function gapsIn(routes: readonly Route[], misses: readonly Miss[], question: RoutesQuestion): RouteGap[] {
  if (routes.length === 0) return [{ gap: 'no-competence-for-point', misses }]
  if (question.expandedUncertainty === undefined || routes.some((one) => one.reaches === true)) return []
  const reached = routes.map((one) => one.expandedUncertainty).filter((U) => U !== undefined)
  return [{ gap: 'uncertainty-too-large', smallest: reached.length === 0 ? undefined : Math.min(...reached) }]
}

/** Between the farthest and the nearest of those that do; without depths there is nothing to compare. */
function flatterAmong(routes: readonly Route[]): FlatterRoute | undefined {
  const placed = routes
    .filter((one) => one.reaches === true && one.support !== undefined)
    .toSorted((a, b) => finite(a.support?.depth) - finite(b.support?.depth))
  const [to, from] = [placed[0], placed.at(-1)]
  if (!to?.support || !from?.support || to.support.depth === from.support.depth) return undefined
  const [U, less] = [from.expandedUncertainty, to.expandedUncertainty]
  return {
    from,
    to,
    stepsSaved: from.support.depth - to.support.depth,
    uncertaintyGained: U === undefined || less === undefined ? undefined : U - less,
  }
}
