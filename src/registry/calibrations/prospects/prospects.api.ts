import type { CalibrationEntry } from '#contract/types.ts'
import { operation, type Operation } from '#http/operation.ts'
import { refusalsOf } from '#refusal.ts'
import { certificateNumberTaken } from '../../certificates/certificate.refusals.ts'
import { notYourOrganization } from '../../people/access.refusals.ts'
import { calibrationSeen } from '../calibration.queries.ts'
import {
  loggingRefusals,
  notYetDone,
  timesReversed,
  unknownCalibration,
  unknownRecord,
} from '../calibration.refusals.ts'
import { assessCalibration } from './assess-calibration.ts'
import { candidateStandards } from './candidate-standards.ts'

const assess = operation(
  {
    id: 'assess-calibration',
    method: 'post',
    path: '/v1/calibrations/assessment',
    summary: 'Evaluate the budgets of a calibration and ask the rules, without logging it',
    description:
      'Takes what `POST /v1/calibrations` takes, and answers and refuses what that would: for whoever is still filling it in. ' +
      'Nothing is stored.',
    access: 'calibration.log',
    body: 'calibrations/calibration-entry.json',
    answers: { 200: 'calibrations/assessment.json' },
    refuses: [
      loggingRefusals,
      refusalsOf('measurement-model', 'uncertainty', 'budget', 'quantity', 'unit', 'conformity'),
      certificateNumberTaken,
      notYourOrganization,
    ],
    readsOnly: true,
  },
  async ({ em, body, actor, now }) => ({ status: 200, body: await assessCalibration(em, body, actor, now) }),
)

const standards = operation(
  {
    id: 'find-candidate-standards',
    method: 'post',
    path: '/v1/calibrations/standards',
    summary: 'Which standards of a laboratory could be used on a day, and why the others could not',
    description:
      'The newest certified results of the equipment that the laboratory owns, each judged as if a calibration rested on it: the ' +
      'same rules that later stop `submit`. Nothing is stored.',
    access: 'calibration.read',
    body: 'calibrations/standards-question.json',
    answers: { 200: 'calibrations/candidate-standards.json' },
    refuses: [unknownRecord, timesReversed, notYetDone, notYourOrganization, refusalsOf('quantity', 'unit')],
    readsOnly: true,
  },
  async ({ em, body, actor, now }) => ({ status: 200, body: await candidateStandards(em, body, actor, now) }),
)

const entry = operation(
  {
    id: 'read-calibration-entry',
    method: 'get',
    path: '/v1/calibrations/{id}/entry',
    summary: 'Read a calibration as it was stated: to revise it, or to state another one like it',
    access: 'calibration.read',
    params: 'calibrations/path.json',
    answers: { 200: 'calibrations/calibration-entry.json' },
    refuses: [unknownCalibration],
  },
  async ({ em, params, actor }) => {
    const calibration = await calibrationSeen(em, params.id, actor)
    // Conformed when it was logged, and kept as it was sent.
    return { status: 200, body: calibration.stated as CalibrationEntry, etag: calibration.version }
  },
)

/** What a calibration would be: for whoever is filling it in. */
export const prospectOperations: readonly Operation[] = [assess, standards, entry]
