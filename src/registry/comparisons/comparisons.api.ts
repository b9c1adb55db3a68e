import type { EntityManager } from '@mikro-orm/postgresql'
import { placeByCode } from '#db/list.ts'
import type { Actor } from '#http/actor.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { statedRangeRefusals } from '#metrology/measurand-kind/measurand-kind.refusals.ts'
import { refusalsOf } from '#refusal.ts'
import { unitMismatch, unknownParameter } from '../calibrations/calibration.refusals.ts'
import { noSuchCompetence } from '../competences/competence.refusals.ts'
import { noSuchMeasurandKind } from '../measurand-kinds/measurand-kind.refusals.ts'
import { noSuchOrganization } from '../organizations/organization.refusals.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { closeComparison } from './close-comparison.ts'
import { comparisonAnew, comparisonAt, comparisonHeld, comparisonsListed } from './comparison.queries.ts'
import {
  comparisonCodeTaken,
  comparisonConstraints,
  daysReversed,
  figuresIncomplete,
  noResults,
  nothingToResolve,
  otherMeasurand,
  resultRepeated,
  roundClosed,
  roundOpen,
  unknownCertifiedResult,
  unknownComparison,
  unknownParticipant,
} from './comparison.refusals.ts'
import { viewComparison, viewComparisonSummary } from './comparison.view.ts'
import type { Comparison } from './comparison.entity.ts'
import { openComparison } from './open-comparison.ts'
import { resolveResult } from './resolve-result.ts'
import { takePart } from './take-part.ts'

const figureRefusals = [
  figuresIncomplete,
  otherMeasurand,
  unknownCertifiedResult,
  unitMismatch,
  statedRangeRefusals,
  refusalsOf('quantity', 'unit'),
].flat()

/** Nobody's own: what was submitted is told back as sealed, because the answer also goes into the audit trail. */
const nobody = { organization: { id: '', code: '' } }

async function answerOf(em: EntityManager, round: Comparison, actor: Pick<Actor, 'organization'>) {
  const subject = `/v1/comparisons/${round.id}`
  return { body: viewComparison(await comparisonAnew(em, round), actor), subject }
}

const open = operation(
  {
    id: 'open-comparison',
    method: 'post',
    path: '/v1/comparisons',
    summary: 'Open a round of a comparison: one artefact at one point',
    access: 'comparison.organize',
    body: 'comparisons/comparison-entry.json',
    answers: { 201: 'comparisons/comparison.json' },
    refuses: [
      noSuchOrganization,
      notYourOrganization,
      noSuchMeasurandKind,
      unknownParameter,
      unitMismatch,
      comparisonCodeTaken,
      daysReversed,
      statedRangeRefusals,
    ],
    constraints: comparisonConstraints,
  },
  async ({ em, body, actor, now }) => {
    const round = await openComparison(em, body, { actor, now })
    const location = `/v1/comparisons/${round.id}`
    return { status: 201, ...(await answerOf(em, round, actor)), headers: { location } }
  },
)

const list = operation(
  {
    id: 'list-comparisons',
    method: 'get',
    path: '/v1/comparisons',
    summary: 'List rounds of comparisons',
    access: 'registry.read',
    query: 'comparisons/search.json',
    answers: { 200: 'comparisons/page.json' },
    refuses: [],
  },
  async ({ em, query }) => {
    const after = pagePlace('comparisons', query)?.value
    const rows = await comparisonsListed(em, query, { after, limit: rowsToRead(query) })
    return { status: 200, body: pageOf('comparisons', query, rows, placeByCode, viewComparisonSummary) }
  },
)

const read = operation(
  {
    id: 'read-comparison',
    method: 'get',
    path: '/v1/comparisons/{id}',
    summary: 'Read a round with its results; they are sealed until it closes',
    access: 'registry.read',
    params: 'comparisons/path.json',
    answers: { 200: 'comparisons/comparison.json' },
    refuses: [unknownComparison],
  },
  async ({ em, params, actor }) => ({
    status: 200,
    body: viewComparison(await comparisonAt(em, params.id), actor),
  }),
)

const submit = operation(
  {
    id: 'submit-comparison-result',
    method: 'post',
    path: '/v1/comparisons/{id}/results',
    summary: 'Take part in a round with a result; sealed until it closes',
    access: 'comparison.take-part',
    params: 'comparisons/path.json',
    body: 'comparisons/result-entry.json',
    answers: { 201: 'comparisons/comparison.json' },
    refuses: [
      unknownComparison,
      noSuchCompetence,
      notYourOrganization,
      roundClosed,
      resultRepeated,
      daysReversed,
      figureRefusals,
    ],
    constraints: comparisonConstraints,
  },
  async ({ em, params, body, actor, now }) => {
    const round = await comparisonHeld(em, params.id)
    await takePart(em, { round, stated: body }, { actor, now })
    return { status: 201, ...(await answerOf(em, round, nobody)) }
  },
)

const close = operation(
  {
    id: 'close-comparison',
    method: 'post',
    path: '/v1/comparisons/{id}/close',
    summary: 'Close a round: the reference value, and En of every result',
    access: 'comparison.organize',
    params: 'comparisons/path.json',
    body: 'comparisons/closing-entry.json',
    answers: { 200: 'comparisons/comparison.json' },
    refuses: [
      unknownComparison,
      notYourOrganization,
      roundClosed,
      noResults,
      daysReversed,
      figureRefusals,
      refusalsOf('interlaboratory', 'task', 'uncertainty'),
    ],
    constraints: comparisonConstraints,
  },
  async ({ em, params, body, actor, now }) => {
    const round = await comparisonHeld(em, params.id)
    const before = viewComparison(round, actor)
    await closeComparison(em, { round, stated: body }, { actor, now })
    return { status: 200, ...(await answerOf(em, round, actor)), before }
  },
)

const resolve = operation(
  {
    id: 'resolve-comparison-result',
    method: 'post',
    path: '/v1/comparisons/{id}/resolutions',
    summary: 'Record that the cause of |En| > 1 was found and removed, and from which day on',
    access: 'comparison.organize',
    params: 'comparisons/path.json',
    body: 'comparisons/resolution-entry.json',
    answers: { 201: 'comparisons/comparison.json' },
    refuses: [
      unknownComparison,
      notYourOrganization,
      roundOpen,
      unknownParticipant,
      nothingToResolve,
      daysReversed,
    ],
  },
  async ({ em, params, body, actor, now }) => {
    const round = await comparisonHeld(em, params.id)
    const before = viewComparison(round, actor)
    await resolveResult(em, { round, stated: body }, { actor, now })
    return { status: 201, ...(await answerOf(em, round, actor)), before }
  },
)

export const comparisonOperations: readonly Operation[] = [open, list, read, submit, close, resolve]
