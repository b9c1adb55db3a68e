import { operation, type Operation } from '#http/operation.ts'
import { calibrationSeen } from '../calibrations/calibration.queries.ts'
import { movingRefusals, unknownCalibration } from '../calibrations/calibration.refusals.ts'
import { calibrationAnswer } from '../calibrations/calibration-answer.queries.ts'
import { attachFile, detachFile } from './attach-file.ts'
import { attachedContent } from './attachment.queries.ts'
import {
  attachmentNameTaken,
  fileNotAccepted,
  hashMismatch,
  tooManyAttachments,
  unknownAttachment,
} from './attachment.refusals.ts'
import { anyBytes, viewFile } from './attachment.view.ts'

const mostBytes = 8 * 2 ** 20

export const attachmentOperations: readonly Operation[] = [
  operation(
    {
      id: 'attach-file',
      method: 'post',
      path: '/v1/calibrations/{id}/attachments',
      summary: 'Attach a file to a draft; its SHA-256 is stated and checked',
      access: 'calibration.revise',
      ifMatch: true,
      params: 'calibrations/path.json',
      query: 'attachments/attaching.json',
      bytes: { media: anyBytes, maxBytes: mostBytes },
      answers: { 201: 'calibrations/calibration.json' },
      refuses: [movingRefusals, hashMismatch, fileNotAccepted, attachmentNameTaken, tooManyAttachments],
    },
    async ({ em, params, query, bytes, ifMatch, actor, now }) => {
      await attachFile(em, { id: params.id, seenVersion: ifMatch }, { ...query, bytes }, actor, now)
      em.clear()
      return { status: 201, ...(await calibrationAnswer(em, params.id, actor, now)) }
    },
  ),
  operation(
    {
      id: 'detach-file',
      method: 'delete',
      path: '/v1/calibrations/{id}/attachments',
      summary: 'Take a file from a draft',
      access: 'calibration.revise',
      ifMatch: true,
      params: 'calibrations/path.json',
      query: 'attachments/detaching.json',
      answers: { 200: 'calibrations/calibration.json' },
      refuses: [movingRefusals, unknownAttachment],
    },
    async ({ em, params, query, ifMatch, actor, now }) => {
      await detachFile(em, { id: params.id, seenVersion: ifMatch }, query.name, actor)
      em.clear()
      return { status: 200, ...(await calibrationAnswer(em, params.id, actor, now)) }
    },
  ),
  operation(
    {
      id: 'attachment-of-calibration',
      method: 'get',
      path: '/v1/calibrations/{id}/attachment',
      summary: 'The bytes of a file that is attached to a calibration',
      access: 'calibration.read',
      params: 'calibrations/path.json',
      query: 'attachments/asking.json',
      answers: { 200: null },
      media: anyBytes,
      refuses: [unknownCalibration, unknownAttachment],
    },
    async ({ em, params, query, actor }) => {
      const { id } = await calibrationSeen(em, params.id, actor)
      const found = await attachedContent(em, [id], query.sha256)
      if (!found) throw unknownAttachment(unknownAttachment.definition.title, {}, { pointer: '/sha256' })
      return viewFile(found)
    },
  ),
]
