import type { EntityManager } from '@mikro-orm/postgresql'
import type { RoutesQuery } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { supportBehind, type Support } from '#metrology/traceability/routes/depth.ts'
import { routesFor, type KnownCompetences, type RoutesFound } from '#metrology/traceability/routes/routes.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { policyAsked } from '../policies/policy.queries.ts'
import { chainRecords } from '../traceability/chain-records.ts'
import { chainsAbove } from '../traceability/chain.queries.ts'
import { competenceRecords, organizationRecords } from '../traceability/standing-records.ts'
import { withheld } from '../traceability/withhold.ts'
import { kindUnknown } from '../traceability/traceability.refusals.ts'
import { competencesFor, newestResultsOf } from './routes.queries.ts'
import { knownAtOf, understandRoute, type RouteInquiry } from './understand-route.ts'

export interface AnsweredRoutes {
  readonly inquiry: RouteInquiry
  readonly found: RoutesFound
  readonly organizations: KnownCompetences['organizations']
}

/** Of so many laboratories at the most it is looked up how far they are from the root. */
const mostSupports = 100

/** Where a point could be calibrated, over the competences known, and how far each laboratory is from the root. */
export async function findRoutes(
  em: EntityManager,
  asked: RoutesQuery,
  actor: Actor | null,
  now: Date,
): Promise<AnsweredRoutes> {
  const kind = await kindNamed(em, asked.measurandKind)
  const by = await policyAsked(em, asked.policy, knownAtOf(asked, now))
  const inquiry = understandRoute(asked, kind, { now, by })
  const rows = await competencesFor(em, kind.id, inquiry.asKnownAt)
  const organizations = new Map(organizationRecords(rows).map((one) => [one.id, one]))
  const competences = competenceRecords(rows).filter((one) => one.recordedAt <= inquiry.asKnownAt)
  const known = { organizations, competences, supports: new Map<string, Support>() }

  const { routes } = routesFor(known, inquiry.question)
  const able = [...new Set(routes.map(({ organization }) => organization.id))].slice(0, mostSupports)
  const { supports, passed } = await supportsOf(em, able, {
    measurandKind: kind.id,
    asKnownAt: inquiry.asKnownAt,
    asker: actor?.organization.id ?? null,
  })

  const found = routesFor({ ...known, supports }, inquiry.question)
  return { inquiry, found, organizations: new Map([...passed, ...organizations]) }
}

export async function kindNamed(
  em: EntityManager,
  code: string,
  pointer = '/measurandKind',
): Promise<MeasurandKind> {
  const kind = await em.findOne(MeasurandKind, { code })
  if (kind) return kind
  throw kindUnknown({ en: `None is called ${code}`, zh: `没有编号为 ${code} 的被测量` }, {}, { pointer })
}

interface Looked {
  readonly measurandKind: string
  readonly asKnownAt: Date
  /** Nobody: only what is public is looked at. */
  readonly asker: string | null
}

/** The chains of all of them in one statement, and the laboratories that they pass. */
async function supportsOf(em: EntityManager, laboratories: readonly string[], looked: Looked) {
  const newest = laboratories.length === 0 ? [] : await newestResultsOf(em, laboratories, looked)
  const whole = await chainsAbove(
    em,
    newest.map(({ result }) => result),
  )
  const rows = looked.asker === null ? withheld(whole, 'everybody') : whole
  const records = chainRecords(rows)
  const supports = new Map<string, Support>()
  for (const { organization, result } of newest) {
    const support = supportBehind(records, result, looked.asKnownAt)
    if (support) supports.set(organization, support)
  }
  return { supports, passed: records.organizations.map((one) => [one.id, one] as const) }
}
