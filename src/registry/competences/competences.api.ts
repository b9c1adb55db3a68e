import { placeByCode } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import {
  contradictsItself,
  expressionRefusals,
  outsideRange,
} from '#metrology/competence/competence.refusals.ts'
import { statedRangeRefusals } from '#metrology/measurand-kind/measurand-kind.refusals.ts'
import { noSuchMeasurandKind } from '../measurand-kinds/measurand-kind.refusals.ts'
import { noSuchOrganization } from '../organizations/organization.refusals.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { askCapability } from './ask-capability.ts'
import { changeScope } from './change-scope.ts'
import { changeStatus } from './change-status.ts'
import { competenceAt, competencesListed, historiesOf } from './competence.queries.ts'
import {
  competenceConstraints,
  noCapabilityStated,
  nothingInForce,
  scopeDatesReversed,
  scopeParameterUnknown,
  scopeSiteUnknown,
  unknownCompetence,
} from './competence.refusals.ts'
import { viewCompetence, viewCompetenceOnDay, type AsOf } from './competence.view.ts'
import { registerCompetence } from './register-competence.ts'

const scopeRefusals = [
  ...statedRangeRefusals,
  ...expressionRefusals,
  contradictsItself,
  scopeDatesReversed,
  scopeParameterUnknown,
  scopeSiteUnknown,
]

/** Today, and everything that is known now, unless asked otherwise. */
const asOf = (asked: { readonly at?: string; readonly asKnownAt?: string }, now: Date): AsOf => ({
  at: asked.at ?? now.toISOString().slice(0, 10),
  asKnownAt: asked.asKnownAt === undefined ? now : new Date(asked.asKnownAt),
})

const register = operation(
  {
    id: 'register-competence',
    method: 'post',
    path: '/v1/competences',
    summary: 'Register one line of what an organization may do',
    access: 'competence.register',
    body: 'competences/competence-entry.json',
    answers: { 201: 'competences/competence.json' },
    refuses: [scopeRefusals, noSuchOrganization, noSuchMeasurandKind, notYourOrganization],
    constraints: competenceConstraints,
  },
  async ({ em, body, actor, now }) => {
    const competence = await registerCompetence(em, body, { actor, now })
    const history = (await historiesOf(em, [competence], now))(competence)
    return {
      status: 201,
      body: viewCompetence(competence, history, asOf({}, now)),
      headers: { location: `/v1/competences/${competence.id}` },
      etag: competence.version,
    }
  },
)

const list = operation(
  {
    id: 'list-competences',
    method: 'get',
    path: '/v1/competences',
    summary: 'List competences as they stand on a day',
    access: 'registry.read',
    query: 'competences/search.json',
    answers: { 200: 'competences/page.json' },
    refuses: [],
  },
  async ({ em, query, now }) => {
    const after = pagePlace('competences', query)?.value
    const rows = await competencesListed(em, query, { after, limit: rowsToRead(query) })
    const historyOf = await historiesOf(em, rows, now)
    const view = (row: (typeof rows)[number]) => viewCompetenceOnDay(row, historyOf(row), asOf(query, now))
    return { status: 200, body: pageOf('competences', query, rows, placeByCode, view) }
  },
)

const read = operation(
  {
    id: 'read-competence',
    method: 'get',
    path: '/v1/competences/{id}',
    summary: 'Read a competence as it stood on a day, as known at a moment',
    access: 'registry.read',
    params: 'competences/path.json',
    query: 'competences/as-of-query.json',
    answers: { 200: 'competences/competence.json' },
    refuses: [unknownCompetence],
  },
  async ({ em, params, query, now }) => {
    const competence = await competenceAt(em, params.id)
    const asked = asOf(query, now)
    const history = (await historiesOf(em, [competence], asked.asKnownAt))(competence)
    return { status: 200, body: viewCompetence(competence, history, asked), etag: competence.version }
  },
)

const capability = operation(
  {
    id: 'ask-capability',
    method: 'get',
    path: '/v1/competences/{id}/capability',
    summary: 'Ask which expanded uncertainty the competence states at a point',
    access: 'registry.read',
    params: 'competences/path.json',
    query: 'competences/capability-query.json',
    answers: { 200: 'competences/capability-at-point.json' },
    refuses: [unknownCompetence, outsideRange, nothingInForce, noCapabilityStated, statedRangeRefusals],
  },
  async ({ em, params, query, now }) => {
    const competence = await competenceAt(em, params.id)
    const asked = asOf(query, now)
    const history = (await historiesOf(em, [competence], asked.asKnownAt))(competence)
    return { status: 200, body: askCapability(competence, history, query, asked) }
  },
)

const rescope = operation(
  {
    id: 'change-competence-scope',
    method: 'post',
    path: '/v1/competences/{id}/versions',
    summary: 'State what the line says from a day on',
    access: 'competence.revise',
    params: 'competences/path.json',
    body: 'competences/version-entry.json',
    answers: { 201: 'competences/competence.json' },
    refuses: [unknownCompetence, notYourOrganization, scopeRefusals],
    ifMatch: true,
  },
  async ({ em, params, body, ifMatch, actor, now }) => {
    const competence = await competenceAt(em, params.id)
    const before = viewCompetence(
      competence,
      (await historiesOf(em, [competence], now))(competence),
      asOf({}, now),
    )
    await changeScope(em, { competence, stated: body, seenVersion: ifMatch }, { actor, now })
    const history = (await historiesOf(em, [competence], now))(competence)
    return {
      status: 201,
      body: viewCompetence(competence, history, asOf({}, now)),
      etag: competence.version,
      subject: `/v1/competences/${competence.id}`,
      before,
      reason: body.reason,
    }
  },
)

const restatus = operation(
  {
    id: 'change-competence-status',
    method: 'post',
    path: '/v1/competences/{id}/statuses',
    summary: 'Suspend, withdraw or reinstate a competence from a day on',
    access: 'competence.revise',
    params: 'competences/path.json',
    body: 'competences/status-entry.json',
    answers: { 201: 'competences/competence.json' },
    refuses: [unknownCompetence, notYourOrganization],
    ifMatch: true,
  },
  async ({ em, params, body, ifMatch, actor, now }) => {
    const competence = await competenceAt(em, params.id)
    const before = viewCompetence(
      competence,
      (await historiesOf(em, [competence], now))(competence),
      asOf({}, now),
    )
    await changeStatus(em, { competence, stated: body, seenVersion: ifMatch }, { actor, now })
    const history = (await historiesOf(em, [competence], now))(competence)
    return {
      status: 201,
      body: viewCompetence(competence, history, asOf({}, now)),
      etag: competence.version,
      subject: `/v1/competences/${competence.id}`,
      before,
      reason: body.reason,
    }
  },
)

export const competenceOperations: readonly Operation[] = [
  register,
  list,
  read,
  capability,
  rescope,
  restatus,
]
