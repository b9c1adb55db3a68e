import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { refusalsOf } from '#refusal.ts'
import { certificateNumberTaken } from '../certificates/certificate.refusals.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { isAdministrator } from '../people/may.ts'
import { bindingRefusals, signingRefusals } from '../signatures/signature.refusals.ts'
import { addressOf, calibrationAnswer } from './calibration-answer.queries.ts'
import { calibrationHeld, listCalibrations } from './calibration.queries.ts'
import {
  fourEyes,
  loggingRefusals,
  movingRefusals,
  ruleFails,
  unknownCalibration,
} from './calibration.refusals.ts'
import { summaryOf } from './calibration.view.ts'
import { cancelCalibration } from './cancel-calibration.ts'
import { logCalibration } from './log-calibration.ts'
import { reviewCalibration } from './review-calibration.ts'
import { reviseCalibration } from './revise-calibration.ts'
import { submitCalibration } from './submit-calibration.ts'

const budgetRefusals = refusalsOf(
  'measurement-model',
  'uncertainty',
  'budget',
  'quantity',
  'unit',
  'conformity',
)

/** How a calibration stands before it is moved, for the audit trail. */
const standing = async (em: EntityManager, id: string, actor: Actor) =>
  summaryOf((await calibrationHeld(em, id, actor)).calibration)

export const calibrationOperations: readonly Operation[] = [
  operation(
    {
      id: 'log-calibration',
      method: 'post',
      path: '/v1/calibrations',
      summary: 'Log a calibration; its budgets are evaluated at once',
      access: 'calibration.log',
      body: 'calibrations/calibration-entry.json',
      answers: { 201: 'calibrations/calibration.json' },
      refuses: [loggingRefusals, budgetRefusals, certificateNumberTaken, notYourOrganization],
    },
    async ({ em, body, actor, now }) => {
      const { id } = await logCalibration(em, body, actor, now)
      em.clear()
      const answer = await calibrationAnswer(em, id, actor, now)
      return { status: 201, ...answer, headers: { location: addressOf(id) } }
    },
  ),
  operation(
    {
      id: 'list-calibrations',
      method: 'get',
      path: '/v1/calibrations',
      summary: 'List the calibrations of your laboratory, the newest first',
      access: 'calibration.read',
      query: 'calibrations/search.json',
      answers: { 200: 'calibrations/page.json' },
      refuses: [],
    },
    async ({ em, query, actor }) => {
      const place = pagePlace('calibrations', query)
      const rows = await listCalibrations(em, {
        ...query,
        ...(!isAdministrator(actor) && { organization: actor.organization.id }),
        ...(place && { after: place.id }),
        rows: rowsToRead(query),
      })
      return {
        status: 200,
        body: pageOf('calibrations', query, rows, ({ id }) => ({ value: id, id }), summaryOf),
      }
    },
  ),
  operation(
    {
      id: 'read-calibration',
      method: 'get',
      path: '/v1/calibrations/{id}',
      summary: 'Read a calibration with its budgets and what the rules of traceability find',
      access: 'calibration.read',
      params: 'calibrations/path.json',
      answers: { 200: 'calibrations/calibration.json' },
      refuses: [unknownCalibration],
    },
    async ({ em, params, actor, now }) => ({
      status: 200,
      ...(await calibrationAnswer(em, params.id, actor, now)),
    }),
  ),
  operation(
    {
      id: 'revise-calibration',
      method: 'put',
      path: '/v1/calibrations/{id}',
      summary: 'State a draft anew; its budgets are evaluated again',
      access: 'calibration.revise',
      ifMatch: true,
      params: 'calibrations/path.json',
      body: 'calibrations/calibration-entry.json',
      answers: { 200: 'calibrations/calibration.json' },
      refuses: [loggingRefusals, budgetRefusals, movingRefusals, certificateNumberTaken],
    },
    async ({ em, params, body, ifMatch, actor, now }) => {
      const { body: before } = await calibrationAnswer(em, params.id, actor, now)
      await reviseCalibration(em, { id: params.id, seenVersion: ifMatch, entry: body }, actor, now)
      em.clear()
      return { status: 200, ...(await calibrationAnswer(em, params.id, actor, now)), before }
    },
  ),
  operation(
    {
      id: 'submit-calibration',
      method: 'post',
      path: '/v1/calibrations/{id}/submit',
      summary: 'Hand a calibration to review',
      access: 'calibration.submit',
      ifMatch: true,
      params: 'calibrations/path.json',
      query: 'calibrations/signing-query.json',
      answers: { 200: 'calibrations/calibration.json' },
      refuses: [movingRefusals, ruleFails, signingRefusals],
    },
    async ({ em, params, query, ifMatch, actor, now }) => {
      const before = await standing(em, params.id, actor)
      const { signer } = query
      await submitCalibration(em, { id: params.id, seenVersion: ifMatch, signer }, actor, now)
      return { status: 200, ...(await calibrationAnswer(em, params.id, actor, now)), before }
    },
  ),
  operation(
    {
      id: 'review-calibration',
      method: 'post',
      path: '/v1/calibrations/{id}/review',
      summary: 'Approve a calibration, or return it with a reason',
      access: 'calibration.review',
      ifMatch: true,
      params: 'calibrations/path.json',
      query: 'calibrations/signing-query.json',
      body: 'calibrations/review.json',
      answers: { 200: 'calibrations/calibration.json' },
      refuses: [movingRefusals, fourEyes, signingRefusals, bindingRefusals],
    },
    async ({ em, params, query, body, ifMatch, actor, now }) => {
      const before = await standing(em, params.id, actor)
      const asked = { id: params.id, seenVersion: ifMatch, decision: body, signer: query.signer }
      await reviewCalibration(em, asked, actor, now)
      return reasoned(body.reason, { ...(await calibrationAnswer(em, params.id, actor, now)), before })
    },
  ),
  operation(
    {
      id: 'cancel-calibration',
      method: 'post',
      path: '/v1/calibrations/{id}/cancel',
      summary: 'Give up a calibration that has not been issued',
      access: 'calibration.cancel',
      ifMatch: true,
      params: 'calibrations/path.json',
      body: 'calibrations/cancellation.json',
      answers: { 200: 'calibrations/calibration.json' },
      refuses: [movingRefusals],
    },
    async ({ em, params, body, ifMatch, actor, now }) => {
      const before = await standing(em, params.id, actor)
      await cancelCalibration(em, { id: params.id, seenVersion: ifMatch }, actor)
      return reasoned(body.reason, { ...(await calibrationAnswer(em, params.id, actor, now)), before })
    },
  ),
]

/** An answer with the reason that goes into the audit trail. */
const reasoned = <Answer extends object>(reason: string | undefined, answer: Answer) => ({
  status: 200 as const,
  ...answer,
  ...(reason !== undefined && { reason }),
})
